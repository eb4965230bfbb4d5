"""The kinds of values that only a feature repository has."""

from typing import Annotated

from generators.frame import Grammar

FeatureName = Annotated[
    str,
    Grammar(
        # Two underscores in a row separate view and feature in Feast's own column names.
        r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*",
        "must be a name of lower-case letters, digits and single underscores, starting with a letter",
        "musi być nazwą z małych liter, cyfr i pojedynczych podkreśleń, zaczynającą się od litery",
        longest=60,
    ),
]
DataPath = Annotated[
    str,
    Grammar(
        r"(?:(?:s3|gs)://[a-z0-9][a-z0-9.-]{1,60}[a-z0-9]/)?(?:[A-Za-z0-9][A-Za-z0-9_.=-]*/)*[A-Za-z0-9][A-Za-z0-9_-]*\.parquet",
        "must be a Parquet file such as data/driver_stats.parquet or s3://bucket/driver_stats.parquet",
        "musi być plikiem Parquet, na przykład data/driver_stats.parquet lub s3://bucket/driver_stats.parquet",
        find=r"(?:(?:s3|gs)://)?(?<![\w/.-])(?:[\w.=-]+/)*[\w-]+\.parquet(?!\w)",
        longest=200,
    ),
]
Table = Annotated[
    str,
    Grammar(
        r"[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,2}",
        "must be a table such as analytics.customer_stats",
        "musi być tabelą, na przykład analytics.customer_stats",
        longest=120,
    ),
]
Lifetime = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,3}[dh]",
        "must be a time in days or hours such as 3d",
        "musi być czasem w dniach lub godzinach, na przykład 3d",
        longest=5,
    ),
]
