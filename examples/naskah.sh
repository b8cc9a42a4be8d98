# shellcheck shell=sh
# The documents, in the order of signing, so that ids follow the years. Read by isi-registri.sh.

chapter 'Mencatat naskah tahun 2019 ...'

run add-mou --scheme ksdd-wajib --title 'Pengelolaan Persampahan Lintas Daerah' --opd DLH --support-opd DPUPR \
    --partner 'Kabupaten Umpama' --partner-number '660/112/KB/III/2019' --partner-signer 'Bupati Umpama' \
    --partner 'Kota Misal' --partner-number '658.1/09/KB-MSL/2019' --partner-signer 'Wali Kota Misal' \
    --number '119/07/KB/SETDA.PEM/III/2019' --signed '14 Maret 2019' --years 5 --signer 'Bupati Contoh Raya' \
    --affair 2.11 --scope 'Pengurangan sampah dari sumbernya' --scope 'Pengangkutan sampah di wilayah perbatasan' \
    --scope 'Pemrosesan akhir sampah'
# Ends after its umbrella.
run derive-pks KB-2019-001 --title 'Pemanfaatan Bersama Tempat Pemrosesan Akhir Sampah Contoh Hilir' \
    --number '658.1/231/DLH/VI/2019' --partner-number '660/187/DLH/VI/2019' --partner-number '658.1/77/DLH/2019' \
    --partner-signer 'Kepala Dinas Lingkungan Hidup Kabupaten Umpama' \
    --partner-signer 'Kepala Dinas Lingkungan Hidup Kota Misal' \
    --signed 2019-06-20 --years 5 --signer 'Kepala Dinas Lingkungan Hidup' \
    --power-of-attorney '180/61/SKK/2019' --power-of-attorney-date 2019-06-17

run add-mou --scheme ksdpk --title 'Pendidikan, Penelitian, dan Pengabdian kepada Masyarakat' --opd BAPPERIDA \
    --support-opd DIKBUD --support-opd DISTAN --partner 'Universitas Contoh' \
    --partner-number '214/UC/KS/VIII/2019' --partner-signer 'Rektor Universitas Contoh' \
    --number '119/19/KB/SETDA.PEM/VIII/2019' --signed 5/8/2019 --years 5 --signer 'Bupati Contoh Raya' \
    --affair pendidikan --affair pertanian --scope 'Peningkatan mutu pendidik' \
    --scope 'Penelitian potensi daerah' --scope 'Kuliah kerja nyata tematik'
run derive-pks KB-2019-002 --title 'Pendampingan Literasi dan Numerasi di Sekolah Dasar' --opd DIKBUD \
    --affair 1.01 --scope 'Peningkatan mutu pendidik' \
    --number '420/1874/DIKBUD/X/2019' --partner-number '55/FKIP-UC/KS/X/2019' \
    --partner-signer 'Dekan Fakultas Keguruan dan Ilmu Pendidikan' --signed '1 Oktober 2019' --years 3 \
    --signer 'Kepala Dinas Pendidikan dan Kebudayaan' \
    --power-of-attorney '180/94/SKK/2019' --power-of-attorney-date '25 September 2019'

chapter 'Mencatat naskah tahun 2020 ...'

run derive-pks KB-2019-002 --title 'Penelitian Potensi Komoditas Unggulan Daerah' --affair 3.27 \
    --scope 'Penelitian potensi daerah' --number '050/88/BAPPEDA/II/2020' \
    --partner-signer 'Ketua Lembaga Penelitian dan Pengabdian kepada Masyarakat' --signed 3/2/2020 --years 4 \
    --signer 'Kepala Badan Perencanaan Pembangunan Daerah' \
    --power-of-attorney '180/08/SKK/2020' --power-of-attorney-date 2020-01-29

run add-mou --scheme ksdd-sukarela --title 'Penyelenggaraan Pelayanan Publik Antardaerah' --opd DINKES \
    --support-opd RSUD --support-opd DISDUKCAPIL --partner 'Kota Misal' --partner-number '134.4/31/KB-MSL/2020' \
    --partner-signer 'Wali Kota Misal' --number '415.4/11/KB/SETDA.PEM/VII/2020' --signed 2020-07-15 --years 5 \
    --signer 'Bupati Contoh Raya' --affair 1.02 --affair 2.12 --scope 'Pelayanan kesehatan' \
    --scope 'Rujukan pasien' --scope 'Pelayanan administrasi kependudukan'
