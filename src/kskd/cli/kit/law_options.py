"""The options that tell facts of law, made from the catalogue of facts."""

from kskd.cli.kit.spec import Spec, one
from kskd.domain.document.facts import FACTS, Fact, FactKind

_METAVARS = {
    FactKind.YES_NO: "YA|TIDAK",
    FactKind.DATE: "TANGGAL",
    FactKind.TEXT: "TEKS",
    FactKind.CHOICE: "PILIHAN",
}


def law_options() -> dict[str, Spec]:
    """One option for each fact, under the fact's key."""
    return {key: one(fact.option, _METAVARS[fact.kind], _help(fact)) for key, fact in FACTS.items()}


def _help(fact: Fact) -> str:
    text = f"{fact.label[:1].upper()}{fact.label[1:]}"
    return f"{text}: {', '.join(code for code, _ in fact.choices)}." if fact.choices else f"{text}."
