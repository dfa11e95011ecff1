"""Where templates are filled: they print names and steer by them, and do no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.nodes import Assign, Concat, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from jinja2.runtime import Context

_FILTERS = ("e", "escape")


def sandbox(context: dict[str, Any], missing: list[str]) -> Environment:
    """Return an environment that runs no code of a template's.

    Args:
        context: The names that the template may use.
        missing: Takes the dotted names that the template asks for and the context does not have.
    """
    names = dict(_group_names(context))

    class Noted(StrictUndefined):
        def __html__(self) -> str:
            owner = names.get(id(self._undefined_obj), "")
            missing.append(f"{owner}{self._undefined_name}")
            return ""

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            # A name below an unknown one is told by its whole path.
            return Noted(name=f"{self._undefined_name}.{name}", obj=self._undefined_obj)

        def __bool__(self) -> bool:  # type: ignore[override]
            # {% if company.district %} may ask for what a case leaves out.
            return False

    environment = _Sandbox(undefined=Noted, autoescape=True)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    return environment


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses sums, calls and joined texts: a template could fill the memory with them."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"模板里不能计算（{operator}）")

    def getattr(self, obj: Any, attribute: str) -> Any:
        # A name is looked up among the values: row.values is no method of a dict.
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def _generate(self, source: Template, *args: Any, **options: Any) -> str:
        if source.find(Concat) or source.find(Assign):
            raise SecurityError("模板里不能拼接，也不能另设名称")
        return super()._generate(source, *args, **options)


def _group_names(value: Any, name: str = "") -> Iterator[tuple[int, str]]:
    """Yield the id of every group of values in a context, with its dotted name."""
    if isinstance(value, dict):
        yield id(value), f"{name}." if name else ""
        for key, item in value.items():
            yield from _group_names(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _group_names(item, f"{name}[{index}]")
