"""Jobs that build, scan and push an image."""

from generators.frame import image
from generators.frame.pipeline import Job
from generators.gitlab_ci.options import Options
from generators.gitlab_ci.rules import delivery_rules, registry_of
from generators.gitlab_ci.shared import Body, aws

_USERS = {"gitlab": ("$CI_REGISTRY", "$CI_REGISTRY_USER", "$CI_REGISTRY_PASSWORD")}
_SCAN = 'trivy image --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed "$IMAGE"'


def build_job(job: Job, options: Options) -> Body:
    """Build the image and push it under the commit's tag."""
    maker = {"kaniko": _kaniko, "buildkit": _buildkit}.get(options.builder, _dind)
    return {**maker(options), **delivery_rules(options)}


def _dind(options: Options) -> Body:
    body = _docker(options)
    context = options.folder or "."
    lines = [f'docker build --pull --file {_dockerfile(options)} --tag "$IMAGE" {context}']
    return {**body, "script": lines + (['docker push "$IMAGE"'] if options.push else [])}


def _docker(options: Options) -> Body:
    """A job with Docker beside it, logged in to the registry."""
    body: Body = {"image": image("docker"), "services": [image("docker-dind")], "variables": {"DOCKER_TLS_CERTDIR": "/certs"}}
    if not options.push:
        return body
    if registry_of(options) == "ecr":
        keys, lines = aws(options)
        login = ['aws ecr get-login-password | docker login --username AWS --password-stdin "${IMAGE%%/*}"']
        return {
            **body,
            **keys,
            "variables": body["variables"] | keys["variables"],
            "before_script": ["apk add --no-cache aws-cli", *lines, *login],
        }
    host, user, password = _account(options)
    return {**body, "before_script": [f'printf \'%s\' "{password}" | docker login --username "{user}" --password-stdin "{host}"']}


def _account(options: Options) -> tuple[str, str, str]:
    registry = registry_of(options)
    host = "docker.io" if registry == "dockerhub" else (options.image or "registry.example.com").partition("/")[0]
    return _USERS.get(registry, (host, "$REGISTRY_USER", "$REGISTRY_PASSWORD"))


def _dockerfile(options: Options) -> str:
    return f"{options.folder}/{options.dockerfile}" if options.folder else options.dockerfile


def _kaniko(options: Options) -> Body:
    context = f"$CI_PROJECT_DIR/{options.folder}" if options.folder else "$CI_PROJECT_DIR"
    goal = '--destination "$IMAGE" --cache=true' if options.push else "--no-push"
    line = f'/kaniko/executor --context "{context}" --dockerfile "$CI_PROJECT_DIR/{_dockerfile(options)}" {goal}'
    keys, login = _login_file(options, "/kaniko/.docker")
    # The empty entrypoint leaves the shell to GitLab, which starts every script with it.
    return {"image": {"name": image("kaniko"), "entrypoint": [""]}, **keys, "script": [*login, line]}


def _buildkit(options: Options) -> Body:
    folder, _, name = _dockerfile(options).rpartition("/")
    parts = ["buildctl-daemonless.sh build --frontend dockerfile.v0", f"--local context={options.folder or '.'}",
             f"--local dockerfile={folder or '.'} --opt filename={name}"]  # fmt: skip
    parts += ['--output "type=image,name=$IMAGE,push=true"'] if options.push else []
    keys, login = _login_file(options, "$HOME/.docker")
    variables = {"BUILDKITD_FLAGS": "--oci-worker-no-process-sandbox", **keys.get("variables", {})}
    body = {"image": {"name": image("buildkit"), "entrypoint": [""]}, **keys, "variables": variables}
    return {**body, "script": [*login, " ".join(parts)]}


def _login_file(options: Options, folder: str) -> tuple[Body, list[str]]:
    """The account of the registry where a builder without Docker looks for it."""
    if not options.push:
        return {}, []
    if registry_of(options) == "ecr":
        keys, lines = aws(options)
        return keys, [*lines, f'mkdir -p "{folder}"', f'printf \'{{"credsStore":"ecr-login"}}\' > "{folder}/config.json"']
    host, user, password = _account(options)
    written = f'printf \'{{"auths":{{"%s":{{"auth":"%s"}}}}}}\' "{host}" "$AUTH" > "{folder}/config.json"'
    return {}, [f'mkdir -p "{folder}"', f"AUTH=$(printf '%s:%s' \"{user}\" \"{password}\" | base64 | tr -d '\\n')", written]


def promote_job(job: Job, options: Options) -> Body:
    """Give the image that was built and tested the name of its branch too."""
    if not any(other in ("build",) for other in _kinds(options)):
        return build_job(job, options)
    body = _docker(options)
    return {
        **body,
        "script": ['docker buildx imagetools create --tag "${IMAGE%:*}:$CI_COMMIT_REF_SLUG" "$IMAGE"'],
        **delivery_rules(options),
    }


def _kinds(options: Options) -> list[str | None]:
    from generators.frame.pipeline import planned

    return [job.does for job in planned(options)]


def scan_job(job: Job, options: Options) -> Body:
    """Look for known holes in the pushed image."""
    _, user, password = _account(options)
    body: Body = {"image": {"name": image("trivy"), "entrypoint": [""]}}
    if registry_of(options) == "ecr":
        keys, lines = aws(options)
        body |= {**keys, "before_script": lines}
    else:
        body["variables"] = {"TRIVY_USERNAME": user, "TRIVY_PASSWORD": password}
    return {**body, "script": [_SCAN], **delivery_rules(options)}
