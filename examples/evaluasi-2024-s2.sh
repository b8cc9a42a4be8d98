# shellcheck shell=sh disable=SC2034
# Evaluations of the second semester of 2024, and what came of the actions. Read by isi-registri.sh.
# DISKOPDAG and KEC-HILIR sent nothing; PKS-2021-002 and PKS-2022-005 are missing again.

period=2024-S2

run action 'done' PKS-2020-003 1 --on 2024-09-19 --proof 'Surat usulan 445/1711/RSUD/IX/2024'
run action 'done' PKS-2021-004 1 --on '18 November 2024' --proof 'Berita acara uji komunikasi 18 November 2024'
run action 'done' PKS-2023-003 1 --on 2024-10-10 --proof 'DPA Perubahan DIKBUD 2024'
run action 'done' PKS-2023-002 1 --on 9/12/2024 --proof 'Berita acara uji fungsi 96 desa'

evaluate PKS-2020-002 sebagian '2024-12-13' 'PPKSD Dinas Kesehatan' \
    'ya terlambat sebagian baik sebagian nyata lengkap rutin sangat lengkap' \
    --realisation 1=5320 --realisation 2=21 --evidence keluaran='Laporan kunjungan dan rekapitulasi klaim 2024' \
    --evidence hasil='Laporan kunjungan dan rekapitulasi klaim 2024' \
    --effort 1='Rancangan prosedur pengesahan klaim dibahas dengan Kota Misal' --close-obstacle 2 \
    --recommendation perpanjang
evaluate PKS-2020-003 penuh '12 Desember 2024' 'PPKSD RSUD Contoh Raya' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=25 --realisation 2=93 --evidence keluaran='Laporan akhir kerja sama rujukan' \
    --evidence hasil='Laporan akhir kerja sama rujukan' \
    --recommendation perpanjang --note 'Berakhir pada 7 Desember 2024; perpanjangan belum ditandatangani.'
evaluate PKS-2021-003 sebagian 2024-12-17 'PPKSD Dinas Sosial' \
    'ya tdn ya baik sebagian nyata lengkap rutin sangat lengkap' \
    --realisation 1=69 --realisation 2=4 --evidence keluaran='Berita acara serah terima 17 penerima manfaat' \
    --evidence hasil='Berita acara serah terima 17 penerima manfaat' \
    --effort 1='Dua relawan mengikuti sertifikasi pekerja sosial' --recommendation lanjut
evaluate PKS-2021-004 penuh 16/12/2024 'PPKSD BPBD' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=4 --realisation 2=42 --evidence keluaran='Laporan gladi dan catatan waktu tanggap' \
    --evidence hasil='Laporan gladi dan catatan waktu tanggap' \
    --close-obstacle 1 --recommendation lanjut \
    --recommendation-reason 'Cakupan layanan dinilai sudah memadai'
evaluate PKS-2022-002 penuh 2024-12-10 'PPKSD DPMPTSP' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=241 --evidence keluaran='Buku kunjungan gerai' \
    --evidence hasil='Buku kunjungan gerai' --recommendation perluas
evaluate RK-2022-001 penuh '11 Desember 2024' 'PPKSD Disdukcapil' \
    'ya tepat ya baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=312 --realisation 2=309 --evidence keluaran='Penetapan isbat nikah dan tanda terima dokumen' \
    --evidence hasil='Penetapan isbat nikah dan tanda terima dokumen' \
    --recommendation perluas
evaluate PKS-2022-004 sebagian 2024-12-18 'PPKSD Dinas Pertanian dan Ketahanan Pangan' \
    'ya terlambat sebagian cukup sebagian terbatas sebagian kadang sangat sebagian' \
    --realisation 1=19 --realisation 2=6 --evidence keluaran='Laporan pendampingan triwulan III' \
    --effort 1='Politeknik diminta secara tertulis menugaskan pendamping tetap' \
    --obstacle 'Serangan hama pada kelompok tani di Contoh Hulu' --category lainnya --recommendation perbaiki
evaluate PKS-2023-002 penuh 2024-12-12 'PPKSD Diskominfo' \
    'ya terlambat ya baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=96 --realisation 2=19 --evidence keluaran='Berita acara uji fungsi 96 desa' \
    --evidence hasil='Berita acara uji fungsi 96 desa' \
    --close-obstacle 1 --recommendation perpanjang \
    --recommendation-reason 'Ruang lingkup tetap; yang diperlukan waktu tambahan'
