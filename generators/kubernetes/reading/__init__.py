"""What a message says about a workload on Kubernetes: pure functions from one message to one value, None when it says nothing."""
