"""Archives that are not what their ending says."""

import io
import zipfile

import pytest

from errors import UnreadableSource


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize("name", ["folder/a.docx", "folder/a.pptx"])
@pytest.mark.parametrize(
    "content",
    [b"just text", b"\xd0\xcf\x11\xe0old office", b"PK\x03\x04 cut", archive(other=b"x"), archive(word__document=b"x")],
)
def test_what_is_no_office_file_is_refused_by_name(read, name, content):
    with pytest.raises(UnreadableSource, match=f"{name}: this is not a (Word|PowerPoint)"):
        read(content, name)


def test_an_archive_made_to_explode_is_not_unpacked(read):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("word/document.xml", "<x/>")
        made.writestr("ppt/presentation.xml", "<x/>")
        with made.open("bomb.xml", "w") as bomb:
            for _ in range(510):
                bomb.write(b"\0" * 1_000_000)
    assert len(file.getvalue()) < 5_000_000
    for name in ("a.docx", "a.pptx"):
        with pytest.raises(UnreadableSource, match=f"{name}: it unpacks to 510 MB; the most is 500 MB"):
            read(file.getvalue(), name)
