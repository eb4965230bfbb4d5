"""The stage download of dvc.yaml. A skeleton: it says what to read and write, and the work is yours."""

from pathlib import Path

INPUTS = []
OUTPUTS = ["data/raw/transactions.parquet"]


def main() -> None:
    for path in OUTPUTS:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    raise SystemExit(f"Write this stage: read {INPUTS}, then write {OUTPUTS}.")


if __name__ == "__main__":
    main()
