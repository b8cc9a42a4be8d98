# shellcheck shell=sh
# What derived documents promise. Some promise nothing that can be measured. Read by isi-registri.sh.

# target ID KIND OWED-BY VALUE UNIT DUE INDICATOR [OPTION...]
target() {
    id=$1 kind=$2 owed=$3 value=$4 unit=$5 due=$6 indicator=$7
    shift 7
    run target add "$id" --indicator "$indicator" --kind "$kind" --owed-by "$owed" \
        --value "$value" --unit "$unit" --due "$due" "$@"
}

target PKS-2019-001 output pemda 120000 ton 2024-06-20 'Sampah mitra yang diproses di TPA Contoh Hilir'
target PKS-2019-001 duty mitra 5 'kali setoran' 2024-06-20 'Kompensasi jasa pelayanan yang disetor setiap tahun'
target PKS-2020-002 output pemda 6000 kunjungan 2024-12-31 'Kunjungan penduduk perbatasan yang dilayani'
target PKS-2020-002 outcome pemda 14 hari 2024-12-31 'Lama pengesahan klaim lintas daerah' --lower-is-better
target PKS-2020-003 output mitra 24 kali 2024-12-07 'Kunjungan dokter spesialis'
target PKS-2020-003 outcome pemda 90 persen 2024-12-07 'Rujukan yang dijawab dalam 24 jam'
target PKS-2021-001 output mitra 150 orang 2024-04-06 'Lulusan yang menyelesaikan pemagangan'
target PKS-2021-001 outcome mitra 60 persen 2024-04-06 'Peserta yang bekerja dalam enam bulan'
target PKS-2021-003 output mitra 85 orang 2025-12-31 'Penerima manfaat yang selesai direhabilitasi'
target PKS-2021-003 duty pemda 4 'kali transfer' 2024-12-31 'Bantuan operasional yang disalurkan'
target PKS-2021-004 output pemda 4 kali 2024-12-31 'Gladi bersama antardaerah'
target PKS-2021-004 outcome pemda 45 menit 2024-12-31 'Waktu tanggap di wilayah perbatasan' --lower-is-better
target PKS-2022-001 output pemda 8 kilometer 2024-12-31 'Tanggul yang dipelihara'
target PKS-2022-001 duty mitra 12 kali 2024-12-31 'Laporan tinggi muka air bulanan'
target PKS-2022-002 output mitra 240 'hari buka' 2024-12-31 'Gerai yang dibuka pada hari kerja'
target RK-2022-001 output pemda 300 pasangan 2024-12-31 'Pasangan yang dilayani sidang terpadu'
target RK-2022-001 outcome pemda 300 keluarga 2024-12-31 'Keluarga yang menerima dokumen kependudukan lengkap'
target PKS-2022-004 output mitra 24 'kelompok tani' 2024-12-31 'Kelompok tani yang didampingi'
target PKS-2022-004 outcome pemda 15 persen 2025-08-22 'Kenaikan produktivitas cabai kelompok dampingan'
target PKS-2022-005 output mitra 3000 judul 2024-12-31 'Judul buku digital yang tersedia'
target PKS-2023-001 output mitra 30 'pelaku usaha' 2024-12-31 'Pelaku usaha yang dilatih mengemas produk'
target PKS-2023-002 output mitra 96 desa 2024-12-31 'Desa yang terhubung internet'
target PKS-2023-002 outcome mitra 24 jam 2024-12-31 'Gangguan layanan dalam satu semester' --lower-is-better
target PKS-2023-003 output mitra 12 sekolah 2024-12-31 'Sekolah inklusif yang didampingi'
target PKS-2023-004 output pemda 2 gerai 2024-12-31 'Gerai bersama yang beroperasi'
target PKS-2023-005 output pemda 500 dokumen 2024-12-31 'Dokumen kependudukan lintas daerah yang diterbitkan'
target RK-2023-001 output mitra 400 bidang 2025-11-10 'Sertipikat tanah aset daerah yang terbit'
target RK-2023-001 duty pemda 400 berkas 2025-06-30 'Berkas permohonan yang diserahkan lengkap'
target RKT-2024-001 output pemda 1 kegiatan 2024-10-31 'Pameran pariwisata bersama'
target RKT-2024-001 output mitra 6 pelajar 2024-09-30 'Pelajar yang mengikuti pertukaran'
target RKT-2024-002 output mitra 5 desa 2025-03-18 'Desa yang memiliki sarana air minum baru'
target RKT-2024-002 duty pemda 5 desa 2024-09-30 'Desa yang menyediakan lahan sarana air minum'
target PKS-2024-001 outcome pemda 80 persen 2024-12-31 'Retribusi perizinan yang dibayar nontunai'
target PKS-2024-002 output mitra 3 kawasan 2025-10-29 'Rencana induk kawasan hortikultura'
target PKS-2024-003 output pemda 13000 ton 2024-12-31 'Sampah mitra yang diproses di TPA Contoh Hilir'
target PKS-2024-003 duty mitra 1 'kali setoran' 2024-12-15 'Kompensasi jasa pelayanan tahun berjalan'
target KONTRAK-2024-001 output mitra 99 persen 2024-12-31 'Ketersediaan pusat data'
