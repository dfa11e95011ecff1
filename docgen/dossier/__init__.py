"""The dossier (申报材料): the files of one case for one style, and their manifest."""

from docgen.dossier.render import FORMATS, Dossier, render_case

__all__ = ["FORMATS", "Dossier", "render_case"]
