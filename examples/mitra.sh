# shellcheck shell=sh
# The partners, by name and kind. Read by isi-registri.sh.

run partner add 'Kabupaten Umpama' --kind pemda --alias 'Pemkab Umpama' --alias 'Pemerintah Kabupaten Umpama'
run partner add 'Kota Misal' --kind pemda --alias 'Pemerintah Kota Misal'
run partner add 'Kabupaten Andaian Timur' --kind pemda
run partner add 'Universitas Contoh' --kind perguruan-tinggi --alias 'Univ. Contoh'
run partner add 'Institut Keguruan Misal' --kind perguruan-tinggi --alias 'IK Misal'
run partner add 'Politeknik Contoh Nusantara' --kind perguruan-tinggi --alias 'Poltek Contoh Nusantara'
run partner add 'PT Maju Contoh' --kind perusahaan
run partner add 'PT Jaringan Misal Digital' --kind perusahaan
run partner add 'PT Medika Andaian Husada' --kind perusahaan
run partner add 'PT Wisata Umpama Lestari' --kind perusahaan
run partner add 'CV Pustaka Cendekia Contoh' --kind perusahaan
run partner add 'PT BPR Umpama Sejahtera (Perseroda)' --kind bumd --alias 'BPR Umpama Sejahtera'
run partner add 'Koperasi Produsen Misal Makmur' --kind koperasi
run partner add 'Yayasan Peduli Sesama Contoh' --kind ormas
run partner add 'Kantor Pertanahan Kabupaten Contoh Raya' --kind instansi-vertikal --alias 'BPN Contoh Raya'
run partner add 'Badan Pusat Statistik Kabupaten Contoh Raya' --kind instansi-vertikal --alias 'BPS Contoh Raya'
run partner add 'Pengadilan Agama Contoh Raya' --kind instansi-vertikal --alias 'PA Contoh Raya'
run partner add 'Kantor Kementerian Agama Kabupaten Contoh Raya' --kind instansi-vertikal \
    --alias 'Kemenag Contoh Raya'
run partner add 'Kota Exemplum, Negara Contoh' --kind pemda-luar-negeri --alias 'City of Exemplum'
run partner add 'Exemplum Water Foundation' --kind lembaga-luar-negeri
