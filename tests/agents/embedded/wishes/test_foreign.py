"""A wish for a file of a tool that has no generator is declined by name; our own files beside such a tool are made."""

import pytest

from agents.embedded.wishes import ask_which, read_wish


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("write a Cypress test for my login page", "Cypress"),
        ("make a CircleCI config with tests", "CircleCI"),
        ("napisz azure-pipelines.yml dla mojej aplikacji", "Azure Pipelines"),
        ("generate a Pulumi program for an S3 bucket", "Pulumi"),
        ("create a Jest test", "Jest"),
        ("zrób Vagrantfile", "Vagrant"),
        ("make a pipeline for Azure DevOps", "Azure Pipelines"),
        ("zrób pipeline w CircleCI", "CircleCI"),
    ],
)
def test_a_foreign_file_is_declined_by_name(message: str, tool: str) -> None:
    wish = read_wish([message])
    assert wish is not None and (wish.kinds, wish.foreign) == ([], tool)
    for language in ("en", "pl"):
        assert tool in ask_which(language, tool) and tool not in ask_which(language)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("write pytest tests for my Prefect flow", "pytest"),
        ("compose with nginx and Dagster", "compose"),
        ("make a Dockerfile for a Playwright scraper", "dockerfile"),
        ("zrób workflow GitHub Actions, który odpala testy w Cypress", "github-actions"),
        ("generate a terraform S3 bucket, no CloudFormation please", "terraform"),
    ],
)
def test_our_own_files_beside_a_foreign_tool_are_made(message: str, kind: str) -> None:
    wish = read_wish([message])
    assert wish is not None and kind in wish.kinds and not wish.foreign


@pytest.mark.parametrize(
    "message", ["What is Pulumi?", "Jak przejść z CloudFormation na Terraform?", "Is Tekton better than Jenkins?"]
)
def test_questions_about_foreign_tools_stay_questions(message: str) -> None:
    assert read_wish([message]) is None
