"""A rule about the office itself, which looks at no document: what it sees, and how it tells what it finds."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kskd.domain.finding import Finding, Severity
from kskd.domain.footing import Footing
from kskd.domain.office.official import Official
from kskd.rules.duties import Duties
from kskd.rules.laws import in_force_since
from kskd.rules.rule import Unknown, Verdict, Violated, cannot_tell

SCOPE = "kantor dan TKKSD; tidak menyangkut satu naskah"


class OfficeCase(NamedTuple):
    """The office on a day: what it owes, and who is in the TKKSD on that day and ever was."""

    duties: Duties
    team: tuple[Official, ...] = ()
    ever: tuple[Official, ...] = ()

    @property
    def knows_team(self) -> bool:
        """Whether anything at all is recorded of the TKKSD."""
        return bool(self.ever) or any("tkksd" in one.kind for one in self.duties.recorded.papers)


class OfficeRule(NamedTuple):
    """One rule; its attributes are those of a ``Rule``. ``{year}`` in a remedy is the last full year, ``{about}`` what it is about."""

    code: str
    severity: Severity
    title: str
    article: str
    footing: Footing
    applied: str
    remedy: str
    judge: Callable[[OfficeCase], Verdict]

    @property
    def chapter(self) -> int:
        """The hundred of the code."""
        return int(self.code[2])

    def articles(self) -> str:
        """What it stands on."""
        return self.article

    @property
    def first_day(self) -> date:
        """The first day on which it judges."""
        return in_force_since(self.article)

    def finding(self, case: OfficeCase, verdict: Violated | Unknown) -> Finding:
        """The verdict in words; it is about no document and no unit."""
        if isinstance(verdict, Violated):
            severity, message = self.severity, verdict.message
            remedy = self.remedy.replace("{about}", str(verdict.about))
        else:
            severity, remedy = Severity.INFO, verdict.option or self.remedy
            message = cannot_tell(self.title, verdict.what)
        year = str(case.duties.as_of.year - 1)
        return Finding(self.code, severity, None, None, message, self.article, remedy.replace("{year}", year))


def office_rule(
    code: str,
    severity: Severity,
    title: str,
    article: str,
    *,
    footing: Footing = Footing.LAW,
    applied: str,
    remedy: str,
) -> Callable[[Callable[[OfficeCase], Verdict]], OfficeRule]:
    """Make a rule of the function below; it is a rule only once the chapter's tuple names it."""
    return lambda judge: OfficeRule(code, severity, title, article, footing, applied, remedy, judge)
