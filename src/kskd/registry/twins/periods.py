"""The days of a period from its code, and from which its report is known, in SQL.

The twins of domain.values.period and domain.evaluation.known_from.
"""

# {0} is the column that holds the code.
BEGINS = (
    "substr({0}, 1, 4) || CASE substr({0}, 6) WHEN '' THEN '-01-01' WHEN 'S1' THEN '-01-01' WHEN 'S2' THEN '-07-01'"
    " WHEN 'Q1' THEN '-01-01' WHEN 'Q2' THEN '-04-01' WHEN 'Q3' THEN '-07-01' WHEN 'Q4' THEN '-10-01'"
    " ELSE substr({0}, 5) || '-01' END"
)
ENDS = (
    "CASE substr({0}, 6) WHEN '' THEN {0} || '-12-31' WHEN 'S1' THEN substr({0}, 1, 4) || '-06-30'"
    " WHEN 'S2' THEN substr({0}, 1, 4) || '-12-31' WHEN 'Q1' THEN substr({0}, 1, 4) || '-03-31'"
    " WHEN 'Q2' THEN substr({0}, 1, 4) || '-06-30' WHEN 'Q3' THEN substr({0}, 1, 4) || '-09-30'"
    " WHEN 'Q4' THEN substr({0}, 1, 4) || '-12-31' ELSE date({0} || '-01', '+1 month', '-1 day') END"
)


def made_on(table: str, *key: str) -> str:
    """The day on which the row of this key was recorded; NULL where no act made it."""
    return (
        "(SELECT substr(a.at, 1, 10) FROM journal AS j JOIN act AS a ON a.id = j.act"
        f" WHERE j.tbl = '{table}' AND j.key = json_array({', '.join(key)}) AND j.old IS NULL"
        " ORDER BY j.seq DESC LIMIT 1)"
    )


# The day of a report, else that on which it was recorded at the latest; {0} is the table, or what it is called.
TOLD_ON = f"coalesce({{0}}.reported_on, {made_on('evaluation', '{0}.agreement', '{0}.period')})"


def known(row: str) -> str:
    """Whether an evaluation was told by the day; ``row`` names its table."""
    return f"({ENDS.format(f'{row}.period')} <= :as_of OR coalesce({TOLD_ON.format(row)} <= :as_of, 0))"


def told(row: str, period: str, by: str = ":as_of") -> str:
    """Whether the report of a period was told by a day, for a row of what the report says.

    ``row`` names its table, ``period`` its column with the code. Most reports are of periods that are over:
    only for the others is the report looked up.
    """
    return (
        f"({ENDS.format(f'{row}.{period}')} <= {by} OR EXISTS (SELECT 1 FROM evaluation AS told"
        f" WHERE told.agreement = {row}.agreement AND told.period = {row}.{period}"
        f" AND {TOLD_ON.format('told')} <= {by}))"
    )


def agreed(row: str) -> str:
    """Whether an action was agreed on by the day: domain.evaluation.Action.known_from."""
    days = (f"{row}.due_on", f"{row}.done_on", made_on("action", f"{row}.agreement", f"{row}.number"))
    by_itself = " OR ".join(f"coalesce({day} <= :as_of, 0)" for day in days)
    return f"({told(row, 'agreed')} OR {by_itself})"