evaluate PKS-2023-003 sebagian 2024-12-19 'PPKSD Dinas Pendidikan dan Kebudayaan' \
    'ya terlambat ya baik sebagian terbatas lengkap rutin sangat sebagian' \
    --realisation 1=7 --evidence keluaran='Daftar hadir pelatihan guru pendamping khusus' \
    --close-obstacle 1 --obstacle 'Guru pendamping khusus belum tersedia di lima sekolah' --category sdm \
    --recommendation lanjut \
    --recommendation-reason 'Pelatihan guru baru berjalan satu semester'
evaluate PKS-2023-005 sebagian '16 Desember 2024' 'PPKSD Disdukcapil' \
    'ya tepat sebagian baik sebagian nyata lengkap kadang sangat lengkap' \
    --realisation 1=431 --evidence keluaran='Register pelayanan lintas daerah' \
    --evidence hasil='Register pelayanan lintas daerah' --recommendation lanjut
evaluate RK-2023-001 sebagian 2024-12-13 'PPKSD Dinas Pekerjaan Umum dan Penataan Ruang' \
    'ya terlambat ya baik sebagian nyata lengkap rutin sangat lengkap' \
    --realisation 1=214 --realisation 2=262 --evidence keluaran='Daftar sertipikat yang diserahterimakan' \
    --evidence hasil='Daftar sertipikat yang diserahterimakan' \
    --effort 1='Pernyataan penguasaan fisik dibuat untuk 45 bidang' --effort 2='Mediasi di kantor desa' \
    --close-obstacle 2 --recommendation lanjut
evaluate RKT-2024-001 penuh 20/12/2024 'Bagian Kerja Sama' \
    'ya tepat ya sangat-baik tercapai terbatas lengkap rutin sangat lengkap' \
    --realisation 1=1 --realisation 2=6 --evidence keluaran='Laporan pameran pariwisata bersama' --recommendation lanjut \
    --recommendation-reason 'Rencana tahun berikutnya disusun sebagai naskah baru'
evaluate RKT-2024-002 sebagian 2024-12-18 'PPKSD Dinas Pekerjaan Umum dan Penataan Ruang' \
    'ya tepat ya baik sebagian tdn sebagian rutin sangat sebagian' \
    --realisation 1=1 --realisation 2=3 --evidence keluaran='Berita acara penyediaan lahan di tiga desa' \
    --obstacle 'Status lahan di dua desa belum jelas' --category data --effort 'Musyawarah desa didampingi kecamatan' \
    --recommendation lanjut
evaluate PKS-2024-001 sebagian 2024-12-10 'PPKSD DPMPTSP' \
    'ya terlambat ya baik sebagian terbatas lengkap rutin sangat lengkap' \
    --realisation 1=46 --evidence keluaran='Rekapitulasi penerimaan retribusi Agustus-November 2024' \
    --close-obstacle 1 --obstacle 'Sebagian pemohon di kecamatan masih membayar tunai' --category - \
    --recommendation lanjut \
    --recommendation-reason 'Kegiatan baru dimulai pertengahan tahun'
# Half an answer: the meeting was put off.
evaluate PKS-2024-002 sebagian 19/12/2024 'PPKSD Dinas Pertanian dan Ketahanan Pangan' \
    'ya terlambat sebagian baik - - sebagian - sangat -' --recommendation lanjut
evaluate PKS-2024-003 sebagian '13 Desember 2024' 'PPKSD Dinas Lingkungan Hidup' \
    'ya tepat sebagian baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=13240 --realisation 2=0 --evidence keluaran='Rekapitulasi jembatan timbang Juli-November 2024' \
    --evidence hasil='Rekapitulasi jembatan timbang Juli-November 2024' \
    --obstacle 'Kompensasi tahun berjalan dari Kota Misal belum disetor' --category mitra \
    --effort 'Penagihan disertai usulan pemotongan kuota' --recommendation lanjut
evaluate KONTRAK-2024-001 penuh 2024-12-12 'PPKSD Diskominfo' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=99 --evidence keluaran='Laporan ketersediaan bulanan' \
    --evidence hasil='Laporan ketersediaan bulanan' --recommendation perpanjang \
    --recommendation-reason 'Ruang lingkup tetap; yang diperlukan waktu tambahan'

# Agreed at the desk evaluations of December 2024.
action PKS-2020-002 2025-02-14 'Dinas Kesehatan' 'Mengajukan perpanjangan sebelum 1 Maret 2025'
action PKS-2021-003 31/3/2025 'Dinas Sosial' 'Menyertifikasi dua relawan sebagai pekerja sosial'
action PKS-2024-003 2025-01-31 'Dinas Lingkungan Hidup' 'Rekonsiliasi kompensasi dengan Kota Misal'
action RKT-2024-002 '28 Februari 2025' 'Dinas Pekerjaan Umum dan Penataan Ruang' 'Menyelesaikan status lahan dua desa'
