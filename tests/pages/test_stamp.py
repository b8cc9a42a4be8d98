"""What a page's file says of its making: read again as it was written, from anything around it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kskd.domain.values.dates import format_date
from kskd.pages.stamp import Origin, Stamp, find_short, find_stamp

ASKED = st.lists(
    st.tuples(
        st.from_regex(r"[a-z]+(_[a-z]+)?", fullmatch=True),
        st.lists(st.text(min_size=1), max_size=3).map(tuple),
    ),
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(tuple)
ORIGINS = st.builds(
    Origin,
    period=st.sampled_from(["2024", "2024-S2", "2024-11"]),
    act=st.integers(1, 10**9),
    seal=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    asked=ASKED,
    known_on=st.none() | st.dates(),
    assume_reported=st.booleans(),
    templates=st.none() | st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    given=ASKED,
)
STAMPS = st.builds(
    Stamp,
    kind=st.text(min_size=1),
    name=st.text(min_size=1),
    as_of=st.dates(),
    digest=st.just("4a93 7286 abde 7644"),
    version=st.text(min_size=1),
    origin=ORIGINS,
    lambang=st.none() | st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
)


@given(STAMPS, st.binary(max_size=20), st.sampled_from([b'"', b"<", b")", b" ", b"\n", b""]))
def test_a_stamp_is_read_as_it_was_written_whatever_stands_around_it(
    stamp: Stamp, before: bytes, after: bytes
) -> None:
    text = stamp.text()
    assert re.fullmatch(r"[\w./;=%~-]+", text, re.ASCII), "no format has to escape it"
    assert find_stamp(before + text.encode() + after) == stamp


@given(st.builds(replace, STAMPS, as_of=st.dates(date(1945, 1, 1), date(2150, 12, 31))), st.text(max_size=20))
def test_the_last_line_of_a_plain_text_says_the_same_in_short(stamp: Stamp, before: str) -> None:
    """All but the version of kskd and a picture, of which a plain text shows nothing."""
    history = stamp.origin.history
    last = f"Keadaan {format_date(stamp.as_of)} · kode pemeriksa {stamp.digest} · riwayat {history}"
    found = find_short(f"{before}\n{last} · halaman {stamp.short()}\n")
    origin = replace(stamp.origin, seal=(stamp.origin.seal or "")[:8])
    assert found == replace(stamp, version="", lambang="", origin=origin)


def test_what_is_not_the_last_line_is_no_short_stamp() -> None:
    line = (
        "Keadaan 15 Januari 2025 · kode pemeriksa 4a93 7286 abde 7644 · riwayat catatan 9, segel 9f3a 11c2"
        " · halaman pengingat-pesan DLH 2025-S1"
    )
    assert find_short(line) is not None
    assert find_short(f"{line}\nPenutup") is None
    assert find_short(line.replace("Januari", "Brumaire")) is None
    assert find_short(line.replace(" · halaman", "")) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"kskd-page/1",
        b"kskd-page/1;kind=opd",
        b"kskd-page/1;kind=opd;name=x;period=2024;as-of=2024-13-01;digest=0;version=1",
        b"kskd-page/1;kind=opd;name=x;period=2024;as-of=2024-12-01;digest=0;version=1;act=x",
        b"kskd-page/2;kind=opd;name=x;period=2024;as-of=2024-12-01;digest=0;version=1",
    ],
)
def test_what_is_no_whole_stamp_is_none(content: bytes) -> None:
    assert find_stamp(content) is None


def test_the_head_of_the_history_is_printed_short_and_stable() -> None:
    assert Origin("2024-S2", 128, "9f3a11c2" * 8).history == "catatan 128, segel 9f3a 11c2"
    assert Origin("2024-S2").history is None


def test_a_stamp_has_a_stable_form() -> None:
    stamp = Stamp(
        "opd", "2024-S2/DINKES", date(2025, 1, 15), "4a93 7286 abde 7644", "1.0",
        Origin("2024-S2", 128, "9f3a11c2" * 8, (("scheme", ("ksdpk",)),), date(2024, 12, 31)),
    )  # fmt: skip
    assert stamp.text() == (
        "kskd-page/1;kind=opd;name=2024-S2%2FDINKES;period=2024-S2;as-of=2025-01-15;digest=4a937286abde7644;"
        "version=1.0;act=128;seal=9f3a11c29f3a11c2;known-on=2024-12-31;only-scheme=ksdpk"
    )
