"""Intake (收件): Word documents that companies filled in become cases again."""
