"""The one door where errors become a sentence on stderr and an exit status."""

import signal
import sys
from collections.abc import Callable
from typing import Any

import typer

from kskd import system
from kskd.cli.kit.signals import Stopped, has_kept
from kskd.cli.kit.talk import say
from kskd.cli.kit.usage import usage_refusal
from kskd.errors import KskdError, os_reason, refusal

LONGEST_SENTENCE = 1200


def guarded(run: Callable[[], Any]) -> int:
    """Run, and give the exit status; what went wrong is said in one sentence, a bug keeps its traceback."""
    try:
        status = run()
        sys.stdout.flush()
    except SystemExit as end:
        # Typer ends so when the reader (head, less) has seen enough, with stdout muffled.
        is_cut = type(sys.stdout).__name__ == "PacifyFlushWrapper"
        status = _unwritable(BrokenPipeError()) if is_cut else end.code
    except (KeyboardInterrupt, Stopped) as stop:
        status = _stopped(getattr(stop, "number", signal.SIGINT))
    except Exception as error:
        status = _ended(error)
        if status is None:
            typer.echo("Ini kesalahan dalam kskd. Mohon laporkan beserta teks di bawah ini.", err=True)
            raise
    return status if isinstance(status, int) else 0


def _ended(error: Exception) -> int | None:
    """The status for an error that users can mend, told in one sentence; None for a bug."""
    if isinstance(error, KskdError):
        return complain(error)
    if isinstance(error, typer.Abort):
        return _stopped(signal.SIGINT)
    if isinstance(error, MemoryError):
        return complain(refusal("memory-full", outcome=_outcome()))
    if _is_of_loading(error):
        reason = os_reason(error) if isinstance(error, OSError) else error
        return complain(refusal("program-unreadable", reason=reason, outcome=_outcome()))
    if isinstance(error, OSError):
        return _unwritable(error)
    return _wrong_usage(error) if hasattr(error, "exit_code") else None


def _is_of_loading(error: Exception) -> bool:
    """Whether a part of the program itself could not be read: commands load what they need on the way."""
    if isinstance(error, ImportError | SyntaxError):
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_filename.startswith("<frozen importlib")


def _stopped(number: int) -> int:
    """The status after a signal, told in one sentence."""
    if number == signal.SIGINT and sys.stderr.isatty():
        typer.echo("", err=True)  # the terminal stands behind ^C
    told = "Dibatalkan" if number == signal.SIGINT else "Dihentikan dari luar"
    say(f"kskd: {told}; {_outcome()}.")
    return 128 + number


def _outcome() -> str:
    """What became of the registry in a command that did not come to its end."""
    return "perubahannya sudah tersimpan" if has_kept() else "registri tidak diubah"


def _unwritable(error: OSError) -> int:
    """What was written could not be taken; Python must not try again when it ends."""
    if error.filename is not None:
        return complain(refusal("path-unusable", path=error.filename, reason=os_reason(error)))
    system.drop_output()
    if isinstance(error, BrokenPipeError):
        return 141
    code = "output-unwritable-after-change" if has_kept() else "output-unwritable"
    return complain(refusal(code, reason=os_reason(error)))


def _wrong_usage(error: Any) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message(), err=True)
        return 2
    return complain(usage_refusal(error))


def complain(error: KskdError) -> int:
    """Say what went wrong, on stderr; gives the status."""
    sentence = str(error)
    if len(sentence) > LONGEST_SENTENCE:  # what was typed may be a whole file
        sentence = f"{sentence[: LONGEST_SENTENCE // 2]} … {sentence[-LONGEST_SENTENCE // 3 :]}"
    say(f"kskd: {sentence}")
    return error.exit_status


def use_utf8() -> None:
    """Cron runs with an ASCII locale; names and signs of reports are UTF-8 all the same."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="backslashreplace")
