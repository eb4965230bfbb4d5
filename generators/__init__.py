"""Wishes become files: a module a kind, and checks/ with a module a validator."""

from generators.checks import Verdict, check_files
from generators.frame import values
from generators.frame.generating import Generated, GeneratedFile, Reason, generate
from generators.frame.grammar import Grammar
from generators.frame.options import Files, GeneratorOptions, Hints, hints_of
from generators.frame.registry import Generator, load, names
from generators.frame.shape import Shape, shape_of
from generators.frame.validate import validated

__all__ = [
    "Files",
    "Generated",
    "GeneratedFile",
    "Generator",
    "GeneratorOptions",
    "Grammar",
    "Hints",
    "Reason",
    "Shape",
    "Verdict",
    "check_files",
    "generate",
    "hints_of",
    "load",
    "names",
    "shape_of",
    "validated",
    "values",
]