run derive-pks KB-2020-001 --title 'Pelayanan Kesehatan bagi Penduduk di Wilayah Perbatasan' --affair 1.02 \
    --scope 'Pelayanan kesehatan' --number '440/1203/DINKES/IX/2020' --partner-number '440/915/DKK/2020' \
    --partner-signer 'Kepala Dinas Kesehatan Kota Misal' --signed '1 September 2020' --duration '54 bulan' \
    --signer 'Kepala Dinas Kesehatan' --power-of-attorney '180/47/SKK/2020' --power-of-attorney-date 27/8/2020

# A Sinergi: Nota Kesepakatan and Rencana Kerja, signed on the same day.
run add-mou --scheme sinergi --title 'Percepatan Penyertipikatan Tanah Aset Daerah' --opd DPUPR \
    --partner 'Kantor Pertanahan Kabupaten Contoh Raya' --partner-number '14/NK-33.99/XI/2020' \
    --partner-signer 'Kepala Kantor Pertanahan Kabupaten Contoh Raya' --number '415.4/NK.03/SETDA.PEM/XI/2020' \
    --signed '10 November 2020' --years 5 --signer 'Bupati Contoh Raya' --affair 2.10 \
    --scope 'Inventarisasi tanah aset daerah' --scope 'Pengukuran dan penerbitan sertipikat'
run derive-pks NK-2020-001 --title 'Rencana Kerja Penyertipikatan Tanah Aset Daerah Tahap I' \
    --number '415.4/RK.03/SETDA.PEM/XI/2020' --partner-number '15/RK-33.99/XI/2020' \
    --partner-signer 'Kepala Kantor Pertanahan Kabupaten Contoh Raya' \
    --signed '10 November 2020' --years 3 --signer 'Bupati Contoh Raya'

run derive-pks KB-2020-001 --title 'Rujukan Pasien dan Pertukaran Dokter Spesialis' --opd RSUD --affair 1.02 \
    --scope 'Rujukan pasien' --number '445/2210/RSUD/XII/2020' --partner-number '445/1106/RSU-MSL/2020' \
    --partner-signer 'Direktur Rumah Sakit Umum Daerah Kota Misal' --signed 7/12/2020 --years 4 \
    --signer 'Direktur RSUD Contoh Raya' --power-of-attorney '180/66/SKK/2020' --power-of-attorney-date 2020-12-01

chapter 'Mencatat naskah tahun 2021 ...'

run add-mou --scheme ksdpk --title 'Pelatihan, Pemagangan, dan Penempatan Tenaga Kerja' --opd DISNAKER \
    --partner 'PT Maju Contoh' --partner-number '021/MC-HRD/II/2021' --partner-signer 'Direktur Utama' \
    --number '415.4/02/KB/SETDA.PEM/II/2021' --signed 2021-02-17 --years 4 --signer 'Bupati Contoh Raya' \
    --affair 2.07 --scope 'Pemagangan' --scope 'Bursa kerja' --scope 'Penempatan tenaga kerja setempat'
run derive-pks KB-2021-001 --title 'Pemagangan Lulusan Sekolah Menengah Kejuruan' --scope 'Pemagangan' \
    --number '560/310/DISNAKER/IV/2021' --partner-number '044/MC-HRD/IV/2021' --partner-signer 'Manajer Personalia' \
    --signed '6 April 2021' --years 3 --signer 'Kepala Dinas Tenaga Kerja dan Transmigrasi' \
    --power-of-attorney '180/19/SKK/2021' --power-of-attorney-date '31 Maret 2021'
# Nobody can name its Kesepakatan Bersama.
run derive-pks --no-parent --scheme ksdpk --title 'Pemeliharaan dan Kalibrasi Alat Kesehatan' --opd RSUD \
    --partner 'PT Medika Andaian Husada' --partner-signer 'Direktur' --number '445//0612/RSUD/V/2021' \
    --signed 3/5/2021 --years 5 --signer 'Direktur RSUD Contoh Raya' --affair kesehatan \
    --note 'Kesepakatan Bersama tidak ditemukan dalam arsip.'

