from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="train_model",
    schedule="0 5 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=120),
    default_args={
        "owner": "ml",
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
    },
    tags=["ml"],
):
    extract = BashOperator(
        task_id="extract",
        bash_command="python -m pipeline.extract --date {{ ds }}",
    )
    train = BashOperator(
        task_id="train",
        bash_command="python -m pipeline.train --date {{ ds }}",
    )
    evaluate = BashOperator(
        task_id="evaluate",
        bash_command="python -m pipeline.evaluate --date {{ ds }}",
    )
    publish = BashOperator(
        task_id="publish",
        bash_command="python -m pipeline.publish --date {{ ds }}",
    )

    extract >> train >> evaluate >> publish
