# shellcheck shell=sh
# What became of documents after their signing, what is planned, and which answers are awaited.
# Read by isi-registri.sh.

chapter 'Mencatat adendum, perpanjangan, pengakhiran, rencana, dan jam tenggat ...'

# A change as it should be: numbered, with a note of the TKKSD, and without a new burden.
run amend PKS-2023-002 --signed '2 Desember 2024' --what 'Penambahan 12 dusun dan jangka waktu' --ends 2025-12-31 \
    --scope 'Jaringan internet dusun terpencil' --number '555/1204/DISKOMINFO/XII/2024' \
    --partner-number '061/JMD-GOV/XII/2024' --adds-burden tidak --tkksd-note ya
# One that costs more, on which neither the DPRD nor the TKKSD was asked, and which nobody numbered.
run amend PKS-2022-004 --signed 2024-09-16 --what 'Retribusi pendampingan bagi kelompok tani' --adds-burden ya \
    --dprd-answer belum-diminta --tkksd-note tidak
# One that came two weeks after the end. What it adds to the budget was never written down.
run amend PKS-2021-001 --signed '22 April 2024' --what 'Perpanjangan pemagangan angkatan VII' --ends 2025-02-17 \
    --number '560/377/DISNAKER/IV/2024' --tkksd-note ya

# Carried on in time; the successor begins when the predecessor has ended.
run extend PKS-2020-002 --number '100.3.7.1/44/DINKES/XII/2024' --partner-number '440/1377/DKK/2024' \
    --partner-signer 'Kepala Dinas Kesehatan Kota Misal' --signed '20 Desember 2024' --starts 2025-03-02 \
    --ends 2025-07-15 --signer 'Kepala Dinas Kesehatan' --power-of-attorney '100.3.10/31/SKK/2024' \
    --power-of-attorney-date 2024-12-17

# Ended by agreement, while what was derived from it goes on.
run end KB-2023-003 --on '29 November 2024' --ground 'kesepakatan para pihak' --letter '518/1102/DISKOPDAG/XI/2024'

# The list of cooperation planned for 2025.
run add-mou --planned 2025 --scheme ksdd-sukarela --title 'Pengendalian Inflasi dan Pasokan Pangan' --opd DISKOPDAG \
    --support-opd DISTAN --partner 'Kabupaten Andaian Timur' --affair 2.09 --affair 3.30
run add-mou --planned 2025 --scheme sinergi --title 'Desa Cinta Statistik Tahap II' --opd DISKOMINFO \
    --partner 'Badan Pusat Statistik Kabupaten Contoh Raya' --affair 2.20 --in-rkpd ya

# Answers that are awaited, and one that came.
run clock start penawaran-ksdd --partner 'Kabupaten Andaian Timur' --opd DISKOPDAG --on 2024-11-18 \
    --letter '500/771/SETDA/XI/2024'
run clock start penawaran-sinergi --partner 'Badan Pusat Statistik Kabupaten Contoh Raya' --opd DISKOMINFO \
    --on '9 Desember 2024' --letter '400.9/802/SETDA/XII/2024'
run clock start penawaran-ksdd --partner 'Kota Misal' --opd DINKES --on 2024-10-01
run clock stop 3 --on 2024-10-21 --outcome 'Bersedia, dengan perubahan jadwal'