run add-mou --scheme ksdpk --title 'Rehabilitasi Sosial dan Pendidikan Penyandang Disabilitas' --opd DINSOS \
    --support-opd DIKBUD --partner 'Yayasan Peduli Sesama Contoh' --partner-number '09/YPSC/VI/2021' \
    --partner-signer 'Ketua Yayasan Peduli Sesama Contoh' --number '415.4/06/KB/SETDA.PEM/VI/2021' \
    --signed '9 Juni 2021' --years 5 --signer 'Bupati Contoh Raya' --affair sosial --affair pendidikan \
    --scope 'Rehabilitasi sosial dasar' --scope 'Pendidikan inklusif'
run derive-pks KB-2021-002 --title 'Rehabilitasi Sosial Penyandang Disabilitas Telantar' --affair 1.06 \
    --scope 'Rehabilitasi sosial dasar' --number '460/722/DINSOS/VIII/2021' --partner-number '15/YPSC/VIII/2021' \
    --partner-signer 'Ketua Yayasan Peduli Sesama Contoh' --signed 2021-08-18 \
    --until 'sampai seluruh penerima manfaat dalam lampiran selesai direhabilitasi' \
    --signer 'Kepala Dinas Sosial' --power-of-attorney '180/42/SKK/2021' --power-of-attorney-date 2021-08-16

run add-mou --scheme ksdd-wajib --title 'Penanggulangan Bencana di Wilayah Perbatasan' --opd BPBD \
    --support-opd KEC-HILIR --support-opd DPUPR \
    --partner 'Kabupaten Umpama' --partner-number '360/88/KB/X/2021' --partner-signer 'Bupati Umpama' \
    --partner 'Kabupaten Andaian Timur' --partner-signer 'Bupati Andaian Timur' \
    --number '415.4/15/KB/SETDA.PEM/X/2021' --signed 4/10/2021 --years 5 --signer 'Bupati Contoh Raya' \
    --affair 1.05 --affair 1.03 --scope 'Pertukaran data dan peringatan dini' \
    --scope 'Pengerahan personel dan logistik' --scope 'Pemeliharaan bangunan pengendali banjir'
run derive-pks KB-2021-003 --title 'Pengerahan Personel dan Logistik Penanggulangan Bencana' --affair 1.05 \
    --scope 'Pertukaran data dan peringatan dini' --scope 'Pengerahan personel dan logistik' \
    --number '360/904/BPBD/XII/2021' --partner-number '360/121/BPBD/XII/2021' \
    --partner-signer 'Kepala Pelaksana BPBD Kabupaten Umpama' \
    --partner-signer 'Kepala Pelaksana BPBD Kabupaten Andaian Timur' \
    --signed 2021-12-06 --ends 2026-10-04 --signer 'Kepala Pelaksana BPBD' \
    --power-of-attorney '180/71/SKK/2021' --power-of-attorney-date '1 Desember 2021'

chapter 'Mencatat naskah tahun 2022 ...'

run derive-pks KB-2021-003 --title 'Pemeliharaan Tanggul dan Peringatan Dini Banjir Sungai Contoh' --opd KEC-HILIR \
    --support-opd DPUPR --partner 'Kabupaten Umpama' --affair 1.03 \
    --scope 'Pemeliharaan bangunan pengendali banjir' --number '611/34/KEC.HILIR/II/2022' \
    --partner-number '611/12/KEC.HULU/II/2022' --partner-signer 'Camat Umpama Hulu' --signed '14 Februari 2022' \
    --years 3 --signer 'Camat Contoh Hilir' --power-of-attorney '180/05/SKK/2022' \
    --power-of-attorney-date '10 Februari 2022'

