# shellcheck shell=sh
# What the law asks of documents beyond parties and term, as far as the office knows it. Read by isi-registri.sh.
# What is not told here stays unknown.

# Kesepakatan Bersama and Nota Kesepakatan: preparation, recommendation of the TKKSD, where the original lies.
run update KB-2020-001 --kak ya --in-plan ya --tkksd-recommended-on 2020-07-06 --original-held ya \
    --original-place 'Ruang arsip Setda, rak 2' --copy-held ya
run update KB-2021-003 --kak ya --in-plan ya --bordering ya --tkksd-recommended-on '27 September 2021' \
    --original-held ya --original-place 'Ruang arsip Setda, rak 3' --copy-held ya --stamp-duty ya
run update KB-2022-001 --kak ya --feasibility-study ya --in-plan ya --tkksd-recommended-on 1/3/2022 --original-held ya
run update KB-2023-001 --kak ya --feasibility-study ya --in-plan ya --original-place 'Ruang arsip Setda, rak 5' \
    --published ya
run update KB-2023-002 --kak tidak --in-plan tidak --plan-exception tidak-ada
run update KB-2023-003 --kak ya --feasibility-study tidak --original-place 'Ruang arsip Setda, rak 5'
run update KB-2024-002 --kak ya --in-plan ya --tkksd-recommended-on '15 Oktober 2024' \
    --original-place 'Ruang arsip Setda, rak 6'
run update NK-2022-001 --kak ya --in-rkpd ya --burdens-public tidak --in-apbd ya --sent-to-minister ya \
    --governor-reported-on '1 Agustus 2023' --original-place 'Ruang arsip Setda, rak 4'
run update NK-2023-001 --kak ya --in-rkpd tidak --sent-to-minister tidak

# Perjanjian Kerja Sama and Kontrak: the DPRD, the surat kuasa, the paper, the clauses.
run update PKS-2021-004 --burdens-public tidak --in-apbd ya --power-copy-sent ya --original-held ya \
    --original-place 'Ruang arsip Setda, rak 3'
run update PKS-2022-005 --ksdpk-kind pelayanan --has-parent tidak --has-power tidak --stamp-duty tidak --original-held tidak
run update PKS-2022-004 --ksdpk-kind pelayanan --burdens-public tidak --in-apbd ya
run update PKS-2023-005 --power-copy-sent tidak --copy-held ya
run update PKS-2024-001 --ksdpk-kind pelayanan --burdens-public tidak --in-apbd tidak --dprd-received-on 2024-02-26 --dprd-answer setuju \
    --dprd-answered-on '20 Maret 2024' --company-profile ya
run update PKS-2024-002 --clause maksud-tujuan --clause objek --clause ruang-lingkup --clause pelaksanaan \
    --clause hak-kewajiban --clause pembiayaan --clause jangka-waktu --clause perselisihan --clause pengakhiran
run update PKS-2024-003 --burdens-public ya --in-apbd ya --dprd-answer belum-diminta
run update KONTRAK-2024-001 --ksdpk-kind lainnya --published tidak --clause hak-kewajiban --clause jangka-waktu \
    --clause perselisihan --clause sanksi

# Abroad.
run update LOI-2022-001 --kajian ya --diplomatic-relations ya --minister-reply ya --sent-to-minister ya
run update MOU-2023-001 --diplomatic-relations ya --dprd-answer setuju --dprd-answered-on 2023-02-20 \
    --minister-approved ya --foreign-confirmation ya --minister-original ya --indonesian-text ya
run update MOU-2024-001 --ksdll-kind penerusan --diplomatic-relations ya --minister-original tidak --indonesian-text ya
