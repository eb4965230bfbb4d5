"""What Word and PowerPoint files share: both are zip archives, which may be damaged or made to explode."""

import io
import zipfile

from errors import UnreadableSource

_MOST_BYTES = 500_000_000  # unpacked; a text of this size would take hours to index


def open_archive(content: bytes, name: str, member: str, kind: str) -> None:
    """Check that the archive is of the kind and of a sane unpacked size.

    Raises:
        UnreadableSource: it is not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            unpacked = sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile:
        raise UnreadableSource(f"{name}: this is not a {kind}, whatever its ending says.") from None
    if member not in names:
        raise UnreadableSource(f"{name}: this is not a {kind}: {member} is missing in it.")
    if unpacked > _MOST_BYTES:
        raise UnreadableSource(f"{name}: it unpacks to {unpacked // 1_000_000} MB; the most is {_MOST_BYTES // 1_000_000} MB.")
