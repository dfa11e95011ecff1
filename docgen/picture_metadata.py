"""The bytes of a picture without what a camera or a program says about it: place, time, profile."""

from __future__ import annotations

#: Segments that describe the picture: baseline and extended.
_FRAMES = (0xC0, 0xC1)
#: JFIF 1.1 without a resolution: the header that every reader of JPEGs knows.
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def jpeg_without_metadata(data: bytes) -> bytes | None:
    """Return a JPEG without its APPn and COM segments, or None if it is not put together so.

    A plain JFIF header takes their place; a picture that codes its colours in another way than
    JFIF says, as Adobe's and RGB ones do, is left to the decoder.
    """
    kept = [data[:2], _JFIF]
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xDA:
            end = data.find(b"\xff\xd9", position)
            return b"".join([*kept, data[position : end + 2]]) if end > 0 else None
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        segment = data[position:end]
        if segment[4:9] == b"Adobe" or (marker in _FRAMES and segment[10:17:3] == b"RGB"):
            return None
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(segment)
        position = end
    return None


def png_without_metadata(data: bytes) -> bytes | None:
    """Return a PNG's critical chunks if it is plain 8-bit grey or RGB, else None."""
    bit_depth, colour_type = data[24], data[25]
    if bit_depth != 8 or colour_type not in {0, 2}:
        return None
    kept = [_PNG_SIGNATURE]
    position = len(_PNG_SIGNATURE)
    while position + 12 <= len(data):
        end = position + 12 + int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        if kind in {b"IHDR", b"IDAT", b"IEND"}:
            kept.append(data[position:end])
        if kind == b"IEND":
            return b"".join(kept)
        position = end
    return None
