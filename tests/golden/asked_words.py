"""What each rule needs to know of a document, written from its words (``kskd explain CODE``) over plain rows.

A rule that needs several things asks for one after the other, in the order of its words; once one of them is
told not to be there, for all the rest.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, Any

from tests.golden.recounted import ABROAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.golden.recounted_asked import Asked

P22, ADJUSTED = "2020-04-14", "2020-10-14"  # Permendagri 22/2020, and six months later (its Pasal 62)

# Below the leader of a third party, by the words of KS212; who else signs leads it, or it cannot be told.
BELOW = {
    "Dekan Fakultas Keguruan dan Ilmu Pendidikan", "Ketua Jurusan Budi Daya Tanaman",
    "Ketua Jurusan Teknologi Pangan", "Manajer Personalia", "Manajer Pemasaran",
}  # fmt: skip
ANNEXES = ("needs-mapped", "activity-outline", "willingness-letter")
PERMITS = ("principle-permit", "operating-permit", "nonprofit-plan")
CRITERIA = ("fits-sector-plan", "feasible", "partner-can-finance", "partner-study")
PROCEEDS = {
    "uang": ("proceeds-paid",),
    "barang": ("proceeds-recorded",),
    "uang-barang": ("proceeds-paid", "proceeds-recorded"),
}


class Paper:
    """One document as a rule's words look at it."""

    def __init__(self, rows: Asked, key: str) -> None:
        self.rows, self.key, self.one = rows, key, rows.known[key]
        self.doc, self.scheme = str(self.one["doc"]), str(self.one["scheme"])
        self.signed, self.own, self.partners = self.one["signed_on"], rows.own(key), rows.partners(key)
        self.facts = {name.replace("_", "-"): value for name, value in rows.noted[key].items()}
        self.ends = rows.old_ends.get(key, self.one["ends_on"])

    def says(self, fact: str) -> str | None:
        """What a fact says, None where nothing is recorded."""
        return self.facts.get(fact)

    @property
    def has_own_rules(self) -> bool:
        """Whether it is cooperation with a third party that follows the rules of its sector."""
        return self.says("ksdpk-kind") in {"aset", "investasi", "lainnya"}

    @property
    def is_kind_open(self) -> bool:
        """Whether it may be such, for all that is recorded."""
        return self.scheme == "ksdpk" and self.says("ksdpk-kind") is None

    @property
    def is_running(self) -> bool:
        """Whether it is not over on the day."""
        last = self.rows.ends(self.key)
        return last is None or last >= self.rows.as_of

    @property
    def has_power(self) -> bool:
        """Whether it is told to be signed under a power of attorney."""
        return bool(self.own["power_number"] or self.own["power_date"] or self.says("has-power") == "yes")

    def needs(self, *fields: str) -> list[str]:
        """Of what must all be there the first that nobody told, or all once one is told not to be there."""
        open_ones = [field for field in fields if self.says(field) is None]
        return open_ones if any(self.says(field) == "no" for field in fields) else open_ones[:1]


def _power(below: Callable[[dict[str, Any]], bool]) -> Callable[[Paper], Iterable[str]]:
    """The power of who signed for a partner from below, else who signed; both once there is no power."""

    def asks(one: Paper) -> Iterable[str]:
        seats = [seat for seat in one.partners if seat["kind"] != "perseorangan" or one.scheme != "ksdpk"]
        if any(seat["signer_office"] and below(seat) for seat in seats):
            return ("partner-power", *(("partner-signer",) if one.says("partner-power") == "no" else ()))
        return ("partner-signer",) if any(not seat["signer_office"] for seat in seats) else ()

    return asks


def _is_no_head(seat: dict[str, Any]) -> bool:
    return not seat["signer_office"].startswith(("Bupati", "Wali Kota", "Gubernur"))


def _parent(one: Paper) -> Iterable[str]:
    if one.has_own_rules or one.one["parent"]:
        return ()
    if one.says("has-parent") == "no":
        return ("ksdpk-kind",) if one.is_kind_open else ()
    return ("parent",)


def _letter(one: Paper) -> Iterable[str]:
    is_open = one.scheme == "ksdll" and one.says("ksdll-kind") is None
    return ("ksdll-kind",) if is_open and not one.one["parent"] else ()


def _legal_entity(one: Paper) -> Iterable[str]:
    firms = [seat["name"] for seat in one.partners if seat["kind"] == "perusahaan"]
    return () if all(name.startswith("PT ") for name in firms) else ("legal-entity",)


def _plan(one: Paper) -> Iterable[str]:
    if one.says("cooperation-plan") == "yes" or one.says("cooperation-plan-on"):
        return ("plan-complete",)
    return ("cooperation-plan",) if one.says("plan-complete") == "no" else ()


