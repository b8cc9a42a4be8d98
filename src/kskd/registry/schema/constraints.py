"""CHECKs that the tables of every step share, as SQL text."""


def text(column: str) -> str:
    """A CHECK that holds a text to be neither blank nor carrying control characters."""
    return f"CHECK (trim({column}) <> '' AND {column} NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')"


def day(column: str) -> str:
    """A CHECK that holds a text to be a real ISO day; SQLite's date() alone lets 31 February pass."""
    return f"CHECK ({column} IS date({column}, '+0 days') AND length({column}) = 10)"


def partial_day(column: str) -> str:
    """A CHECK that holds a text to be a day in EDTF as ``domain.values.days`` reads it: year, month, day or XXXX."""
    return (
        f"CHECK ({column} = 'XXXX' OR {column} GLOB '[12][0-9][0-9][0-9]'"
        f" OR ({column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND {column} || '-01' IS date({column} || '-01', '+0 days'))"
        f" OR ({column} IS date({column}, '+0 days') AND length({column}) = 10))"
    )


PERIOD = (  # {0} is the column that holds the code of a period
    "CHECK ({0} GLOB '[12][0-9][0-9][0-9]' OR {0} GLOB '[12][0-9][0-9][0-9]-S[12]'"
    " OR {0} GLOB '[12][0-9][0-9][0-9]-Q[1-4]' OR {0} GLOB '[12][0-9][0-9][0-9]-0[1-9]'"
    " OR {0} GLOB '[12][0-9][0-9][0-9]-1[0-2]')"
)

# The number as compared: case, spaces, doubled slashes and a comma typed for a point do not make
# another document (spreadsheets of real offices differ in just these).
NUMBER_KEY = "replace(replace(replace(replace(upper({0}), ' ', ''), ',', '.'), '//', '/'), '//', '/')"