run add-mou --scheme ksdpk --title 'Penyelenggaraan Layanan pada Mal Pelayanan Publik' --opd DPMPTSP \
    --partner 'PT BPR Umpama Sejahtera (Perseroda)' --partner-number '031/BPR-US/DIR/III/2022' \
    --partner-signer 'Direktur Utama' --number '415.4/04/KB/SETDA.PEM/III/2022' --signed 2022-03-08 --years 5 \
    --signer 'Bupati Contoh Raya' --affair 2.18 --scope 'Gerai layanan perbankan' \
    --scope 'Pembayaran nontunai' --scope 'Pembiayaan usaha mikro'
run derive-pks KB-2022-001 --title 'Gerai Layanan Perbankan pada Mal Pelayanan Publik' \
    --scope 'Gerai layanan perbankan' --number '503/415/DPMPTSP/IV/2022' --partner-number '040/BPR-US/DIR/IV/2022' \
    --partner-signer 'Direktur Kepatuhan' --signed 4/4/2022 --open-ended \
    --signer 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' \
    --power-of-attorney '180/14/SKK/2022' --power-of-attorney-date 2022-03-30

run add-mou --scheme ksdpl --title 'Pernyataan Kehendak Kabupaten/Kota Bersaudara dengan Kota Exemplum' --opd BAG-KS \
    --support-opd DISPARPORA --support-opd DIKBUD --partner 'Kota Exemplum, Negara Contoh' \
    --partner-signer 'Mayor of Exemplum' --number '415.4/LOI.01/BAG.KS/V/2022' --signed '18 Mei 2022' \
    --duration '1 tahun' --signer 'Bupati Contoh Raya' --affair 3.26 --affair 1.01 \
    --scope 'Promosi pariwisata' --scope 'Pertukaran pelajar'

# Its surat kuasa came after the signature.
run derive-pks KB-2021-001 --title 'Penyelenggaraan Bursa Kerja Daerah' --scope 'Bursa kerja' \
    --number '560/498/DISNAKER/V/2022' --partner-signer 'Manajer Personalia' --signed 30/5/2022 --years 2 \
    --signer 'Kepala Dinas Tenaga Kerja dan Transmigrasi' \
    --power-of-attorney '180/27/SKK/2022' --power-of-attorney-date 2022-06-02

run add-mou --scheme ksdpk --title 'Pengembangan Pertanian Terpadu dan Pengolahan Hasil' --opd DISTAN \
    --support-opd DISKOPDAG --partner 'Politeknik Contoh Nusantara' --partner-number '77/PCN/KS/VI/2022' \
    --partner-signer 'Direktur Politeknik Contoh Nusantara' --number '415.4/09/KB/SETDA.PEM/VI/2022' \
    --signed 2022-06-13 --years 5 --signer 'Bupati Contoh Raya' --affair 3.27 --affair 3.31 \
    --scope 'Pendampingan kelompok tani' --scope 'Pengolahan dan pengemasan hasil'
run derive-pks KB-2022-002 --title 'Pendampingan Kelompok Tani Hortikultura' --affair 3.27 \
    --scope 'Pendampingan kelompok tani' --number '520/866/DISTAN/VIII/2022' \
    --partner-signer 'Ketua Jurusan Budi Daya Tanaman' --signed '22 Agustus 2022' --years 3 \
    --signer 'Kepala Dinas Pertanian dan Ketahanan Pangan' \
    --power-of-attorney '180/39/SKK/2022' --power-of-attorney-date '18 Agustus 2022'

# A Nota Kesepakatan with two agencies in one document.
run add-mou --scheme sinergi --title 'Pelayanan Terpadu Isbat Nikah dan Administrasi Kependudukan' \
    --opd DISDUKCAPIL --partner 'Pengadilan Agama Contoh Raya' --partner-number 'W99-A7/1450/HM.01/IX/2022' \
    --partner-signer 'Ketua Pengadilan Agama Contoh Raya' \
    --partner 'Kantor Kementerian Agama Kabupaten Contoh Raya' --partner-number 'B-612/Kk.99/HM.01/09/2022' \
    --partner-signer 'Kepala Kantor Kementerian Agama Kabupaten Contoh Raya' \
    --number '415.4/NK.05/SETDA.PEM/IX/2022' --signed 2022-09-20 --years 5 --signer 'Bupati Contoh Raya' \
    --affair 2.12 --scope 'Sidang isbat nikah terpadu' --scope 'Penerbitan dokumen kependudukan'
