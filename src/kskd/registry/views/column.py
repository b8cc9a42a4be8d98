"""What a column of a listing is: a key, a heading and SQL over ``agreement AS a`` and ``:as_of``."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column of a listing: its key, the heading that users read, and the SQL behind it.

    ``cell`` is the SQL of what a table shows in its place.
    """

    key: str
    heading: str
    sql: str
    is_json: bool = False
    cell: str = ""
