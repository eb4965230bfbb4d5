"""What a kind of file is made of: options, values, quoting, versions and reasons."""

from generators.frame import values
from generators.frame.dump import Plain, Quoted, Row, Tagged, to_json, to_yaml
from generators.frame.grammar import Grammar, refusal
from generators.frame.options import Files, GeneratorOptions, Hints, hints_of, option
from generators.frame.template import fill, fill_around_braces, groovy, hcl, python, shell, toml
from generators.frame.versions import action, image, package, version
from generators.frame.why import Why

__all__ = [
    "Files",
    "GeneratorOptions",
    "Grammar",
    "Hints",
    "Plain",
    "Quoted",
    "Row",
    "Tagged",
    "Why",
    "action",
    "fill",
    "fill_around_braces",
    "groovy",
    "hcl",
    "hints_of",
    "image",
    "option",
    "package",
    "python",
    "refusal",
    "shell",
    "to_json",
    "to_yaml",
    "toml",
    "values",
    "version",
]