run derive-pks NK-2022-001 --title 'Rencana Kerja Pelayanan Terpadu Isbat Nikah dan Administrasi Kependudukan' \
    --number '415.4/RK.05/SETDA.PEM/IX/2022' --partner-number 'W99-A7/1451/HM.01/IX/2022' \
    --partner-number 'B-613/Kk.99/HM.01/09/2022' --partner-signer 'Ketua Pengadilan Agama Contoh Raya' \
    --partner-signer 'Kepala Kantor Kementerian Agama Kabupaten Contoh Raya' \
    --signed 2022-09-20 --years 3 --signer 'Bupati Contoh Raya'

# No Kesepakatan Bersama, no surat kuasa, and a partner that is no legal entity.
run derive-pks --no-parent --scheme ksdpk --title 'Penyediaan Buku Digital Perpustakaan Sekolah' --opd DIKBUD \
    --partner 'CV Pustaka Cendekia Contoh' --partner-number '112/PCC/XI/2022' --partner-signer 'Direktur' \
    --number '420/2951/DIKBUD/XI/2022' --signed 7/11/2022 --duration '36 bulan' \
    --signer 'Kepala Dinas Pendidikan dan Kebudayaan' --affair perpustakaan

chapter 'Mencatat naskah tahun 2023 ...'

run opd rename DISKOMINFO --name 'Dinas Komunikasi, Informatika, Statistik, dan Persandian' \
    --reason 'Perubahan nomenklatur menurut Peraturan Bupati Contoh Raya Nomor 51 Tahun 2022'

run add-mou --scheme ksdpk --title 'Penyediaan Jaringan Internet dan Keamanan Informasi' --opd DISKOMINFO \
    --partner 'PT Jaringan Misal Digital' --partner-number '008/JMD-GOV/II/2023' --partner-signer 'Direktur Utama' \
    --number '415.4/02/KB/BAG.KS/II/2023' --signed 2023-02-14 --years 5 --signer 'Bupati Contoh Raya' \
    --affair 2.16 --affair 2.21 --scope 'Jaringan internet desa' --scope 'Pusat data dan keamanan informasi'

run derive-pks KB-2022-002 --title 'Pengolahan dan Pengemasan Hasil Pertanian' --opd DISKOPDAG --affair 3.31 \
    --scope 'Pengolahan dan pengemasan hasil' --number '530/207/DISKOPDAG/III/2023' \
    --partner-number '31/PCN/JTP/III/2023' --partner-signer 'Ketua Jurusan Teknologi Pangan' \
    --signed '6 Maret 2023' --years 3 \
    --signer 'Kepala Dinas Koperasi, Usaha Mikro, Perindustrian, dan Perdagangan' \
    --power-of-attorney '180/09/SKK/2023' --power-of-attorney-date '1 Maret 2023'

run add-mou --scheme ksdpl --doc mou --parent LOI-2022-001 --opd BAG-KS --support-opd DISPARPORA \
    --support-opd DIKBUD --title 'Kerja Sama Kabupaten/Kota Bersaudara antara Kabupaten Contoh Raya dan Kota Exemplum' \
    --partner 'Kota Exemplum, Negara Contoh' --partner-signer 'Mayor of Exemplum' \
    --number '415.4/MOU.01/BAG.KS/III/2023' --signed 2023-03-21 --years 5 --signer 'Bupati Contoh Raya' \
    --affair 3.26 --affair 1.01 --scope 'Promosi pariwisata' --scope 'Pertukaran pelajar' \
    --note 'Naskah asli disimpan di Kementerian Dalam Negeri.'

# Three neighbours, and no derived document to this day.
run add-mou --scheme ksdd-sukarela --title 'Promosi Pariwisata Lintas Daerah' --opd DISPARPORA \
    --partner 'Kota Misal' --partner-number '556/61/KB-MSL/2023' --partner-signer 'Wali Kota Misal' \
    --partner 'Kabupaten Umpama' --partner-number '556/140/KB/V/2023' --partner-signer 'Bupati Umpama' \
    --partner 'Kabupaten Andaian Timur' --partner-signer 'Bupati Andaian Timur' \
    --number '415.4/05/KB/BAG.KS/V/2023' --signed '22 Mei 2023' --years 3 --signer 'Bupati Contoh Raya' \
    --affair pariwisata --scope 'Paket wisata bersama' --scope 'Kalender kegiatan bersama'

