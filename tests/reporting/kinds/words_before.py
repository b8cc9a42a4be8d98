"""Words on the page of each OPD of the example before pages were told as parts.

Counted at commit d559d500, the last one before parts: each page in Markdown that ``kskd report`` made of
``examples/isi-registri.sh`` of that commit on 15 January 2025, split at white space. What has no letter
and no digit is no word.
"""

from __future__ import annotations

_PERIODS = ("2024-11", "2024-S1", "2024-S2", "2024")
_WORDS = """
BAG-KS          1065    1027    1165    1208
BAPPERIDA        911     990     900     987
BPBD            1215    1187    1191    1228
DIKBUD          1366    1328    1400    1471
DINKES          1255    1206    1284    1321
DINSOS          1054    1027    1049    1086
DISDUKCAPIL     1293    1260    1253    1298
DISKOMINFO      1319    1230    1335    1380
DISKOPDAG       1106    1121    1144    1150
DISNAKER        1184    1222    1061    1298
DISPARPORA       923     925     960     958
DISTAN          1202    1169    1337    1377
DLH             1075    1292    1205    1397
DPMPTSP         1245    1214    1247    1288
DPUPR           1485    1456    1526    1586
KEC-HILIR       1096    1057    1067    1128
RSUD            1222    1196    1212    1247
"""

WORDS_BEFORE = {
    period: {line.split()[0]: int(line.split()[at]) for line in _WORDS.strip().splitlines()}
    for at, period in enumerate(_PERIODS, 1)
}
"""By period and code of OPD."""
