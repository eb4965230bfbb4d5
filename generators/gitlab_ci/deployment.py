"""Jobs that deploy."""

from generators.frame import image, package
from generators.frame.pipeline import Job, commands, environments_of, slug
from generators.gitlab_ci.options import Options
from generators.gitlab_ci.rules import delivery_rules
from generators.gitlab_ci.shared import Body, aws

_SSH = [
    "install -D -m 600 /dev/null ~/.ssh/id_ed25519",
    "printf '%s\\n' \"$SSH_PRIVATE_KEY\" > ~/.ssh/id_ed25519",
    "printf '%s\\n' \"$SSH_KNOWN_HOSTS\" >> ~/.ssh/known_hosts",
]


def deploy_jobs(job: Job, options: Options) -> list[tuple[str, Body]]:
    """One job an environment, in order."""
    places = environments_of(job, options)
    name = slug(job.title)
    if len(places) == 1:
        return [(name, _deploy(places[0], options))]
    return [(f"{name}-{slug(place)}", _deploy(place, options)) for place in places]


def _deploy(place: str, options: Options) -> Body:
    by_hand = options.manual and place.startswith("prod")
    return {
        **_runs_in(options),
        "interruptible": False,
        "environment": {"name": place},
        # One deployment at a time, in the order of the commits.
        "resource_group": place,
        "script": commands.deploying(options, place),
        **delivery_rules(options, manual=by_hand),
    }


def _runs_in(options: Options) -> Body:
    match options.deploy:
        case "sagemaker":
            keys, lines = aws(options)
            return {"image": {"name": image("aws-cli"), "entrypoint": [""]}, **keys, "before_script": lines}
        case "ssh":
            return {"image": image("alpine"), "before_script": ["apk add --no-cache openssh-client", *_SSH]}
        case "ansible":
            apt = "apt-get update && apt-get install --yes --no-install-recommends openssh-client"
            return {"before_script": [apt, f"python -m pip install {package('ansible-core')}", *_SSH]}
        case "script":
            return {}
    return {"image": {"name": image("k8s-tools"), "entrypoint": [""]}}