def _passed_on(one: Paper) -> Iterable[str]:
    if one.says("ksdll-kind") != "penerusan":
        return ("ksdll-kind",)
    study = ("feasibility-study",) if one.says("needs-study") == "yes" else ()
    return one.needs(*ANNEXES, *study) or ("needs-study",)


def _nonprofit(one: Paper) -> Iterable[str]:
    if one.says("ksdll-kind") != "penerusan":
        return ()
    return one.needs(*PERMITS) if one.says("foreign-body") == "nonprofit" else ("foreign-body",)


def _initiative(one: Paper) -> Iterable[str]:
    if one.has_own_rules or one.says("initiator") == "pemda":
        return ()
    if one.says("initiator") is None:
        return ("initiator",)
    is_unfit = any(one.says(field) == "no" for field in CRITERIA)
    return ("ksdpk-kind",) if is_unfit and one.is_kind_open else one.needs(*CRITERIA)


def _office_term(one: Paper) -> Iterable[str]:
    begun = one.one["starts_on"] or one.signed
    is_longer = one.ends and one.ends > f"{int(begun[:4]) + 5}{begun[4:]}"
    return ("ksdpk-kind",) if is_longer and one.is_kind_open else ()


def _beyond_parent(one: Paper) -> Iterable[str]:
    parent = one.one["parent"]
    last = one.rows.ends(parent) if parent in one.rows.known else None
    return ("ends",) if last and last >= one.rows.as_of else ()


def _extension(one: Paper) -> Iterable[str]:
    if not one.ends or one.rows.ends(one.key) != one.ends or one.says("decision") == "tidak-diperpanjang":
        return ()
    month = int(one.ends[:4]) * 12 + int(one.ends[5:7]) - 7
    year, month = month // 12, month % 12 + 1
    latest = f"{year}-{month:02}-{min(int(one.ends[8:]), monthrange(year, month)[1]):02}"
    return ("extension-requested-on",) if one.rows.as_of > latest else ()


def _council(one: Paper) -> Iterable[str]:
    """At home; whether the DPRD must agree, what it said, and when it was asked."""
    if one.has_own_rules or one.says("dprd-answer") == "setuju":
        return ()
    if one.says("burdens-public") == "yes" or one.says("in-apbd") == "no":
        return ("ksdpk-kind",) if one.is_kind_open else _stand(one)
    return ("burdens-public",) if one.says("burdens-public") is None else ("in-apbd",)


def _stand(one: Paper) -> Iterable[str]:
    received, answer = one.says("dprd-received-on"), one.says("dprd-answer")
    if received and one.signed >= P22 and one.rows.days(one.signed, received) > 45:
        return ()  # its silence is consent
    if answer == "tidak-menjawab":
        return ("dprd-received-on",)
    return ("dprd-answer",)


def _council_abroad(one: Paper) -> Iterable[str]:
    if one.scheme == "ksdll" and one.says("ksdll-kind") != "lainnya":
        return ("ksdll-kind",)
    return ("dprd-received-on",) if one.says("dprd-answer") == "tidak-menjawab" else ("dprd-answer",)


def _answered_on(one: Paper) -> Iterable[str]:
    """The day of a consent, where it is needed or that is not known."""
    is_needless = one.has_own_rules or (one.says("burdens-public"), one.says("in-apbd")) == ("no", "yes")
    if one.says("dprd-answer") != "setuju" or is_needless or one.says("ksdll-kind") == "penerusan":
        return ()
    return ("dprd-answered-on",)


def _silent(one: Paper) -> Iterable[str]:
    received = one.says("dprd-received-on")
    is_over = not one.signed and received and one.rows.days(one.rows.as_of, received) > 45
    return ("dprd-answer",) if is_over else ()


def _profile(one: Paper) -> Iterable[str]:
    if one.says("dprd-received-on"):
        return ("company-profile",)
    return ("dprd-received-on",) if one.says("company-profile") == "no" else ()


def _dated(fact: str) -> Callable[[Paper], Iterable[str]]:
    """That there is a paper, which its day says too; told that there is none, also the day that would."""

    def asks(one: Paper) -> Iterable[str]:
        if one.says(f"{fact}-on") or (fact == "plan-verified" and one.says("ksdll-kind") == "penerusan"):
            return ()
        return (fact, *((f"{fact}-on",) if one.says(fact) == "no" else ()))

    return asks


def _governor(one: Paper) -> Iterable[str]:
    begun, today = one.one["starts_on"] or one.signed, one.rows.as_of
    year_on = f"{int(begun[:4]) + 1}{begun[4:]}"
    is_told = one.rows.papers.get("laporan-sinergi-tahunan")
    return ("governor-reported-on",) if one.is_running and year_on < today and not is_told else ()


def _proceeds(one: Paper) -> Iterable[str]:
    form = one.says("proceeds")
    if form is not None:
        return one.needs(*PROCEEDS.get(form, ()))
    is_done = any(
        told["agreement"] == one.key
        and told["implementation"] in {"penuh", "sebagian"}
        and one.rows.told(one.key, told["period"]) <= one.rows.as_of
        for told in one.rows.evaluations
    )
    return ("proceeds",) if is_done else ()


