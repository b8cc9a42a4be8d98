"""What was decided of the end of a document, and for which end it counts.

A decision counts for the end that it was taken before. An adendum on the term that was signed after it opens the
question again, and so does a renewal that came in between.
"""

from datetime import date

from kskd.rules.case import Case

GOES_ON, STOPS = "diperpanjang", "tidak-diperpanjang"


def decision(case: Case) -> str | None:
    """What was decided of the end as it stands on the day; None while that is open.

    One of which no day is known counts as long as no adendum spoke of the term, and for no renewal.
    """
    said, on = case.facts.get("decision"), case.day("decision_on")
    if said is None or (on is not None and on > case.office.as_of):
        return None
    if case.moved is not None and (on is None or case.moved.latest > on):
        return None
    if case.first_end is None or "renews_every" not in case.facts:
        return said
    end = decided_end(case)
    is_spent = end is None or (end < case.office.as_of and said != STOPS)
    return None if is_spent else said


def decided_end(case: Case) -> date | None:
    """Of a document that is renewed by itself the end for which its decision was in time; None of any other."""
    on, every, notice = (
        case.day("decision_on"),
        case.facts.get("renews_every"),
        case.facts.get("notice_period"),
    )
    if case.first_end is None or every is None or on is None:
        return None
    from kskd.domain.values.durations import ends_from, notice_day  # noqa: PLC0415 - start-up

    ends = ends_from(case.first_end, every)
    return next((end for end in ends if (notice_day(end, notice) if notice else end) >= on), None)
