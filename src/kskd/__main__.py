"""The console script: ``kskd`` and ``python -m kskd``."""

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

# Nothing that is loaded at the start is ever garbage: not looking for any saves a twentieth of each call.
gc.disable()


def main() -> None:
    """Run the command line; ends the process with the documented exit status."""
    try:
        from kskd.cli import main as run  # noqa: PLC0415 - after the line above

        run()
    except KeyboardInterrupt:  # while it loads, before the error door stands
        raise SystemExit(130) from None
    except (OSError, ImportError, SyntaxError) as error:
        # The door or the table of refusals could not be loaded themselves: it is told without them.
        what = f"kskd: Berkas program kskd tidak dapat dibaca ({type(error).__name__}: {error})"
        message = f"{what}; periksa penyimpanan komputer, lalu pasang ulang kskd.\n"
        with suppress(AttributeError, OSError):  # without a stderr nobody can be told
            sys.stderr.write(message.encode("ascii", "backslashreplace").decode())
        raise SystemExit(1) from None
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _leave(status: int) -> NoReturn:
    """End at once: taking thousands of objects apart one by one is a tenth of a short call.

    What Python itself would still do, apart from that: what was registered for the end, and the rest of
    the output. Files and the registry are closed by those who opened them.
    """
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # its reader is gone; the status says so already
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
