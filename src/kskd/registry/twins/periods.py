"""The days of a period, from its code, in SQL: the twins of domain.values.period."""

# {0} is the column that holds the code.
BEGINS = (
    "substr({0}, 1, 4) || CASE substr({0}, 6) WHEN '' THEN '-01-01' WHEN 'S1' THEN '-01-01' WHEN 'S2' THEN '-07-01'"
    " WHEN 'Q1' THEN '-01-01' WHEN 'Q2' THEN '-04-01' WHEN 'Q3' THEN '-07-01' WHEN 'Q4' THEN '-10-01'"
    " ELSE substr({0}, 5) || '-01' END"
)
ENDS = (
    f"date({BEGINS}, CASE substr({{0}}, 6, 1) WHEN '' THEN '+12 months' WHEN 'S' THEN '+6 months'"
    " WHEN 'Q' THEN '+3 months' ELSE '+1 month' END, '-1 day')"
)
