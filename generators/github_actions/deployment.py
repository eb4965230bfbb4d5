"""Jobs that deploy, and the one that tells of a failure."""

from typing import Any

from generators.frame import package
from generators.frame.pipeline import Job, commands, environments_of, planned, slug
from generators.github_actions.image import registry_of
from generators.github_actions.options import Options
from generators.github_actions.steps import aws_login, checkout, environment, machine, run
from generators.github_actions.triggers import events_of

_KUBECONFIG = [
    'install -m 600 /dev/null "$RUNNER_TEMP/kubeconfig"',
    'printf \'%s\' "$KUBECONFIG_BASE64" | base64 --decode > "$RUNNER_TEMP/kubeconfig"',
    'echo "KUBECONFIG=$RUNNER_TEMP/kubeconfig" >> "$GITHUB_ENV"',
]
_SSH = [
    "install -D -m 600 /dev/null ~/.ssh/id_ed25519",
    "printf '%s\\n' \"$SSH_PRIVATE_KEY\" > ~/.ssh/id_ed25519",
    "printf '%s\\n' \"$SSH_KNOWN_HOSTS\" >> ~/.ssh/known_hosts",
]
_NOTICE = 'curl --fail --silent --show-error --json "{\\"text\\": \\"$WORKFLOW failed on $REF: $RUN_URL\\"}" "$SLACK_WEBHOOK_URL"'


def deploy_jobs(job: Job, options: Options, *, built_by: str | None) -> list[tuple[str, dict[str, Any]]]:
    """One job an environment, in order; who may approve is set in the environment itself."""
    name = slug(job.title)
    places = environments_of(job, options)
    if len(places) == 1:
        return [(name, _deploy(options, places[0], built_by))]
    return [(f"{name}-{slug(place)}", _deploy(options, place, built_by)) for place in places]


def _deploy(options: Options, name: str, built_by: str | None) -> dict[str, Any]:
    steps = [checkout(), *_access(options), run("Deploy", commands.deploying(options, name), **_told(options, built_by))]
    where = "${{ inputs.environment || '" + name + "' }}" if "environment" in options.inputs else name
    return {
        # Besides the job before it, the one whose image it takes.
        **({"needs": [built_by]} if built_by else {}),
        **_condition(options),
        **({"permissions": {"contents": "read", "id-token": "write"}} if _by_oidc(options) else {}),
        "environment": where,
        # Two deployments at once would undo each other.
        "concurrency": {"group": f"deploy-{name}", "cancel-in-progress": False},
        **machine(options),
        "steps": steps,
    }


def _condition(options: Options) -> dict[str, str]:
    events = set(events_of(options)) | ({"schedule"} if options.schedule else set())
    return {"if": "github.event_name != 'pull_request'"} if "pull_request" in events and len(events) > 1 else {}


def _by_oidc(options: Options) -> bool:
    if options.deploy == "sagemaker":
        return True
    return _on_kubernetes(options) and bool(options.cluster or (options.builds_image and registry_of(options) == "ecr"))


def _on_kubernetes(options: Options) -> bool:
    return (options.deploy or "kubectl") in ("kubectl", "kustomize", "helm")


def _access(options: Options) -> list[dict[str, Any]]:
    if _by_oidc(options):
        return [aws_login(options), *([] if options.deploy == "sagemaker" else [_eks(options)])]
    if _on_kubernetes(options):
        return [run("Reach the cluster", _KUBECONFIG, env={"KUBECONFIG_BASE64": "${{ secrets.KUBECONFIG_BASE64 }}"})]
    if options.deploy in ("ssh", "ansible"):
        told = {"SSH_PRIVATE_KEY": "${{ secrets.SSH_PRIVATE_KEY }}", "SSH_KNOWN_HOSTS": "${{ secrets.SSH_KNOWN_HOSTS }}"}
        ansible = [run("Install Ansible", [f"pipx install {package('ansible-core')}"])] if options.deploy == "ansible" else []
        return [run("Reach the servers", _SSH, env=told), *ansible]
    return []


def _eks(options: Options) -> dict[str, Any]:
    if options.cluster:
        return run("Reach the cluster", [f"aws eks update-kubeconfig --name {options.cluster} --region {options.region}"])
    told = {"EKS_CLUSTER": "${{ vars.EKS_CLUSTER }}"}
    return run("Reach the cluster", [f'aws eks update-kubeconfig --name "$EKS_CLUSTER" --region {options.region}'], env=told)


def _told(options: Options, built_by: str | None) -> dict[str, Any]:
    told = dict(environment(options).get("env", {})) if not any(job.does == "train" for job in planned(options)) else {}
    if options.deploy == "sagemaker":
        told["SAGEMAKER_ROLE_ARN"] = "${{ vars.SAGEMAKER_ROLE_ARN }}"
    if built_by:
        told |= {"IMAGE": f"${{{{ needs.{built_by}.outputs.image }}}}", "TAG": f"${{{{ needs.{built_by}.outputs.tag }}}}"}
    elif options.deploy == "sagemaker":
        told |= {"IMAGE": "${{ vars.IMAGE }}", "TAG": "${{ github.sha }}"}
    return {"env": told} if told else {}


def notify_job(options: Options) -> dict[str, Any]:
    """Tell Slack when a job before it failed."""
    told = {
        "SLACK_WEBHOOK_URL": "${{ secrets.SLACK_WEBHOOK_URL }}",
        "WORKFLOW": "${{ github.workflow }}",
        "REF": "${{ github.ref_name }}",
        "RUN_URL": "${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}",
    }
    return {"if": "failure()", **machine(options), "steps": [run("Tell Slack", [_NOTICE], env=told)]}
