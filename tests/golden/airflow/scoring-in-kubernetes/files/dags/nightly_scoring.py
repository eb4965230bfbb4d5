from datetime import timedelta

import pendulum
from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import DAG
from kubernetes.client import models as k8s

# A request that equals the limit keeps the pod from being evicted first.
RESOURCES = k8s.V1ResourceRequirements(
    requests={"cpu": "1", "memory": "4Gi"},
    limits={"memory": "4Gi"},
)

with DAG(
    dag_id="nightly_scoring",
    schedule="30 1 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Warsaw"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=120),
    default_args={
        "owner": "ml",
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        # The connection smtp_default holds the mail server, so that no password stands here.
        "on_failure_callback": SmtpNotifier(
            to="ml@example.com",
            subject="Airflow: {{ ti.dag_id }}.{{ ti.task_id }} failed",
            html_content="Run {{ run_id }}, try {{ ti.try_number }}.",
        ),
    },
    tags=["ml"],
):
    run = KubernetesPodOperator(
        task_id="run",
        name="nightly-scoring-run",
        namespace="batch",
        image="registry.example.com/ml/scoring:2.0",
        arguments=["--date", "{{ ds }}"],
        container_resources=RESOURCES,
        get_logs=True,
        on_finish_action="delete_pod",
    )
