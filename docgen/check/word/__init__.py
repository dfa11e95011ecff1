"""Checks of Word files: ours, or ones that a person wrote or edited."""
