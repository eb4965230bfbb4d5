"""The objects, as data."""
