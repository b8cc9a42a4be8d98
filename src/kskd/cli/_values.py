"""Values of changed rows in words, for ``log`` and ``undo``."""

_ANSWERS = {0: "tidak", 1: "ya", "no": "tidak", "yes": "ya"}
_ANSWERED = {"adds_burden", "embedded", "lower_is_better", "unchanged"}


def shown(column: str, value: object) -> str:
    """A value in words, cut where it is long."""
    if value is None:
        text = "kosong"
    elif column in _ANSWERED:
        text = _ANSWERS.get(value, str(value)) if isinstance(value, int | str) else str(value)
    elif isinstance(value, float):
        text = str(value).removesuffix(".0").replace(".", ",")  # as exact as it is kept
    elif column == "old":
        text = _unpacked(str(value))
    else:
        text = str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _unpacked(text: str) -> str:
    """What a field was before an adendum, which is kept as JSON."""
    import json

    from kskd.cli._entries import word

    try:
        value = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, dict):
        return ", ".join(f"{word(key)} {shown(key, one)}" for key, one in value.items() if one is not None)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
