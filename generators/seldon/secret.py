"""The Secret that has to be there before, which never belongs into a repository."""

from generators.seldon.options import Options


def needs(options: Options) -> str:
    """How to make it, in the notation of each version."""
    if not options.secret:
        return ""
    space = f" --namespace {options.namespace}" if options.namespace else ""
    command = f"  kubectl create secret generic {options.secret}{space}"
    how = f"{command} --from-env-file=rclone.env" if options.version == "v1" else f"{command} --from-file=s3=rclone.yaml"
    what = "RCLONE_CONFIG_S3_TYPE and the like" if options.version == "v1" else "type, name and parameters of a remote"
    return f"The Secret is made apart, so that it never reaches Git; it holds rclone's settings ({what}):\n{how}"
