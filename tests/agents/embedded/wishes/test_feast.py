"""Requests for feature repositories, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ('feast view for couriers: courier_id entity, on_time_rate delay_rate floats, daily_parcels int, from parquet data/courier_stats.parquet',
     {'keys': ['courier_id'],
      'fields': [{'name': 'on_time_rate', 'type': 'float'}, {'name': 'delay_rate', 'type': 'float'},
                 {'name': 'daily_parcels', 'type': 'int'}],
      'path': 'data/courier_stats.parquet',
      'offline': 'file'}),
    ('feature_store.yaml z redisem jako online store i rejestrem w S3, projekt fraud',
     {'project': 'fraud', 'online': 'redis', 'registry': 's3'}),
    ('Potrzebuję feature view w Feast: encja klient, cechy: liczba_zamowien (int), sredni_koszyk (float), czy_vip bool, plik dane/klienci.parquet, ttl 7 dni',
     {'keys': ['klient_id'],
      'fields': [{'name': 'liczba_zamowien', 'type': 'int'}, {'name': 'sredni_koszyk', 'type': 'float'},
                 {'name': 'czy_vip', 'type': 'bool'}],
      'path': 'dane/klienci.parquet',
      'ttl': '7d',
      'offline': 'file'}),
    ('feast repo on AWS: dynamodb, redshift table analytics.user_features, entity user_id, features clicks_7d int, ctr float, region eu-west-1',
     {'keys': ['user_id'],
      'fields': [{'name': 'clicks_7d', 'type': 'int'}, {'name': 'ctr', 'type': 'float'}],
      'table': 'analytics.user_features',
      'online': 'dynamodb',
      'offline': 'redshift',
      'registry': 's3',
      'region': 'eu-west-1'}),
    ('feature store na GCP z bigquery, tabela proj.ds.customer_stats, klucz customer_id',
     {'keys': ['customer_id'],
      'table': 'proj.ds.customer_stats',
      'online': 'datastore',
      'offline': 'bigquery',
      'registry': 'gcs'}),
    ('feature view customer_stats, join key customer_id string, fields age int, income float, segment string; feature service churn_v2; ttl 1 day',
     {'keys': ['customer_id'],
      'key_type': 'string',
      'fields': [{'name': 'age', 'type': 'int'}, {'name': 'income', 'type': 'float'},
                 {'name': 'segment', 'type': 'string'}],
      'view': 'customer_stats',
      'ttl': '1d',
      'service': 'churn_v2'}),
    ('feast with postgres online store and on-demand view, entity driver',
     {'keys': ['driver_id'], 'online': 'postgres', 'on_demand': True}),
    ('feature view transaction_stats z cechami amount_7d, amount_30d typu float i tx_count typu int, encja card_id',
     {'keys': ['card_id'],
      'fields': [{'name': 'amount_7d', 'type': 'float'}, {'name': 'amount_30d', 'type': 'float'},
                 {'name': 'tx_count', 'type': 'int'}],
      'view': 'transaction_stats'}),
    ('dodaj ceche is_foreign bool i ttl 2 dni',
     {'fields': [{'name': 'is_foreign', 'type': 'bool'}], 'ttl': '2d'}),
    ('feast feature view with entities customer_id and product_id, features views_7d int and purchases_30d int',
     {'keys': ['customer_id', 'product_id'],
      'fields': [{'name': 'views_7d', 'type': 'int'}, {'name': 'purchases_30d', 'type': 'int'}]}),
    ('a teraz redis zamiast sqlite i ttl 12 godzin',
     {'ttl': '12h', 'online': 'redis'}),
    ("Feast: widok cech 'koszyk_stats', klucz koszyk_id, cechy suma double i liczba_pozycji int64, zrodlo push",
     {'keys': ['koszyk_id'],
      'fields': [{'name': 'suma', 'type': 'double'}, {'name': 'liczba_pozycji', 'type': 'int'}],
      'view': 'koszyk_stats',
      'push': True}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("feast", message)
    validated(load("feast"), read)
    assert read == expected


def test_an_impossible_value_is_refused_by_name() -> None:
    with pytest.raises(BadOption, match="customer_id is named twice"):
        validated(load("feast"), {"keys": ["customer_id"], "fields": [{"name": "customer_id"}]})


def test_a_second_turn_adds_a_feature() -> None:
    wish = read_wish(["feast feature view, entity card_id, features amount_7d float", "dodaj cechę tx_count int"])
    assert wish is not None and wish.kinds == ["feast"]
    assert [field["name"] for field in wish.options["fields"]] == ["amount_7d", "tx_count"]
