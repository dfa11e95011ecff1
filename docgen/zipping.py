"""Zip files that are the same every time: no clock, no order of chance."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The earliest date a zip can hold.
EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
#: Office programs look for these at the beginning.
_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")


def zipped(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return files by name as a zip, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            item = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            item.create_system = 0
            item.compress_type = compression
            archive.writestr(item, data, compresslevel=6)
    return stream.getvalue()


def package_parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file, those that come first first, the others by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        names = [*_FIRST_PARTS, *sorted(set(source.namelist()).difference(_FIRST_PARTS))]
        return {name: source.read(name) for name in names}
