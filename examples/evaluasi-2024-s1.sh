# shellcheck shell=sh disable=SC2034
# Evaluations of the first semester of 2024 as the OPD sent them in. Read by isi-registri.sh.
# No report came from DISKOPDAG, nor on PKS-2020-001, PKS-2021-002 and the documents that were then new.

period=2024-S1

evaluate PKS-2019-001 sebagian '2024-07-02' 'PPKSD Dinas Lingkungan Hidup' \
    'ya terlambat sebagian baik sebagian nyata lengkap rutin sangat lengkap' \
    --realisation 1=104500 --realisation 2=4 --evidence keluaran='Rekapitulasi jembatan timbang Januari-Juni 2024' \
    --evidence hasil='Rekapitulasi jembatan timbang Januari-Juni 2024' \
    --obstacle 'Setoran kompensasi Kota Misal tahun 2023 belum diterima' --category mitra \
    --effort 'Surat penagihan pertama dan rapat rekonsiliasi 14 Mei 2024' \
    --recommendation perpanjang \
    --recommendation-reason 'Berakhir dalam tahun berikutnya; perpanjangan disiapkan sejak dini' --note 'Kesepakatan Bersama induk telah berakhir pada 14 Maret 2024.'
evaluate PKS-2020-002 sebagian '2 Juli 2024' 'PPKSD Dinas Kesehatan' \
    'ya terlambat sebagian cukup sebagian nyata lengkap rutin sangat sebagian' \
    --realisation 1=2480 --realisation 2=32 --evidence keluaran='Laporan kunjungan enam puskesmas perbatasan' \
    --evidence hasil='Laporan kunjungan enam puskesmas perbatasan' \
    --obstacle 'Klaim pelayanan lintas daerah terlambat disahkan' --category koordinasi \
    --effort 'Verifikasi klaim bersama setiap bulan mulai Mei 2024' \
    --obstacle 'Data kependudukan pasien tidak padan' --category data --effort 'Pemadanan data dengan DISDUKCAPIL' \
    --recommendation perbaiki
evaluate PKS-2020-003 penuh 1/7/2024 'PPKSD RSUD Contoh Raya' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=20 --realisation 2=91 --evidence keluaran='Jadwal dan daftar hadir dokter spesialis' \
    --evidence hasil='Jadwal dan daftar hadir dokter spesialis' \
    --recommendation perpanjang \
    --recommendation-reason 'Berakhir Desember 2024; perpanjangan disiapkan sejak dini'
evaluate PKS-2021-001 penuh 2024-06-28 'PPKSD Dinas Tenaga Kerja dan Transmigrasi' \
    'ya tepat ya baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=156 --realisation 2=64 --evidence keluaran='Laporan akhir pemagangan angkatan VI' \
    --evidence hasil='Laporan akhir pemagangan angkatan VI' \
    --recommendation perpanjang
evaluate PKS-2021-003 sebagian '5 Juli 2024' 'PPKSD Dinas Sosial' \
    'ya tdn sebagian baik sebagian nyata sebagian rutin sangat sebagian' \
    --realisation 1=52 --realisation 2=1 --evidence keluaran='Berita acara serah terima 11 penerima manfaat' \
    --evidence hasil='Berita acara serah terima 11 penerima manfaat' \
    --obstacle 'Pekerja sosial bersertifikat hanya dua orang' --category sdm \
    --effort 'Permintaan tenaga pendamping ke provinsi' \
    --recommendation lanjut
evaluate PKS-2021-004 sebagian 2024-07-03 'PPKSD BPBD' \
    'ya terlambat sebagian baik sebagian terbatas lengkap rutin sangat lengkap' \
    --realisation 1=1 --realisation 2=70 --evidence keluaran='Laporan gladi 25 April 2024' \
    --obstacle 'Frekuensi radio antardaerah belum seragam' --category regulasi \
    --effort 'Permohonan izin frekuensi bersama' \
    --recommendation lanjut \
    --recommendation-reason 'Kekurangan sudah diperbaiki melalui tindak lanjut yang disepakati'
# Answered only in part, and by telephone.
evaluate PKS-2022-001 sebagian 12/7/2024 'PPKSD Kecamatan Contoh Hilir' \
    'ya terlambat - cukup sebagian - - kadang sangat -' --realisation 1=3 \
    --obstacle 'Tidak ada anggaran pemeliharaan pada kecamatan' --category anggaran --recommendation lanjut
evaluate PKS-2022-002 penuh 2024-06-27 'PPKSD DPMPTSP' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=118 --evidence keluaran='Buku kunjungan gerai' \
    --evidence hasil='Buku kunjungan gerai' --recommendation lanjut \
    --recommendation-reason 'Anggaran belum memungkinkan perluasan'
evaluate RK-2022-001 penuh '28 Juni 2024' 'PPKSD Disdukcapil' \
    'ya tepat ya sangat-baik tercapai nyata lengkap rutin sangat lengkap' \
    --realisation 1=164 --realisation 2=164 --evidence keluaran='Penetapan isbat nikah dan tanda terima dokumen' \
    --evidence hasil='Penetapan isbat nikah dan tanda terima dokumen' \
    --recommendation perluas
evaluate PKS-2022-003 tidak 2024-07-08 'PPKSD Dinas Tenaga Kerja dan Transmigrasi' \
    'tidak tidak tidak kurang tidak tidak sebagian kadang cukup tidak' \
    --obstacle 'Mitra memindahkan rekrutmen ke aplikasi sendiri' --category mitra \
    --recommendation hentikan --note 'Berakhir pada 30 Mei 2024; bursa kerja 2024 tidak diselenggarakan.'
