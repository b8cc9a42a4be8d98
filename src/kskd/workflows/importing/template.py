"""Writing the empty workbook, or CSV, that an office fills and gives to the import."""

from collections.abc import Mapping
from pathlib import Path

from kskd.domain.field import Fields
from kskd.importing.concepts import Subject
from kskd.importing.template import template_sheets
from kskd.interchange.files import write_new
from kskd.interchange.template import template_csv, template_workbook
from kskd.workflows.access import Access
from kskd.workflows.importing.planning import catalogues_in


def make_template(access: Access, path: str) -> None:
    """Write the template of this registry's fields; of a dry run nothing is written."""
    known = catalogues_in(access)
    if not access.dry_run:
        write_template(known, Path(path))


def write_template(known: Mapping[Subject, Fields], path: Path) -> None:
    """Write the template of what may be told of each subject; of documents alone, as CSV, to a .csv.

    AlreadyThere where there is a file; OutputError where a workbook is asked for without the extra ``xlsx``.
    """
    sheets = template_sheets(known)
    made = template_csv if path.suffix.casefold() == ".csv" else template_workbook
    write_new(path, made(sheets))
