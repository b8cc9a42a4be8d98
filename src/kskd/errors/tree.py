"""The classes of error, and why the system refused in words."""


class KskdError(Exception):
    """Something could not be done; nothing was changed. The text is one sentence for the user."""

    exit_status = 1

    def __init__(self, text: str, code: str) -> None:
        """Keep the code of the refusal beside its text."""
        super().__init__(text)
        self.code = code


class UsageError(KskdError):
    """The command line itself is wrong: a value that no registry could make right."""

    exit_status = 2


class InvalidText(KskdError):
    """A text is empty, too long, or has characters that could not be shown safely."""


class InvalidDate(KskdError):
    """A date, duration or period cannot be read, or could be read in several ways."""


class InvalidNumber(KskdError):
    """A number cannot be read, or is outside its range."""


class InvalidFact(KskdError):
    """Facts that cannot be true together, such as an end before the start."""


class NotFound(KskdError):
    """Nothing in the registry answers to the name or id given."""


class Ambiguous(KskdError):
    """Several things in the registry answer to the name given; the sentence lists them."""


class AlreadyThere(KskdError):
    """The registry already holds this, under the id that the sentence names."""


class Refused(KskdError):
    """The change is possible but was not confirmed, or needs a reason or another command."""


class InstrumentError(KskdError):
    """An instrument file is not usable; the sentence names the place."""


class InputFileError(KskdError):
    """A file given by the user cannot be read as what it should be; the sentence names the line."""


class RegistryError(KskdError):
    """The registry file cannot be used: missing, foreign, newer, damaged, locked or not writable."""


class TemplateError(KskdError):
    """A report template is missing or cannot be rendered."""


class OutputError(KskdError):
    """A file or folder for results cannot be written."""


class UnknownPartner(NotFound):
    """A partner's name is not in the registry; at a terminal the user may choose or say that it is new."""

    def __init__(self, told: KskdError, name: str, candidates: tuple[str, ...]) -> None:
        """Keep the name as typed and the known names that resemble it, best first, beside what is told."""
        super().__init__(str(told), told.code)
        self.name = name
        self.candidates = candidates


def os_reason(error: OSError) -> str:
    """Why the system refused, in a few Indonesian words that fit after a colon."""
    import errno  # noqa: PLC0415 - start-up

    reasons = {
        errno.EACCES: "tidak diizinkan",
        errno.EPERM: "tidak diizinkan",
        errno.EROFS: "hanya dapat dibaca",
        errno.ENOENT: "folder tidak ada",
        errno.ENOTDIR: "bukan folder",
        errno.EISDIR: "itu folder",
        errno.EEXIST: "sudah ada",
        errno.ENAMETOOLONG: "namanya terlalu panjang",
        errno.ENOSPC: "penyimpanan penuh",
        errno.EDQUOT: "kuota penyimpanan habis",
        errno.EFBIG: "berkasnya terlalu besar",
        errno.EIO: "perangkat penyimpanan bermasalah",
    }
    return reasons.get(error.errno or 0, f"galat sistem {error.errno}")