run derive-pks KB-2023-001 --title 'Penyediaan Jaringan Internet Desa' --affair 2.16 \
    --scope 'Jaringan internet desa' --number '555/412/DISKOMINFO/IV/2023' --partner-number '027/JMD-GOV/VI/2023' \
    --partner-signer 'Direktur Operasi' --signed 8/6/2023 --years 2 \
    --signer 'Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian' \
    --power-of-attorney '180/22/SKK/2023' --power-of-attorney-date 2023-06-05

run derive-pks KB-2021-002 --title 'Pendampingan Pendidikan Inklusif' --opd DIKBUD --affair 1.01 \
    --scope 'Pendidikan inklusif' --number '420/1377/DIKBUD/VII/2023' --partner-number '19/YPSC/VII/2023' \
    --partner-signer 'Ketua Yayasan Peduli Sesama Contoh' --signed '17 Juli 2023' --ends '9 Juni 2026' \
    --signer 'Kepala Dinas Pendidikan dan Kebudayaan' \
    --power-of-attorney '180/29/SKK/2023' --power-of-attorney-date '12 Juli 2023'

run add-mou --scheme ksdpk --title 'Pemasaran Produk Usaha Mikro' --opd DISKOPDAG \
    --partner 'Koperasi Produsen Misal Makmur' --partner-number '14/KPMM/VII/2023' --partner-signer 'Ketua Pengurus' \
    --number '415.4/08/KB/BAG.KS/VII/2023' --signed 24/7/2023 --years 3 --signer 'Bupati Contoh Raya' \
    --affair 2.17 --affair 3.30 --scope 'Gerai bersama' --scope 'Pemasaran daring'
run derive-pks KB-2023-003 --title 'Gerai Bersama Produk Usaha Mikro' --scope 'Gerai bersama' \
    --number '518/690/DISKOPDAG/IX/2023' --partner-signer 'Ketua Pengurus' --signed 2023-09-11 --years 2 \
    --signer 'Kepala Dinas Koperasi, Usaha Mikro, Perindustrian, dan Perdagangan' \
    --power-of-attorney '180/36/SKK/2023' --power-of-attorney-date 2023-09-06

run derive-pks KB-2020-001 --title 'Pelayanan Administrasi Kependudukan Lintas Daerah' --opd DISDUKCAPIL \
    --affair 2.12 --scope 'Pelayanan administrasi kependudukan' --number '470/1520/DISDUKCAPIL/X/2023' \
    --partner-number '470/803/DKPS/2023' \
    --partner-signer 'Kepala Dinas Kependudukan dan Pencatatan Sipil Kota Misal' --signed 2023-10-02 \
    --ends 2025-07-15 --signer 'Kepala Dinas Kependudukan dan Pencatatan Sipil' \
    --power-of-attorney '180/40/SKK/2023' --power-of-attorney-date 2023-09-27

# A Rencana Kerja that was signed three years after its Nota Kesepakatan.
run derive-pks NK-2020-001 --title 'Rencana Kerja Penyertipikatan Tanah Aset Daerah Tahap II' \
    --number '415.4/RK.02/BAG.KS/XI/2023' --partner-number '21/RK-33.99/XI/2023' \
    --partner-signer 'Kepala Kantor Pertanahan Kabupaten Contoh Raya' --signed '13 November 2023' \
    --ends '10 November 2025' --signer 'Bupati Contoh Raya'

