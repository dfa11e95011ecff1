"""Names of files: such that Windows, macOS and Linux all accept, and the manifest's."""

from __future__ import annotations

import hashlib
import re
import unicodedata

#: Lists the files of a dossier, for the reader and for the next run.
MANIFEST = "manifest.json"
#: Ends of the names of files that were edited by hand and made room for new ones.
EDITED = "手改"
_MAX_BYTES = 200  # file systems allow 255; Windows paths want room as well
_FULL_WIDTH = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10))}


def safe_name(name: str) -> str:
    """Return a file or folder name that every system accepts.

    Forbidden characters become their full-width twins; an overlong name is cut and keeps a hash.
    """
    safe = _CONTROL.sub(" ", unicodedata.normalize("NFC", name)).translate(_FULL_WIDTH)
    safe = safe.strip().rstrip(". ")
    if not safe or safe.split(".")[0].upper() in _RESERVED:
        safe = f"_{safe}"
    encoded = safe.encode("utf-8")
    if len(encoded) > _MAX_BYTES:
        digest = hashlib.sha256(encoded).hexdigest()[:8]
        safe = encoded[:_MAX_BYTES].decode("utf-8", errors="ignore") + "-" + digest
    return safe
