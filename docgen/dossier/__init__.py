"""The dossier (申报材料): the files of one case for one style, and their manifest."""

from docgen.dossier.render import Dossier, render_case

__all__ = ["Dossier", "render_case"]
