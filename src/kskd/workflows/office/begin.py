"""Making a registry and setting it up."""

from collections.abc import Mapping

from kskd import system
from kskd.domain.settings import SETTINGS, Government, find_setting
from kskd.domain.values.period import Period, PeriodKind
from kskd.errors import os_reason, refusal
from kskd.evaluation.instrument import read_instrument
from kskd.registry.copies import shelf
from kskd.registry.database import upgrade
from kskd.registry.file import location
from kskd.registry.file.opening import resolved
from kskd.registry.tables import instruments as kept
from kskd.registry.tables import settings
from kskd.workflows.access import Access
from kskd.workflows.evaluation import instruments


def init(access: Access, values: Mapping[str, str]) -> Government:
    """Make a registry for the Pemda called ``values["name"]``, with the shipped instrument in use.

    Reports are asked for from the semester in which it is made, or ``values["reports-since"]``:
    what was never recorded because the registry began later is not unreported.
    """
    values = {"reports-since": str(Period.of(access.today, PeriodKind.SEMESTER)), **values}
    checked = {key: find_setting(key).read(value) for key, value in values.items()}
    text = instruments.shipped_text(instruments.NEWEST)
    checked["instrument"] = read_instrument(text).id
    with access.creating() as session:
        kept.add_instrument(session, checked["instrument"], text)
        for key, value in checked.items():
            settings.write_setting(session, key, value)
    return Government(checked)


def upgrade_schema(access: Access) -> tuple[int, int]:
    """Bring an older registry to this kskd's schema; gives the numbers before and after."""
    return upgrade(access.path, access.now, dry_run=access.dry_run, tell=access.tell)


def read_settings(access: Access) -> list[tuple[str, str | None, bool, str]]:
    """Every setting: key, value in force, whether it was set here (else it is the default), and label."""
    with access.reading() as session:
        government = settings.read_government(session)
    return [(key, government.get(key), key in government.values, one.label) for key, one in SETTINGS.items()]


def set_setting(access: Access, key: str, text: str) -> tuple[str, str]:
    """Set one of the settings; gives key and value as kept. An instrument must be kept already."""
    setting = find_setting(key)
    value = setting.read(text)
    if setting.key == "access" and not access.dry_run:
        _open_to(access, value)
    with access.writing() as session:
        if setting.key == "instrument" and kept.read_instrument(session, value) is None:
            known = ", ".join(kept.instrument_ids(session))
            raise refusal("instrument-to-use-not-kept", id=value, known=known)
        settings.write_setting(session, setting.key, value)
    return setting.key, value


def reset_setting(access: Access, key: str) -> tuple[str, str]:
    """Give a setting its default again, or none; gives key and the value that now holds.

    A registry always has a name and an instrument.
    """
    setting = find_setting(key)
    if setting.key in {"name", "instrument"}:
        raise refusal("setting-always-filled", key=setting.key)
    value = setting.default or ""
    if setting.key == "access" and not access.dry_run:
        _open_to(access, value)
    with access.writing() as session:
        settings.drop_setting(session, setting.key)
    return setting.key, value


def _open_to(access: Access, value: str) -> None:
    """Give the registry, its backups and their folder the mode of the setting, as only their owner can."""
    with access.reading() as session:
        path = resolved(access.path)
        own = shelf.shelf_of(session, path)
    try:
        for one in (path, *(one.path for one in own.backups())):
            system.set_mode(one, location.MODES[value])
        one = own.folder
        location.share(path, own, value)
    except OSError as error:
        raise refusal("registry-mode-unchanged", file=one.name, reason=os_reason(error)) from error
