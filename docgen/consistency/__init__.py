"""Consistency (前后一致): what the files of one dossier say of the same thing, held together.

The files are read as they lie in the folder, made by docgen or edited in Word since. Each rule sees
the whole dossier; a finding names both places.
"""

from docgen.consistency.check import DossierReport, check_dossiers

__all__ = ["DossierReport", "check_dossiers"]
