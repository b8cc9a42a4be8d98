"""A warning: what may be wrong and what to type about it, told apart by its first word.

What was only read, worked out or chosen is told without it.
"""


def warning(what: str, then: str) -> str:
    """The sentence that warns; ``then`` says what to do or type next. Neither needs a full stop."""
    return f"Peringatan: {what.rstrip('.')}; {then[:1].lower()}{then[1:].rstrip('.')}."
