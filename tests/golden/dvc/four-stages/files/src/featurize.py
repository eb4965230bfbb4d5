"""The stage featurize of dvc.yaml. A skeleton: it says what to read and write, and the work is yours."""

from pathlib import Path

import yaml

INPUTS = ["data/raw/transactions.parquet"]
OUTPUTS = ["data/features"]


def main() -> None:
    params = yaml.safe_load(Path("params.yaml").read_text(encoding="utf-8"))
    print("featurize", params["featurize"])
    for path in OUTPUTS:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    raise SystemExit(f"Write this stage: read {INPUTS}, then write {OUTPUTS}.")


if __name__ == "__main__":
    main()
