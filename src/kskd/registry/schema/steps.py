"""The steps of the schema in order, the oldest first; the SQL of number N is ``SQL`` in ``schema_N``.

A step that has been released is never edited or renamed: add another one.
"""

from importlib import import_module

STEPS = (
    "0001_registry",
    "0002_safety",
    "0003_law",
    "0004_evaluation",
    "0005_lines",
    "0006_office",
    "0007_facts",
    "0008_sources",
    "0009_rejoining",
)
SCHEMA = len(STEPS)  # kept in the file's user_version


def sql_of(step: str) -> str:
    """The plain SQL of a step."""
    return str(import_module(f"kskd.registry.schema.schema_{int(step[:4])}").SQL)