def _of_dispute(field: str, steps: set[str]) -> Callable[[Paper], Iterable[str]]:
    return lambda one: (field,) if one.says("dispute") in steps else ()


def _original(one: Paper) -> Iterable[str]:
    held = one.says("original-held")
    if held == "no":
        return ("original-place",)
    return () if one.one["original_place"] else ("original-held",)


def _partner_number(one: Paper) -> Iterable[str]:
    are_numbered = all(seat["number"] or seat["kind"] == "perseorangan" for seat in one.partners)
    return () if are_numbered else ("partner-number",)


def _listed_in(kind: str, field: str) -> Callable[[Paper], Iterable[str]]:
    return lambda one: (field,) if (one.signed or one.rows.as_of)[:4] in one.rows.papers.get(kind, ()) else ()


DISPUTED = {"musyawarah", "tkksd-provinsi", "gubernur", "menteri", "menurut-perjanjian"}
PLAIN = {
    **{f"KS{number}": "clause" for number in range(131, 139)},
    "KS113": "partner-kind", "KS115": "bordering", "KS117": "diplomatic-relations", "KS121": "kak",
    "KS122": "feasibility-study", "KS123": "kajian", "KS124": "in-rkpd", "KS201": "signer",
    "KS202": "signer", "KS206": "signer", "KS207": "partner-signer", "KS209": "stamp-duty",
    "KS210": "tkksd-recommended-on", "KS301": "ends", "KS302": "ends", "KS303": "ends", "KS308": "ends",
    "KS409": "minister-reply", "KS603": "copy-held", "KS604": "sent-to-minister",
    "KS605": "sent-to-minister", "KS606": "minister-original", "KS607": "published", "KS608": "number",
    "KS701": "ends", "KS704": "affair", "KS705": "scope",
}  # fmt: skip
"""What is asked for wherever nothing is recorded of it."""

ASKS: dict[str, Callable[[Paper], Iterable[str]]] = {
    "KS102": _parent,
    "KS107": _parent,
    "KS109": _letter,
    "KS114": _legal_entity,
    "KS125": lambda one: ("plan-exception",) if one.says("in-plan") == "no" else ("in-plan",),
    "KS126": lambda one: () if one.says("cooperation-plan-on") else ("cooperation-plan",),
    "KS127": _plan,
    "KS128": _passed_on,
    "KS129": _nonprofit,
    "KS130": _initiative,
    "KS203": lambda one: ("power-of-attorney-date",) if one.own["power_number"] else (),
    "KS205": lambda one: ("power-copy-sent",) if one.has_power else (),
    "KS208": lambda one: ("indonesian-text",) if one.scheme in ABROAD else (),
    "KS212": _power(lambda seat: seat["signer_office"] in BELOW),
    "KS213": _power(lambda seat: not seat["signer_office"].startswith("Menteri ")),
    "KS214": _power(_is_no_head),
    "KS304": _office_term,
    "KS305": lambda one: ("asset-form",) if one.says("ksdpk-kind") == "aset" else (),
    "KS307": _beyond_parent,
    "KS312": _extension,
    "KS315": lambda one: ("extension-copies",) if one.says("extension-requested-on") else (),
    "KS401": _council,
    "KS402": _answered_on,
    "KS403": _council_abroad,
    "KS404": _silent,
    "KS406": _profile,
    "KS407": _dated("minister-approved"),
    "KS408": lambda one: () if one.says("ksdll-kind") == "penerusan" else ("foreign-confirmation",),
    "KS410": lambda one: ("dprd-letter",) if one.says("dprd-answer") == "setuju" else (),
    "KS412": _dated("plan-verified"),
    "KS510": _governor,
    "KS512": _proceeds,
    "KS513": _of_dispute("dispute-minutes", DISPUTED),
    "KS514": _of_dispute("same-province", {"tkksd-provinsi", "gubernur"}),
    "KS515": _of_dispute("dispute-reported", DISPUTED),
    "KS601": _original,
    "KS602": lambda one: ("original-place",) if one.says("original-held") == "yes" else (),
    "KS609": _partner_number,
    "KS611": lambda one: () if one.rows.settings.get("scan") == "tidak" else ("file",),
    "KS806": _listed_in("daftar-ksdpk", "in-ksdpk-list"),
    "KS807": _listed_in("berita-acara-ksdd-wajib", "in-ksdd-minutes"),
}
# What a rule of the making has by a new law against a document that was perhaps begun under the old one.
NEW = {
    "KS121": lambda one: one.says("kak") == "no",
    "KS124": lambda one: one.says("in-rkpd") == "no",
    "KS205": lambda one: one.says("power-copy-sent") == "no",
    "KS210": lambda one: (one.says("tkksd-recommended-on") or "") > one.signed,
}
