"""Writing the empty workbook, or CSV, that an office fills and gives to the import."""

from pathlib import Path

from kskd.domain.field import Fields
from kskd.importing.template import template_sheets
from kskd.interchange.files import write_new
from kskd.interchange.template import template_csv, template_workbook
from kskd.workflows.access import Access


def make_template(access: Access, path: str) -> None:
    """Write the template of this registry's fields; of a dry run nothing is written."""
    with access.reading(older_is_fine=True) as session:
        fields = access.fields_in(session)
    if not access.dry_run:
        write_template(fields, Path(path))


def write_template(fields: Fields, path: Path) -> None:
    """Write the template of ``fields``, with those of the office's own; as CSV to a name ending in .csv.

    AlreadyThere where there is a file; OutputError where a workbook is asked for without the extra ``xlsx``.
    """
    sheets = template_sheets(fields)
    made = template_csv if path.suffix.casefold() == ".csv" else template_workbook
    write_new(path, made(sheets))
