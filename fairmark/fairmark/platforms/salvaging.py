"""The files of a zip whose table of contents is lost: each is still preceded by its own header.

A download that was cut off has no table at its end, and nobody's file should vanish for that.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path

from fairmark.messages import say

HEADER = struct.Struct("<4s5H3I2H")  # of one file: mark, versions, flags, method, ..., lengths
MARK, ENCRYPTED, LATER, UTF8 = b"PK\x03\x04", 0x1, 0x8, 0x800
STORED, DEFLATED = 0, 8
MOST_PIECES = 20_000
CHUNK = 16_384  # bytes; unpacked they are at most sixteen megabytes
# Between two files there is at most a length that was not known before.
LONGEST_GAP = 32
# What a file may unpack to; a notebook is far below it.
LONGEST_PIECE = 200_000_000


@dataclass(frozen=True)
class Piece:
    """One file of a broken zip, with what `zipfile.ZipInfo` would say of it.

    Parameters
    ----------
    filename : str
        Its path.
    start, compress_size, file_size : int
        Where its packed form begins, how long that is at most, and its size unpacked, as far as
        the header says.
    method, flag_bits, crc : int
        As in its header.
    problem : str
        Why it cannot be read; empty if it can be tried.
    """

    filename: str
    start: int
    compress_size: int
    file_size: int
    method: int
    flag_bits: int
    crc: int
    problem: str = ""
    external_attr: int = 0

    def is_dir(self) -> bool:
        """Tell whether it is a folder."""
        return self.filename.endswith("/")


class Salvaged:
    """What can be read of a broken zip, in place of a `zipfile.ZipFile`."""

    def __init__(self, path: Path) -> None:
        """Look for the headers of files."""
        with path.open("rb") as file:
            self._content = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._pieces = _pieces(self._content)

    def infolist(self) -> list[Piece]:
        """List what was found."""
        return self._pieces

    def open(self, piece: Piece) -> BytesIO:
        """Unpack one file.

        Raises
        ------
        EOFError
            If it is not whole.
        """
        packed = self._content[piece.start : piece.start + piece.compress_size]
        if piece.method == STORED:
            found = packed
        else:
            unpack = zlib.decompressobj(-15)
            found = unpack.decompress(packed, LONGEST_PIECE)
            if not unpack.eof:
                raise EOFError
        if piece.crc and zlib.crc32(found) != piece.crc:
            raise EOFError
        return BytesIO(found)

    def close(self) -> None:
        """Close the file."""
        self._content.close()


def _pieces(content: mmap) -> list[Piece]:
    """Go from file to file; what stands inside one is the student's and never a header."""
    found: list[Piece] = []
    at = content.find(MARK)
    while at >= 0 and len(found) < MOST_PIECES:
        piece, end = _piece(content, at)
        if piece is not None and not piece.is_dir():
            found.append(piece)
        at = content.find(MARK, end, end + LONGEST_GAP) if end else -1
    return found


def _piece(content: mmap, at: int) -> tuple[Piece | None, int]:
    """Read the header of one file; return it and its end, 0 where that is not known."""
    if at + HEADER.size > len(content):
        return None, 0
    _, _, flags, method, _, _, crc, packed, size, name_long, more = HEADER.unpack_from(content, at)
    name = content[at + HEADER.size : at + HEADER.size + name_long]
    if not name or len(name) < name_long:
        return None, 0
    start = at + HEADER.size + name_long + more
    path = name.decode("utf-8" if flags & UTF8 else "cp437", "replace")
    locked = say("archive.broken")
    problem = locked if flags & ENCRYPTED or method not in (STORED, DEFLATED) else ""
    if flags & LATER and not packed:  # its length stands after it, so it is unpacked to its end
        if problem or method == STORED:
            return Piece(path, start, 0, 0, method, flags, 0, locked), 0
        packed, size = _unpacked_length(content, start)
        crc = 0
    if start + packed > len(content) or (not packed and size):
        return Piece(path, start, 0, 0, method, flags, 0, problem or say("archive.cut")), 0
    return Piece(path, start, packed, size, method, flags, crc, problem), start + packed


def _unpacked_length(content: mmap, start: int) -> tuple[int, int]:
    """Return how long a file is packed and unpacked; 0 and 1 if it does not come to its end."""
    unpack, at, length = zlib.decompressobj(-15), start, 0
    try:
        while not unpack.eof and at < len(content) and length <= LONGEST_PIECE:
            length += len(unpack.decompress(content[at : at + CHUNK]))
            at += CHUNK
    except zlib.error:
        return 0, 1
    end = min(at, len(content)) - len(unpack.unused_data)
    return (end - start, length) if unpack.eof else (0, 1)
