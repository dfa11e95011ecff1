"""统一社会信用代码 (GB 32100-2015): 18 characters, the last a check digit."""

from __future__ import annotations

#: 31 characters: no I, O, S, V, Z.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18

_MODULUS = 31


def is_well_formed(code: str) -> bool:
    """Say whether a code has the right length and alphabet."""
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def is_sound(code: str) -> bool:
    """Say whether a code is well formed and its check digit right."""
    return is_well_formed(code) and check_digit(code) == code[-1]


def check_digit(code: str) -> str:
    """Return the check digit that the first 17 characters of a well-formed code demand."""
    total = sum(
        ALPHABET.index(character) * pow(3, index, _MODULUS)
        for index, character in enumerate(code[: LENGTH - 1])
    )
    return ALPHABET[-total % _MODULUS]
