"""kskd: registry, law, evaluation and reports of kerja sama daerah, over one SQLite file."""

__version__ = "0.1.0"
