"""Anchors as GitHub makes them."""

from ingest.anchors import slug


def test_repeated_headings_are_numbered_and_punctuation_dropped():
    seen: dict[str, int] = {}
    headings = ["Co to jest `pod`?", "C++ & you", "Co to jest pod", "Żółw/jeż", "---", ""]
    assert [slug(heading, seen) for heading in headings] == ["co-to-jest-pod", "c--you", "co-to-jest-pod-1", "żółwjeż", "---", ""]
