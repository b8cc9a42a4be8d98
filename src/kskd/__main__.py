"""The console script: ``kskd`` and ``python -m kskd``."""

import gc

# Nothing that is loaded at the start is ever garbage: not looking for any saves a twentieth of each call.
gc.disable()


def main() -> None:
    """Run the command line; ends the process with the documented exit status."""
    try:
        from kskd.cli import main as run  # noqa: PLC0415 - after the line above
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
