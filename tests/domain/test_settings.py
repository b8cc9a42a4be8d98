"""Settings as data: every default is allowed, every value is checked."""

from __future__ import annotations

import pytest

from kskd.domain.settings import SETTINGS, Government, find_setting
from kskd.domain.values.durations import TermRule
from kskd.errors import InvalidFact, InvalidText, NotFound


@pytest.mark.parametrize("key", [key for key, one in SETTINGS.items() if one.default is not None])
def test_every_default_would_be_accepted(key: str) -> None:
    """A setting can always be set back."""
    setting = SETTINGS[key]
    assert setting.read(setting.default or "") == setting.default


def test_term_rule_offers_just_the_rules_there_are() -> None:
    """The table and the enum do not part."""
    assert set(SETTINGS["term-rule"].choices) == set(TermRule)


@pytest.mark.parametrize(
    ("key", "text", "error"),
    [
        ("soon-days", "0", InvalidFact),
        ("soon-days", "3651", InvalidFact),
        ("soon-days", "90 hari", InvalidFact),
        ("soon-days", "-5", InvalidFact),
        ("soon-days", "9" * 500, InvalidText),
        ("paper", "letter", InvalidFact),
        ("level", "desa", InvalidFact),
        ("name", " ", InvalidText),
        ("name", "Kabupaten\x1b[31m", InvalidText),
    ],
)
def test_bad_values_are_refused(key: str, text: str, error: type[Exception]) -> None:
    """Closed lists, ranges, and clean text."""
    with pytest.raises(error):
        SETTINGS[key].read(text)


def test_unknown_key_lists_those_there_are() -> None:
    """So that the next try is right; case does not matter."""
    with pytest.raises(NotFound, match="soon-days"):
        find_setting("warna")
    assert find_setting(" Soon-Days ").key == "soon-days"


def test_government_gives_defaults() -> None:
    """What was never set has its default; a key without default is empty text."""
    government = Government({"name": "Kabupaten Contoh", "soon-days": "30"})
    assert government.name == "Kabupaten Contoh"
    assert government.soon_days == 30
    assert government.term_rule is TermRule.SAME_DAY
    assert government.text("seat") == ""
    assert government.get("seat") is None
