"""The console script: ``kskd`` and ``python -m kskd``."""

from kskd.cli import main

if __name__ == "__main__":
    main()
