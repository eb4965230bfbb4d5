"""Prepares the data: reads CSV files, drops what cannot be used, and splits into train and test."""

import argparse
from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split

TARGET = "target"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--input", default="/opt/ml/processing/input")
    parser.add_argument("--output", default="/opt/ml/processing")
    parser.add_argument("--test-size", type=float, default=0.2)
    arguments = parser.parse_args()

    files = sorted(Path(arguments.input).rglob("*.csv"))
    if not files:
        raise SystemExit(f"No CSV file in {arguments.input}.")
    table = pd.concat((pd.read_csv(file) for file in files), ignore_index=True)
    if TARGET not in table:
        raise SystemExit(f"The data has no column {TARGET!r}. It has: {', '.join(table.columns)}.")
    table = table.drop_duplicates().dropna(subset=[TARGET]).select_dtypes("number")

    train, test = train_test_split(table, test_size=arguments.test_size, random_state=42, stratify=table[TARGET])
    for name, part in (("train", train), ("test", test)):
        folder = Path(arguments.output, name)
        folder.mkdir(parents=True, exist_ok=True)
        part.to_csv(folder / f"{name}.csv", index=False)
        print(f"{name}: {len(part)} rows")


if __name__ == "__main__":
    main()
