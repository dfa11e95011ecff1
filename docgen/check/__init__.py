"""Checks: does a case do what the issuer asks?

One rule, one file in `rules/`; the file's name is the rule's code, so the two cannot drift. A rule
reads its numbers from the style, so that a user's own pack is enforced as well.
"""

from docgen.check.case import check_case

__all__ = ["check_case"]