evaluate PKS-2022-004 sebagian 2024-07-04 'PPKSD Dinas Pertanian dan Ketahanan Pangan' \
    'ya terlambat sebagian cukup sebagian tdn sebagian rutin sangat sebagian' \
    --realisation 1=13 --evidence keluaran='Laporan pendampingan triwulan II' \
    --obstacle 'Dosen pendamping tidak tersedia pada musim tanam' --category sdm \
    --effort 'Jadwal pendampingan disesuaikan dengan kalender akademik' --recommendation perbaiki
evaluate PKS-2022-005 sebagian 9/7/2024 'PPKSD Dinas Pendidikan dan Kebudayaan' \
    'sebagian terlambat sebagian kurang sebagian terbatas tidak tidak cukup tidak' \
    --realisation 1=850 --obstacle 'Lisensi buku digital tidak diperbarui mitra' --category mitra \
    --recommendation perbaiki
evaluate PKS-2023-002 sebagian '1 Juli 2024' 'PPKSD Diskominfo' \
    'ya terlambat sebagian baik sebagian terbatas lengkap rutin sangat lengkap' \
    --realisation 1=71 --realisation 2=41 --evidence keluaran='Berita acara uji fungsi 71 desa' \
    --obstacle 'Dua puluh lima desa belum terjangkau kabel serat optik' --category sarana \
    --effort 'Mitra menyiapkan sambungan nirkabel' --recommendation lanjut \
    --recommendation-reason 'Keterlambatan di luar kendali kedua pihak'
evaluate PKS-2023-003 belum 2024-07-09 'PPKSD Dinas Pendidikan dan Kebudayaan' \
    'tdn tidak tdn cukup tidak tdn lengkap rutin sangat tdn' --realisation 1=0 \
    --obstacle 'Anggaran kegiatan dialihkan' --category anggaran \
    --effort 'Diusulkan kembali dalam APBD Perubahan 2024' \
    --recommendation lanjut
# The state of things, and nothing else.
evaluate PKS-2023-005 sebagian 2024-07-16 'PPKSD Disdukcapil' '- - - - - - - - - -' --realisation 1=188
evaluate RK-2023-001 sebagian 2024-07-05 'PPKSD Dinas Pekerjaan Umum dan Penataan Ruang' \
    'ya terlambat ya baik sebagian terbatas lengkap rutin sangat lengkap' \
    --realisation 1=96 --realisation 2=140 --evidence keluaran='Daftar sertipikat yang diserahterimakan' \
    --obstacle 'Bukti perolehan tanah aset lama tidak lengkap' --category data \
    --effort 'Penelusuran dokumen bersama pengurus barang' \
    --obstacle 'Batas bidang disengketakan warga' --category lainnya \
    --effort 'Pengukuran ulang 12 bidang' --recommendation lanjut \
    --recommendation-reason 'Perbaikan sudah tercakup dalam rencana kerja'
evaluate RKT-2024-001 sebagian 26/6/2024 'Bagian Kerja Sama' \
    'ya tepat ya sangat-baik sebagian tdn lengkap rutin sangat lengkap' \
    --realisation 1=0 --realisation 2=6 --evidence keluaran='Laporan pertukaran pelajar' --recommendation lanjut
evaluate PKS-2024-001 belum 2024-06-27 'PPKSD DPMPTSP' \
    'ya terlambat sebagian baik tidak tdn lengkap rutin sangat sebagian' --realisation 1=0 \
    --obstacle 'Sambungan aplikasi perizinan dengan bank belum diuji' --category sarana \
    --effort 'Uji sambungan dijadwalkan Agustus 2024' \
    --recommendation lanjut
evaluate PKS-2024-002 belum 4/7/2024 'PPKSD Dinas Pertanian dan Ketahanan Pangan' \
    'tdn tdn tdn baik tdn tdn sebagian rutin sangat tdn' --realisation 1=0 \
    --note 'Baru ditandatangani; tim penyusun sedang dibentuk.' --recommendation lanjut

# Agreed at the desk evaluations of July 2024.
action() {
    run action add "$1" --period "$period" --due "$2" --who-acts "$3" --what "$4"
}
action PKS-2019-001 2024-09-30 'Dinas Lingkungan Hidup' 'Menagih kompensasi 2023 kepada Kota Misal'
action PKS-2020-002 2024-10-31 'Dinas Kesehatan' 'Menyepakati prosedur pengesahan klaim paling lama 14 hari'
action PKS-2020-003 '30 September 2024' 'RSUD Contoh Raya' 'Menyusun usulan perpanjangan kerja sama'
action PKS-2021-004 2024-11-30 'BPBD' 'Menyeragamkan frekuensi radio dengan kedua kabupaten'
action PKS-2022-001 30/9/2024 'Kecamatan Contoh Hilir' 'Mengusulkan anggaran pemeliharaan melalui DPUPR'
action PKS-2022-004 2024-11-15 'Politeknik Contoh Nusantara' 'Menugaskan dua pendamping tetap'
action PKS-2022-005 2024-08-31 'Dinas Pendidikan dan Kebudayaan' 'Menelusuri Kesepakatan Bersama dan surat kuasa'
action PKS-2023-002 2024-12-15 'PT Jaringan Misal Digital' 'Menyambungkan 25 desa yang tersisa'
action PKS-2023-003 2024-10-15 'Dinas Pendidikan dan Kebudayaan' 'Memasukkan kegiatan ke dalam APBD Perubahan'
action RK-2023-001 2025-03-31 'Dinas Pekerjaan Umum dan Penataan Ruang' 'Melengkapi bukti perolehan 60 bidang'
