"""Fixtures that all tests can ask for by name."""

import random

import numpy as np
import pandas as pd
import pytest
from fastapi.testclient import TestClient

from app.main import app as application


@pytest.fixture(autouse=True)
def fixed_seed():
    """Every test starts with the same random numbers, in whatever order they run."""
    random.seed(7)
    np.random.seed(7)


@pytest.fixture
def rng() -> np.random.Generator:
    """Random numbers that nobody else draws from."""
    return np.random.default_rng(7)


@pytest.fixture
def frame() -> pd.DataFrame:
    """A few rows that one can count by hand, new for each test."""
    return pd.DataFrame({"customer": [1, 2, 3], "amount": [10.0, 20.0, None], "city": ["Opole", "Lublin", "Opole"]})


@pytest.fixture(scope="session")
def client():
    """The service without a server or a port."""
    with TestClient(application) as client:
        yield client


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch):
    """Tests must not reach real services with the credentials of whoever runs them."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "MLFLOW_TRACKING_URI"):
        monkeypatch.delenv(name, raising=False)
