""".dvc/config: where the data is kept. Keys and passwords never stand there, because it is committed."""

from generators.dvc.options import PipelineOptions


def config_of(options: PipelineOptions) -> str:
    """The configuration, in which every value comes from a grammar without spaces, quotes or brackets."""
    lines = ["[core]", f"    remote = {options.remote_name}", "    autostage = true", "    analytics = false"]
    lines += [f"['remote \"{options.remote_name}\"']", f"    url = {options.address}"]
    if options.remote == "s3" and options.region:
        lines.append(f"    region = {options.region}")
    if options.remote == "s3" and options.endpoint:
        lines.append(f"    endpointurl = {options.endpoint}")
    return "\n".join(lines) + "\n"
