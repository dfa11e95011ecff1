"""Wrong use of the command line, explained in Chinese."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

from typer.core import TyperGroup

_STATUS = 2

#: Name of the parser's exception → message. `{option}`, `{name}` and `{message}` are its own.
_MESSAGES = {
    "MissingParameter": "缺少{name}。",
    "NoSuchOption": "没有选项“{option}”。",
    "BadOptionUsage": "选项“{option}”用法不对。",
    "BadParameter": "{name}{message}",
    "BadArgumentUsage": "参数用法不对。",
    "UsageError": "参数太多，或用法不对。",
}


class ChineseGroup(TyperGroup):
    """A group of commands that explains wrong use in Chinese and ends with status 2."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; what the parser refuses becomes one Chinese line with the way to help."""
        extra["standalone_mode"] = False
        try:
            status = super().main(*args, **extra)
        except Exception as error:
            # The parser's exceptions are known by what they carry, wherever they are defined.
            if not hasattr(error, "format_message"):
                raise
            context = getattr(error, "ctx", None)
            _stop(_explained(error), getattr(context, "command_path", "docgen"))
        sys.exit(status if isinstance(status, int) else 0)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant."""
        if self.get_command(ctx, args[0]) is None:
            _stop(f"没有命令“{args[0]}”。", ctx.command_path)
        return super().resolve_command(ctx, args)


def _stop(message: str, path: str) -> NoReturn:
    # Without a message, help has been printed already.
    if message:
        print(f"{message}用法见 {path} --help。", file=sys.stderr)
    sys.exit(_STATUS)


def _explained(error: Any) -> str:
    kind = next((each.__name__ for each in type(error).__mro__ if each.__name__ in _MESSAGES), "")
    return _MESSAGES.get(kind, "").format(
        option=getattr(error, "option_name", ""),
        name=_name_of(getattr(error, "param", None)),
        message=getattr(error, "message", "") or "",
    )


def _name_of(parameter: Any) -> str:
    if parameter is None:
        return ""
    if parameter.param_type_name == "argument":
        return f"参数 {parameter.metavar or parameter.name}"
    return f"选项 {max(parameter.opts, key=len)}"
