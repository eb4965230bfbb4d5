"""Ranges of addresses: a pattern alone lets 300.0.0.0/8 and 10.0.1.0/16 pass."""

from ipaddress import IPv4Network

from generators.frame.grammar import refusal


def check_cidr(text: str) -> str:
    """The range itself.

    Raises:
        PydanticCustomError: it is no range, or has bits set beyond its prefix.
    """
    try:
        IPv4Network(text)
    except ValueError as error:
        raise refusal(f"is not a range of addresses: {error}", f"nie jest zakresem adresów: {error}") from error
    return text
