"""What Typer's parser of the command line lets pass: an option given twice, and spellings of before."""

from typing import TYPE_CHECKING

from typer._click.parser import _OptionParser, _ParsingState

from kskd.cli.kit.talk import say
from kskd.errors import refusal

if TYPE_CHECKING:
    from typer._click import Context, Parameter

# Command, and its options that had another name.
RENAMED = {
    "backup": {"--to": "--out"},
    "check": {"--until": "--through"},
    "export": {"--what": "--part"},
    "log": {"--by": "--who"},
}


class Parser(_OptionParser):
    """Refuses a second value for an option that takes one, and takes an old spelling for the new one."""

    def __init__(self, context: "Context") -> None:
        """Keep the path of the command."""
        super().__init__(context)
        self.path = context.command_path

    def parse_args(self, args: list[str]) -> tuple[dict[str, str], list[str], list["Parameter"]]:
        """As Typer's; UsageError where the last of several values would have passed for the only one."""
        values, rest, order = super().parse_args(args)
        for option in self._long_opt.values():
            if option.action == "store" and order.count(option.obj) > 1:
                raise refusal(
                    "option-given-twice",
                    name=option.obj.opts[0],
                    count=order.count(option.obj),
                    path=self.path,
                )
        return values, rest, order

    def _match_long_opt(self, opt: str, explicit_value: str | None, state: _ParsingState) -> None:
        new = RENAMED.get(self.path.partition(" ")[2], {}).get(opt)
        if new is not None:
            say(f"Opsi {opt} kini bernama {new}.")
        super()._match_long_opt(new or opt, explicit_value, state)
