"""The service answers as it promises. Run from the project's root: python -m pytest (needs httpx2)"""

import pytest
from fastapi.testclient import TestClient

from app.main import app as application

VALID = {
    "age": 3,
    "income": 1.5,
    "city": "text",
}
WRONG = {
    "age": "three",
    "income": "much",
    "city": {"not": "a text"},
}


@pytest.fixture(scope="module")
def client():
    # As a context the client also runs the start of the application, where models are loaded.
    with TestClient(application) as client:
        yield client


def test_the_service_is_healthy(client):
    assert client.get("/health").status_code == 200


def test_a_valid_request_is_answered(client):
    answer = client.post("/predict", json=VALID)
    assert answer.status_code == 200, answer.text
    assert "prediction" in answer.json()


@pytest.mark.parametrize("field", VALID)
def test_a_missing_field_is_refused(client, field):
    answer = client.post("/predict", json={name: value for name, value in VALID.items() if name != field})
    assert answer.status_code == 422


@pytest.mark.parametrize("field", WRONG)
def test_a_wrong_type_is_refused(client, field):
    answer = client.post("/predict", json={**VALID, field: WRONG[field]})
    assert answer.status_code == 422


def test_an_unknown_address_is_not_found(client):
    assert client.get("/no-such-address").status_code == 404
