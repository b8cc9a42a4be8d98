"""``init``, ``setting list``, ``set``, ``reset``."""

from typing import Annotated

from kskd.cli.kit.command import READING, WRITING, Call, command, required
from kskd.cli.kit.options import NameOption, argument, option, switch
from kskd.cli.kit.output import put, put_listing
from kskd.cli.kit.talk import say
from kskd.workflows.office import begin

_Key = Annotated[str, argument("KUNCI", "Nama pengaturan; lihat kskd setting list.")]
_Reason = Annotated[str | None, option("--reason", "ALASAN", "Alasan, untuk riwayat.")]


@command(*WRITING)
def init(
    call: Call,
    *,
    name: NameOption = None,
    level: Annotated[
        str | None, option("--level", "TINGKAT", "kabupaten, kota, atau provinsi [bawaan: kabupaten].")
    ] = None,
    seat: Annotated[
        str | None, option("--seat", "TEMPAT", "Tempat kedudukan, untuk penandatanganan laporan.")
    ] = None,
    reports_since: Annotated[
        str | None,
        option(
            "--reports-since", "SEMESTER", "Laporan ditagih mulai semester ini [bawaan: semester berjalan]."
        ),
    ] = None,
    upgrade: Annotated[bool, switch("--upgrade", "Memutakhirkan skema registri yang sudah ada.")] = False,
) -> None:
    """Berkas dibuat di --db atau ./kskd.db, hanya dapat dibaca pemiliknya. Berkas yang ada tidak ditimpa."""
    way = call.access
    if upgrade:
        before, after = begin.upgrade_schema(way)
        say(f"Skema {before} → {after}." if before != after else f"Registri sudah memakai skema {after}.")
        return
    told = {"name": required(name, "--name"), "level": level, "seat": seat, "reports-since": reports_since}
    made = begin.init(way, {key: text for key, text in told.items() if text is not None})
    put(str(way.path))
    since = made.reports_since
    say(
        "Registri dibuat. Selanjutnya: kskd import BERKAS bila sudah ada daftar; bila belum, "
        "kskd opd add KODE --name NAMA, lalu kskd add-mou.",
        *(
            [f"Laporan ditagih mulai {since.label}; ubah dengan kskd setting set reports-since."]
            if since
            else []
        ),
    )


@command(*READING)
def list_settings(call: Call) -> None:
    """Yang berlaku; kolom Diatur menunjukkan yang diubah dari bawaannya."""
    rows = begin.read_settings(call.access)
    columns = {"key": "Kunci", "value": "Nilai", "is_set": "Diatur", "label": "Arti"}
    put_listing(call, "setting-list/1", columns, rows, empty="Tidak ada pengaturan.")


@command("letter", "who", "dry_run", "db")
def set_setting(
    call: Call, *, key: _Key, value: Annotated[str, argument("NILAI", "Nilainya.")], reason: _Reason = None
) -> None:
    """Perubahan masuk riwayat seperti perubahan lainnya."""
    _tell_set(*begin.set_setting(call._replace(reason=reason).access, key, value))


@command("letter", "who", "dry_run", "db")
def reset_setting(call: Call, *, key: _Key, reason: _Reason = None) -> None:
    """Yang tidak mempunyai bawaan menjadi kosong. Perubahan masuk riwayat seperti perubahan lainnya."""
    _tell_set(*begin.reset_setting(call._replace(reason=reason).access, key))


def _tell_set(key: str, value: str) -> None:
    put(key, value)
    if key == "term-rule":
        say("Berlaku untuk yang dicatat sesudah ini; tanggal yang sudah tercatat tidak berubah.")
