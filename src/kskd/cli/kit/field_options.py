"""An option made of the entry of a field: of a document, or of a filter."""

import inspect
from typing import Annotated, Any

from kskd.cli.kit import options
from kskd.domain.field import Field, Many
from kskd.domain.values.kinds import METAVARS, FieldKind


def parameter(name: str, flag: str, text: str, field: Field) -> inspect.Parameter:
    """The parameter ``name`` of a command: an option with a flag and a help, of the shape of the field."""
    metavar = field.metavar or METAVARS.get(field.kind, "TEKS")
    annotation: Any
    default: object = inspect.Parameter.empty
    match field.many:
        case Many.NO if field.kind is FieldKind.SWITCH:
            annotation, default = Annotated[bool, options.switch(flag, text)], False
        case Many.NO:
            annotation, default = Annotated[str | None, options.option(flag, metavar, text)], None
        case Many.NUMBERS:
            annotation = Annotated[list[int], options.many(flag, metavar, text)]
        case Many.TEXTS:
            annotation = Annotated[list[str], options.many(flag, metavar, text)]
        case _:
            or_names = field.many is Many.CODES_OR_NAMES
            annotation = Annotated[list[str], options.codes(flag, metavar, text, or_names=or_names)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
