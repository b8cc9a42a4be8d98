"""The one SQLite file: the only package that talks to SQLite."""
