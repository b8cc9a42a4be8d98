# shellcheck shell=sh
# The office itself: its TKKSD, a liaison, and the papers that it has given. All persons are made up.
run paper add keputusan-tkksd --on 2022-01-10 --number '100.3.3.2/15/KEP/2022'
member() {
    run official add --role tkksd --position "$1" --office "$2" --name "$3" --valid-from 2022-01-10 \
        --decree '100.3.3.2/15/KEP/2022'
}
member ketua 'Sekretaris Daerah' 'Pejabat Contoh Satu'
member wakil-ketua 'Asisten Pemerintahan dan Kesejahteraan Rakyat' 'Pejabat Contoh Dua'
member sekretaris 'Kepala Bagian Kerja Sama' 'Pejabat Contoh Tiga'
member anggota 'Kepala Badan Perencanaan Pembangunan Daerah' 'Pejabat Contoh Empat'
member anggota 'Kepala Badan Keuangan dan Aset Daerah' 'Pejabat Contoh Lima'
member anggota 'Kepala Bagian Hukum' 'Pejabat Contoh Enam'
run official add --role penghubung --opd DINKES --office 'Kepala Subbagian Perencanaan' --name 'Pejabat Contoh Tujuh'
run paper add rapat-pleno-tkksd --period 2023 --on 2023-11-21
run paper add laporan-tkksd-semester --period 2024-S1 --on 2024-07-22 --number '100.2.2.3/41/TKKSD/2024' \
    --to 'Bupati Contoh Raya' --receipt 'Buku agenda 412' --received 2024-07-23
