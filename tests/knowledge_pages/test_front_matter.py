"""The head of a page: what search, the learning path and the sources list read (docs/authoring.md)."""

import datetime
from urllib.parse import urlsplit

import pytest
from pages import Page, guides, pages_of, twins_of

ROLES = {"data-scientist", "ml-engineer", "mlops-engineer", "data-engineer", "platform-engineer", "team-lead"}
ON_EVERY_PAGE = {"title", "topic", "level", "roles", "language", "reviewed", "links"}
# The places where makers publish the documentation of what we teach. A new one is added after a look at who runs it.
OFFICIAL = set(
    """
    airflow.apache.org aws.amazon.com cli.github.com conda-forge.org developer.hashicorp.com doc.dvc.org docs.ansible.com
    docs.astral.sh docs.aws.amazon.com docs.cloud.google.com docs.conda.io docs.docker.com docs.evidentlyai.com docs.feast.dev
    docs.github.com docs.gitlab.com docs.greatexpectations.io docs.nvidia.com docs.pytest.org docs.python.org docs.pytorch.org
    docs.seldon.ai dvc.org fastapi.tiangolo.com git-lfs.com git-scm.com grafana.com helm.sh jqlang.org kfp-kubernetes.readthedocs.io
    kind.sigs.k8s.io kserve.github.io kubeflow-pipelines.readthedocs.io kubernetes.io learn.microsoft.com mamba.readthedocs.io
    man.openbsd.org mlflow.org numpy.org packaging.python.org pandera.readthedocs.io pip.pypa.io plugins.jenkins.io prometheus.github.io
    prometheus.io pytest-xdist.readthedocs.io python-poetry.org rclone.org sagemaker.readthedocs.io scikit-learn.org www.debian.org
    www.elastic.co www.freedesktop.org www.gnu.org www.jenkins.io www.kubeflow.org www.openssh.com www.shellcheck.net
    """.split()
)
# On GitHub, only what the makers of a tool own.
OFFICIAL_ON_GITHUB = {"SeldonIO", "tmux"}


@pytest.mark.parametrize("guide", guides())
def test_the_front_matter_is_complete_and_nothing_else(guide: str) -> None:
    wanted = ON_EVERY_PAGE | (set() if guide == "course" else {"tool_version"})
    assert [page.path for page in pages_of(guide) if set(page.front_matter) != wanted] == []


@pytest.mark.parametrize("guide", guides())
def test_the_front_matter_says_what_the_page_is(guide: str) -> None:
    for page in pages_of(guide):
        head = page.front_matter
        assert (head["language"], head["topic"]) == (page.language, page.topic), page.path
        assert page.headings[0] == (1, head["title"]), f"{page.path}: the first heading is the title"
        assert head["level"] in (1, 2, 3), page.path
        assert isinstance(head["reviewed"], datetime.date), page.path
        assert isinstance(head.get("tool_version", ""), str), f"{page.path}: put the version in quotes: 3.10 is not 3.1"


@pytest.mark.parametrize("guide", guides())
def test_the_roles_are_those_of_the_course(guide: str) -> None:
    roles = {page.path: page.front_matter["roles"] for page in pages_of(guide)}
    assert {path: named for path, named in roles.items() if not named or not ROLES.issuperset(named)} == {}
    assert [path for path, named in roles.items() if len(set(named)) != len(named)] == []


@pytest.mark.parametrize("guide", guides())
def test_links_lead_to_official_documentation(guide: str) -> None:
    links = {page.path: page.front_matter["links"] for page in pages_of(guide)}
    assert [path for path, named in links.items() if not named or len(set(named)) != len(named)] == []
    assert [(path, link) for path, named in links.items() for link in named if not _official(link)] == []


@pytest.mark.parametrize("guide", guides())
def test_both_languages_have_the_same_front_matter(guide: str) -> None:
    assert [english.path for english, polish in twins_of(guide) if _untranslated(english) != _untranslated(polish)] == []


def _official(link: str) -> bool:
    address = urlsplit(link)
    if address.scheme != "https" or address.port or address.username:
        return False
    owner = address.path.strip("/").split("/")[0]
    return address.hostname in OFFICIAL or (address.hostname == "github.com" and owner in OFFICIAL_ON_GITHUB)


def _untranslated(page: Page) -> dict[str, object]:
    return {key: value for key, value in page.front_matter.items() if key not in ("title", "language")}
