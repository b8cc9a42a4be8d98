"""The options that tell facts of law, made from the catalogue of facts."""

from kskd.cli.kit.spec import Spec, one
from kskd.domain.document.facts import FACTS
from kskd.domain.field import METAVARS


def law_options() -> dict[str, Spec]:
    """One option for each fact, under the fact's key."""
    return {fact.key: one(fact.option, METAVARS.get(fact.kind, "TEKS"), fact.told) for fact in FACTS}