run add-mou --scheme sinergi --title 'Pembinaan Statistik Sektoral dan Desa Cinta Statistik' --opd DISKOMINFO \
    --support-opd BAPPERIDA --partner 'Badan Pusat Statistik Kabupaten Contoh Raya' \
    --partner-number 'B-118/99010/HM.300/12/2023' \
    --partner-signer 'Kepala Badan Pusat Statistik Kabupaten Contoh Raya' --number '415.4/NK.02/BAG.KS/XII/2023' \
    --signed 5/12/2023 --years 3 --signer 'Bupati Contoh Raya' --affair 2.20 \
    --scope 'Pembinaan statistik sektoral' --scope 'Pembinaan 20 desa'

# The same paper entered twice, once from the letter book; and what was wrong or missing in two others.
run derive-pks KB-2023-001 --title 'Layanan Internet Kantor Desa se-Kabupaten Contoh Raya' --affair 2.16 \
    --scope 'Jaringan internet desa' --signed 2023-06-08 --years 2 \
    --signer 'Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian'
run void PKS-2023-006 --reason 'Entri ganda dari buku agenda; naskah yang sama tercatat sebagai PKS-2023-002'
run update PKS-2023-002 --number '555/412/DISKOMINFO/VI/2023' \
    --reason 'Salah ketik bulan pada nomor; menurut pindaian naskah bulan VI'
run update PKS-2022-004 --partner-number '34/PCN/JBT/VIII/2022'

chapter 'Mencatat naskah tahun 2024 ...'

run derive-pks MOU-2023-001 --title 'Rencana Kegiatan Tahunan Kabupaten/Kota Bersaudara Tahun 2024' \
    --number '100.3.7.2/01/BAG.KS/I/2024' --partner-signer 'Director of International Affairs' \
    --signed '15 Januari 2024' --ends '31 Desember 2024' --signer 'Bupati Contoh Raya'

run add-mou --scheme ksdll --doc mou --title 'Penyediaan Air Minum dan Sanitasi Perdesaan' --opd DPUPR \
    --support-opd DINKES --partner 'Exemplum Water Foundation' --partner-number 'EWF/MoU/2024/003' \
    --partner-signer 'Country Director' --number '100.3.7.2/02/BAG.KS/II/2024' --signed 2024-02-27 --years 3 \
    --signer 'Bupati Contoh Raya' --affair 1.03 --scope 'Sarana air minum perdesaan' \
    --scope 'Sanitasi total berbasis masyarakat' --note 'Penerusan kerja sama Pemerintah Pusat.'
run derive-pks KB-2022-001 --title 'Pembayaran Retribusi Perizinan secara Nontunai' \
    --scope 'Pembayaran nontunai' --number '503/233/DPMPTSP/III/2024' --partner-number '029/BPR-US/DIR/III/2024' \
    --partner-signer 'Direktur Kepatuhan' --signed '5 Maret 2024' --duration '2 tahun' \
    --signer 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' \
    --power-of-attorney '100.3.10/06/SKK/2024' --power-of-attorney-date '29 Februari 2024'
run derive-pks MOU-2024-001 --title 'Rencana Kegiatan Tahunan Air Minum dan Sanitasi Perdesaan Tahun Pertama' \
    --number '100.3.7.2/03/DPUPR/III/2024' --partner-number 'EWF/AWP/2024/001' --partner-signer 'Country Director' \
    --signed 18/3/2024 --duration '12 bulan' --signer 'Bupati Contoh Raya'

run add-mou --scheme ksdd-wajib --title 'Pengelolaan Persampahan Lintas Daerah' --opd DLH --support-opd DPUPR \
    --replaces KB-2019-001 \
    --partner 'Kabupaten Umpama' --partner-number '100.3.7.1/64/KB/IV/2024' --partner-signer 'Bupati Umpama' \
    --partner 'Kota Misal' --partner-number '100.3.7.1/22/KB-MSL/2024' --partner-signer 'Wali Kota Misal' \
    --number '100.3.7.1/03/KB/BAG.KS/IV/2024' --signed '22 April 2024' --years 5 --signer 'Bupati Contoh Raya' \
    --affair 2.11 --scope 'Pengurangan sampah dari sumbernya' --scope 'Pengangkutan sampah di wilayah perbatasan' \
    --scope 'Pemrosesan akhir sampah'
