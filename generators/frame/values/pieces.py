"""Pieces of grammars that several values share."""

LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
HOST = rf"{LABEL}(?:\.{LABEL})*"
EDGE = r"(?<![\w./:@-])"
