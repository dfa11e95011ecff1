"""Forms (表单) read back: a filled form held against the pattern it was made from.

A form's Word template says what is printed and where each field of the case stands. The same
template tells where to look in a form that somebody filled in: by the tags of its content controls
while they are there, by its labels when they are not.
"""

from docgen.forms.labels import LostLabel, lost_labels
from docgen.forms.pattern import RowPattern
from docgen.forms.reading import FieldReading, FormReading, read_fields
from docgen.forms.template import form_pattern, template_of

__all__ = [
    "FieldReading",
    "FormReading",
    "LostLabel",
    "RowPattern",
    "form_pattern",
    "lost_labels",
    "read_fields",
    "template_of",
]
