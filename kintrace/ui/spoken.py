"""Codes and numbers as they are said or dialled."""


def dialled(number: str) -> str:
    """What a tel: link needs of a written number: a plus in front, then digits."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    return f"+{digits}" if number.strip().startswith("+") else digits


def spelled(code: str) -> str:
    """A code letter by letter, its groups apart: "AB-CD" becomes "A · B — C · D".

    A group is held together by no-break spaces: a line ends between groups only.
    """
    return " — ".join("\u00a0·\u00a0".join(group) for group in code.split("-"))
