"""Numbers as people write them, kept as exact fractions; rounding happens once, half up."""

import re
from decimal import Decimal
from fractions import Fraction

NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
DIGITS = 4  # decimals on a page


def read_number(text: str) -> Fraction | None:
    """Read "8", "8.5", "8,5" or "-1"; None if it is anything else.

    Parameters
    ----------
    text : str
        A cell. One decimal sign, point or comma; no thousands signs and no exponents.

    Returns
    -------
    Fraction or None
        The exact value.
    """
    plain = text.strip().replace("\u2212", "-")
    if not NUMBER.fullmatch(plain) or len(plain) > 40:
        return None
    return Fraction(Decimal(plain.replace(",", ".")))


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Round a number that is not negative, halves upward.

    Parameters
    ----------
    value : Fraction
        What to round.
    decimals : int
        How many decimals stay.

    Returns
    -------
    Fraction
        Exact again.
    """
    scale = 10**decimals
    sign = -1 if value < 0 else 1
    return Fraction(sign * ((2 * abs(value) * scale + 1) // 2), scale)


def fixed(value: Fraction, decimals: int) -> str:
    """Write a number with exactly so many decimals, halves upward: "84.5"."""
    rounded = half_up(value, decimals)
    whole = abs(rounded.numerator) * 10**decimals // rounded.denominator
    digits = str(whole).zfill(decimals + 1)
    sign = "-" if rounded < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def show(value: Fraction, decimals: int = DIGITS) -> str:
    """Write a number with at most so many decimals and no zeros at the end: "84.45"."""
    text = fixed(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(value: Fraction) -> str:
    """Write a number without losing anything: a decimal where it ends, else "253/3"."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = 0
    while value.denominator > 1 and 10**digits % value.denominator:
        digits += 1
    return show(value, digits) if digits else fixed(value, 0)