# No number of our own yet: the running number was left blank in the letter book.
run derive-pks KB-2022-002 --title 'Pengembangan Kawasan Hortikultura Contoh Hulu' --affair 3.27 \
    --scope 'Pendampingan kelompok tani' --partner-number '22/PCN/JBT/IV/2024' \
    --partner-signer 'Ketua Jurusan Budi Daya Tanaman' --signed '29 April 2024' --duration '18 bulan' \
    --signer 'Kepala Dinas Pertanian dan Ketahanan Pangan' \
    --power-of-attorney '100.3.10/11/SKK/2024' --power-of-attorney-date '25 April 2024'
run derive-pks KB-2024-001 --title 'Pemanfaatan Bersama Tempat Pemrosesan Akhir Sampah Contoh Hilir' \
    --replaces PKS-2019-001 --scope 'Pemrosesan akhir sampah' --number '100.3.7.1/17/DLH/V/2024' \
    --partner-number '100.3.7.1/40/DLH/V/2024' --partner-signer 'Kepala Dinas Lingkungan Hidup Kabupaten Umpama' \
    --partner-signer 'Kepala Dinas Lingkungan Hidup Kota Misal' --signed 27/5/2024 --starts 2024-06-21 \
    --ends 2029-04-22 --signer 'Kepala Dinas Lingkungan Hidup' \
    --power-of-attorney '100.3.10/14/SKK/2024' --power-of-attorney-date 2024-05-21
run derive-pks KB-2023-001 --doc kontrak --title 'Penyediaan Ruang Pusat Data dan Pemantauan Keamanan Informasi' \
    --affair 2.21 --scope 'Pusat data dan keamanan informasi' --number '100.3.7.1/26/DISKOMINFO/VII/2024' \
    --partner-number '033/JMD-GOV/VII/2024' --partner-signer 'Direktur Operasi' --signed 2024-07-08 --years 1 \
    --signer 'Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian' \
    --power-of-attorney '100.3.10/19/SKK/2024' --power-of-attorney-date 2024-07-03

# Renewed two months after its predecessor had ended.
run add-mou --scheme ksdpk --title 'Penyelenggaraan Tridarma Perguruan Tinggi untuk Pembangunan Daerah' \
    --opd BAPPERIDA --support-opd DIKBUD --support-opd DINKES --replaces KB-2019-002 \
    --partner 'Universitas Contoh' --partner-number '301/UC/KS/X/2024' --partner-signer 'Rektor Universitas Contoh' \
    --number '100.3.7.1/09/KB/BAG.KS/X/2024' --signed 8/10/2024 --years 5 --signer 'Bupati Contoh Raya' \
    --affair 1.01 --affair 1.02 --affair 3.27 --scope 'Peningkatan mutu pendidik' \
    --scope 'Penelitian dan inovasi daerah' --scope 'Penurunan stunting melalui kuliah kerja nyata tematik'
# Signed in 2024, in force from 2025.
run add-mou --scheme ksdpk --title 'Beasiswa dan Pengembangan Profesi Guru' --opd DIKBUD \
    --partner 'Institut Keguruan Misal' --partner-number '188/IKM/KS/XII/2024' --partner-signer 'Rektor' \
    --number '100.3.7.1/12/KB/BAG.KS/XII/2024' --signed '19 Desember 2024' --starts '2 Januari 2025' --years 5 \
    --signer 'Bupati Contoh Raya' --affair 1.01 --scope 'Beasiswa magister' --scope 'Pelatihan profesi guru'

# Drafts: the year in their ids is that of entry, so nothing refers to them.
run add-mou --scheme ksdpk --title 'Pengembangan Desa Wisata Contoh Pesisir' --opd DISPARPORA \
    --partner 'PT Wisata Umpama Lestari' --years 5 --affair 3.26 --scope 'Pengelolaan desa wisata' \
    --note 'Rancangan; dibahas TKKSD pada 12 Desember 2024, profil perusahaan belum diterima.'
run derive-pks KB-2021-003 --title 'Gladi Bersama Tanggap Darurat Banjir' --partner 'Kabupaten Umpama' \
    --affair 1.05 --scope 'Pengerahan personel dan logistik' --dprd-received-on '1 November 2024' \
    --note 'Rancangan; menunggu paraf mitra.'
