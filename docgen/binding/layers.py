"""Optional content (图层) that is switched off is taken out, so that it stays unseen in print.

A page that is put on another loses the list of its layers, and with it what hides them (ISO
32000-1 8.11). What counts is the default configuration, as on the screen; visibility expressions
(VE) are not evaluated, the policy beside them is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Name,
    NamePath,
    Operator,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import ContentStreamInlineImage, Object, Pdf

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

#: The numbers of the groups that are switched off.
Hidden = frozenset[tuple[int, int]]

#: Operators that paint a path; without paint it ends, and may still clip.
_PATH = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
#: Other operators that paint.
_PAINT = frozenset({"Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"})


def remove_hidden_layers(pdf: Pdf) -> None:
    """Take out of a PDF, in memory, what belongs to layers that are switched off."""
    hidden = _hidden_groups(pdf)
    if not hidden:
        return
    for page in pdf.pages:
        annotations = page.obj.get_list(Name.Annots, ())
        page.obj.Annots = Array([one for one in annotations if not _is_hidden(one, hidden)])
    for scope in list(pdf.content_scopes()):
        if scope.resources is not None:
            _empty_objects(pdf, scope.resources, hidden)
            _empty_passages(pdf, scope.content, scope.resources, hidden)


def _hidden_groups(pdf: Pdf) -> Hidden:
    """Return the groups that the default configuration switches off."""
    root = pdf.Root
    hidden = _numbers(root.get_list(NamePath.OCProperties.D.OFF, ()))
    if root.get(NamePath.OCProperties.D.BaseState) == Name.OFF:
        on = _numbers(root.get_list(NamePath.OCProperties.D.ON, ()))
        hidden |= _numbers(root.get_list(NamePath.OCProperties.OCGs, ())) - on
    return hidden


def _is_hidden(holder: Object, hidden: Hidden) -> bool:
    """Say whether the layer of an annotation or object is switched off."""
    return isinstance(holder, Dictionary | Stream) and _is_off(holder.get(Name.OC), hidden)


def _is_off(layer: Object | None, hidden: Hidden) -> bool:
    """Say whether a group, or a membership in several by its policy, is switched off."""
    if not isinstance(layer, Dictionary):
        return False
    if layer.get(Name.Type) != Name.OCMD:
        return layer.objgen in hidden
    group = layer.get(Name.OCGs)
    members = _numbers([group] if isinstance(group, Dictionary) else layer.get_list(Name.OCGs, ()))
    off = [member in hidden for member in members]
    by_policy = {"/AllOn": any(off), "/AnyOff": not any(off), "/AllOff": not all(off)}
    return bool(off) and by_policy.get(str(layer.get(Name.P)), all(off))


def _empty_objects(pdf: Pdf, resources: Dictionary, hidden: Hidden) -> None:
    """Put a form that draws nothing where a hidden form or picture was."""
    for name, drawn in (resources.get_dict(Name.XObject) or {}).items():
        if _is_hidden(drawn, hidden):
            form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 0, 0]))
            resources.XObject[name] = pdf.make_stream(b"", form)


def _empty_passages(pdf: Pdf, content: Object, resources: Dictionary, hidden: Hidden) -> None:
    """Take the paint out of the hidden passages of a content stream."""
    layers = (resources.get_dict(Name.Properties) or {}).items()
    names = {name for name, layer in layers if _is_off(layer, hidden)}
    if not names:
        return
    shown = unparse_content_stream(list(_without_paint(parse_content_stream(content), names)))
    if isinstance(content, Stream):
        content.write(shown)
    else:
        content.Contents = pdf.make_stream(shown)


def _without_paint(instructions: Iterable[Instruction], names: set[str]) -> Iterator[Instruction]:
    """Yield instructions, those within the named layers without what paints.

    State that is set there holds on behind, as it does in a reader; only text that follows on the
    same line without a move of its own would close up.
    """
    passages: list[bool] = []  # of each open passage: whether it hides
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in {"BMC", "BDC"}:
            operands = [str(operand) for operand in instruction.operands]
            passages.append(operands[:1] == ["/OC"] and operands[-1] in names)
        elif operator == "EMC" and passages:
            passages.pop()
        if not any(passages) or operator not in _PATH | _PAINT:
            yield instruction
        elif operator in _PATH:
            yield ContentStreamInstruction([], Operator("n"))
        elif operator in {"'", '"'}:
            yield ContentStreamInstruction([], Operator("T*"))


def _numbers(groups: Iterable[Object]) -> Hidden:
    return frozenset(group.objgen for group in groups if isinstance(group, Dictionary))
