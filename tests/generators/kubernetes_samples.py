"""A small application for Kubernetes in which each test breaks one thing."""

from pathlib import Path

APPLICATION = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: scoring
  labels: {app: scoring}
spec:
  replicas: 2
  selector:
    matchLabels: {app: scoring}
  template:
    metadata:
      labels: {app: scoring}
    spec:
      serviceAccountName: scoring
      securityContext: {runAsNonRoot: true, runAsUser: 10001}
      containers:
        - name: api
          image: registry.example.com/ml/scoring:1.0.0
          ports:
            - {name: http, containerPort: 8000}
          env:
            - {name: LOG_LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: LOG_LEVEL}}}
          resources:
            requests: {cpu: 250m, memory: 512Mi}
            limits: {memory: 1Gi}
          readinessProbe:
            httpGet: {path: /health, port: http}
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
      volumes:
        - {name: tmp, emptyDir: {}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: scoring}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {LOG_LEVEL: INFO}
---
apiVersion: v1
kind: Service
metadata: {name: scoring}
spec:
  selector: {app: scoring}
  ports:
    - {name: http, port: 80, targetPort: http}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: scoring}
spec:
  ingressClassName: nginx
  tls:
    - {hosts: [scoring.example.com], secretName: scoring-tls}
  rules:
    - host: scoring.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: scoring, port: {name: http}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scoring}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scoring}
  minReplicas: 2
  maxReplicas: 6
  metrics:
    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: scoring}
spec:
  minAvailable: 1
  selector:
    matchLabels: {app: scoring}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: scoring}
spec:
  podSelector: {matchLabels: {app: scoring}}
  policyTypes: [Ingress]
  ingress:
    - from: [{podSelector: {}}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: retrain}
spec:
  schedule: "0 3 * * *"
  timeZone: Europe/Warsaw
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: train
              image: registry.example.com/ml/train:1.0.0
              volumeMounts: [{name: data, mountPath: /data}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  accessModes: [ReadWriteOnce]
  resources: {requests: {storage: 10Gi}}
"""


def written(folder: Path, text: str = APPLICATION, name: str = "app.yaml") -> list[str]:
    """The file of a sample, for the validators' `check`."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return [name]


def broken(old: str, new: str, text: str = APPLICATION) -> str:
    """The sample with one thing replaced, which must be there."""
    assert old in text, old
    return text.replace(old, new, 1)
