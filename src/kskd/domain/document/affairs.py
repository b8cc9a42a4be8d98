"""The 32 government affairs (urusan pemerintahan konkuren): UU 23/2014 Pasal 12, Permendagri 22/2020 Pasal 4.

Codes follow the planning nomenclature (Permendagri 90/2019 and its successors).
"""

from kskd.domain.values.text import quote
from kskd.errors import refusal

AFFAIRS = {
    "1.01": "Pendidikan",
    "1.02": "Kesehatan",
    "1.03": "Pekerjaan umum dan penataan ruang",
    "1.04": "Perumahan rakyat dan kawasan permukiman",
    "1.05": "Ketenteraman, ketertiban umum, dan pelindungan masyarakat",
    "1.06": "Sosial",
    "2.07": "Tenaga kerja",
    "2.08": "Pemberdayaan perempuan dan pelindungan anak",
    "2.09": "Pangan",
    "2.10": "Pertanahan",
    "2.11": "Lingkungan hidup",
    "2.12": "Administrasi kependudukan dan pencatatan sipil",
    "2.13": "Pemberdayaan masyarakat dan Desa",
    "2.14": "Pengendalian penduduk dan keluarga berencana",
    "2.15": "Perhubungan",
    "2.16": "Komunikasi dan informatika",
    "2.17": "Koperasi, usaha kecil, dan menengah",
    "2.18": "Penanaman modal",
    "2.19": "Kepemudaan dan olah raga",
    "2.20": "Statistik",
    "2.21": "Persandian",
    "2.22": "Kebudayaan",
    "2.23": "Perpustakaan",
    "2.24": "Kearsipan",
    "3.25": "Kelautan dan perikanan",
    "3.26": "Pariwisata",
    "3.27": "Pertanian",
    "3.28": "Kehutanan",
    "3.29": "Energi dan sumber daya mineral",
    "3.30": "Perdagangan",
    "3.31": "Perindustrian",
    "3.32": "Transmigrasi",
}


def read_affair(text: str) -> str:
    """The code of the affair meant by a code (``1.02``), a name, or the beginning of one name.

    Raises Ambiguous for the beginning of several, NotFound with those that contain the text, or with all.
    """
    wanted = text.strip().casefold()
    if wanted in AFFAIRS:
        return wanted
    exact = [code for code, name in AFFAIRS.items() if name.casefold() == wanted]
    near = exact or [code for code, name in AFFAIRS.items() if wanted and name.casefold().startswith(wanted)]
    if len(near) == 1:
        return near[0]
    if near:
        choices = "; ".join(f"{code} {AFFAIRS[code]}" for code in near)
        raise refusal("affair-ambiguous", text=quote(text), found=choices)
    near = [code for code, name in AFFAIRS.items() if wanted and wanted in name.casefold()] or list(AFFAIRS)
    choices = "; ".join(f"{code} {AFFAIRS[code]}" for code in near)
    raise refusal("affair-unknown", text=quote(text), known=choices)
