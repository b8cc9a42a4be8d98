"""The one tree of errors that users meet: each knows its exit status and carries its code and its sentence.

A sentence is Indonesian, says what happened, to which record, and what to do or type next. All sentences stand
in the tables beside this module, one a subject, by class of error: ``"code": "sentence\\nwhat to do next"``, with
the values that it needs in braces. A code says what is wrong, and stays what it is; ``kskd explain`` explains it.
Anything that is not a ``KskdError`` is a bug and keeps its traceback.
"""

from kskd.errors.tree import (
    AlreadyThere,
    Ambiguous,
    InputFileError,
    InstrumentError,
    InvalidDate,
    InvalidFact,
    InvalidNumber,
    InvalidText,
    KskdError,
    NotFound,
    OutputError,
    Refused,
    RegistryError,
    TemplateError,
    UnknownPartner,
    UsageError,
    os_reason,
)

__all__ = [
    "AlreadyThere",
    "Ambiguous",
    "InputFileError",
    "InstrumentError",
    "InvalidDate",
    "InvalidFact",
    "InvalidNumber",
    "InvalidText",
    "KskdError",
    "NotFound",
    "OutputError",
    "Refused",
    "RegistryError",
    "TemplateError",
    "UnknownPartner",
    "UsageError",
    "os_reason",
    "refusal",
]


def refusal(code: str, /, **values: object) -> KskdError:
    """The error of this code, to be raised, with the values as they are to be read.

    KeyError, a bug, for an unknown code or a value that is missing.
    """
    from kskd.errors.table import REFUSALS  # noqa: PLC0415 - start-up

    entry = REFUSALS[code]
    return entry.kind(entry.text.format_map(values), code)
