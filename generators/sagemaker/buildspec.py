"""buildspec.yml of CodeBuild."""

from typing import Any

from generators.frame import Quoted, to_yaml, version
from generators.sagemaker.options import Options


def buildspec_of(options: Options) -> str:
    """Builds and pushes an image, or brings the pipeline up to date and starts it. Access comes from the project's role."""
    phases = _image(options) if options.build == "image" else _pipeline(options)
    variables: dict[str, Any] = {"AWS_DEFAULT_REGION": options.region}
    if options.build == "image":
        variables["REPOSITORY"] = options.repository or options.name
    spec = {
        "version": 0.2,
        # A command that fails ends the build, also in the middle of a pipe.
        "env": {"shell": "bash", "variables": variables},
        "phases": phases,
    }
    if options.build == "image":
        spec["artifacts"] = {"files": ["image.json"]}
    else:
        spec["cache"] = {"paths": ["/root/.cache/pip/**/*"]}
    return to_yaml(spec)


def _pipeline(options: Options) -> dict[str, Any]:
    return {
        "install": {
            "runtime-versions": {"python": Quoted(version("python"))},
            "commands": ["pip install --requirement requirements.txt"],
        },
        # The role's name differs between accounts, so the project gives SAGEMAKER_ROLE_ARN.
        "pre_build": {"commands": [': "${SAGEMAKER_ROLE_ARN:?set it in the CodeBuild project}"', "aws sts get-caller-identity"]},
        "build": {"commands": ["python pipeline.py --start"]},
    }


def _image(options: Options) -> dict[str, Any]:
    registry = "$(aws sts get-caller-identity --query Account --output text).dkr.ecr.$AWS_DEFAULT_REGION.amazonaws.com"
    log_in = 'aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"'
    return {
        "pre_build": {
            "commands": [
                f'REGISTRY="{registry}"',
                # The commit names the image: what runs can always be traced to its code.
                'IMAGE="$REGISTRY/$REPOSITORY:${CODEBUILD_RESOLVED_SOURCE_VERSION:0:12}"',
                log_in,
            ]
        },
        "build": {"commands": ['docker build --tag "$IMAGE" .']},
        "post_build": {
            "commands": [
                # CodeBuild runs this phase also after a build that failed.
                'test "$CODEBUILD_BUILD_SUCCEEDING" = 1',
                'docker push "$IMAGE"',
                """printf '{"image": "%s"}' "$IMAGE" > image.json""",
            ]
        },
    }
