"""Read a flat Parquet file without a Parquet library: one raw file needs it, no student does.

Follows the Apache Parquet format: a Thrift footer, pages compressed with Zstandard, values that
point into a dictionary. Anything else is refused in one sentence.
"""

import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd

from alignment.sources.recipe import RecipeError

MAGIC = b"PAR1"
PLAIN, DICTIONARY, RLE_DICTIONARY = 0, 2, 8
DATA_PAGE, DICTIONARY_PAGE = 0, 2
INT32, BYTE_ARRAY = 1, 6
ZSTD = 6


class Compact:
    """Read Thrift's compact protocol into plain lists and dictionaries keyed by field number."""

    def __init__(self, data: bytes, at: int = 0):
        self.data, self.at = data, at

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def varint(self) -> int:
        value, shift = 0, 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            shift += 7

    def integer(self) -> int:
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def text(self) -> bytes:
        length = self.varint()
        self.at += length
        return self.data[self.at - length : self.at]

    def struct(self) -> dict:
        fields, number = {}, 0
        while (head := self.byte()) != 0:
            step, kind = head >> 4, head & 0x0F
            number = number + step if step else self.integer()
            fields[number] = self.value(kind)
        return fields

    def value(self, kind: int):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return self.byte()
        if kind in (4, 5, 6):
            return self.integer()
        if kind == 8:
            return self.text()
        if kind == 9:
            return self.list()
        if kind == 12:
            return self.struct()
        raise RecipeError(f"The Parquet footer holds a Thrift type {kind} that is not read here.")

    def list(self) -> list:
        head = self.byte()
        size, kind = head >> 4, head & 0x0F
        size = self.varint() if size == 15 else size
        return [self.value(kind) for _ in range(size)]


def read(path: Path) -> pd.DataFrame:
    """Read a Parquet file.

    Parameters
    ----------
    path : pathlib.Path
        A flat file of 32-bit integers and texts.

    Returns
    -------
    pandas.DataFrame
        Integers and texts; texts are categories.

    Raises
    ------
    RecipeError
        The file uses a part of the format that is not read here, or no Zstandard is installed.
    """
    data = Path(path).read_bytes()
    if data[:4] != MAGIC or data[-4:] != MAGIC:
        raise RecipeError(f"{path} is not a Parquet file: it does not begin and end with PAR1.")
    (length,) = struct.unpack("<I", data[-8:-4])
    footer = Compact(data, len(data) - 8 - length).struct()
    schema, groups = footer[2], footer[4]
    optional = {leaf[4].decode(): leaf.get(3, 0) == 1 for leaf in schema[1:]}
    parts = [_group(data, group, optional) for group in groups]
    return pd.concat(parts, ignore_index=True)


def _group(data: bytes, group: dict, optional: dict[str, bool]) -> pd.DataFrame:
    columns = {}
    for chunk in group[1]:
        meta = chunk[3]
        name = meta[3][0].decode()
        columns[name] = _column(data, meta, optional[name])
    return pd.DataFrame(columns)


def _column(data: bytes, meta: dict, optional: bool) -> pd.Series:
    if meta[4] != ZSTD or meta[1] not in (INT32, BYTE_ARRAY):
        raise RecipeError("Only Zstandard pages of 32-bit integers and texts are read here.")
    at = meta.get(11, meta[9])
    left, dictionary, pages = meta[5], None, []
    while left > 0:
        reader = Compact(data, at)
        head = reader.struct()
        at = reader.at + head[3]
        body = decompress(data[reader.at : at], head[2])
        if head[1] == DICTIONARY_PAGE:
            dictionary = _plain(body, meta[1], head[7][1])
            continue
        values = _page(body, head[5], meta[1], optional)
        pages.append(values if head[5][2] == PLAIN else ("index", *values))
        left -= head[5][1]
    return _looked_up(pages, dictionary)


def _looked_up(pages: list, dictionary: np.ndarray | None) -> pd.Series:
    parts = []
    for page in pages:
        if page[0] == "index":
            _, codes, present = page
            parts.append(pd.Series(dictionary[codes]).reindex(_places(present)))
        else:
            values, present = page
            parts.append(pd.Series(values).reindex(_places(present)))
    return pd.concat(parts, ignore_index=True)


def _places(present: np.ndarray) -> np.ndarray:
    # The k-th value belongs to the k-th row that is present; -1 stands for a missing cell.
    return np.where(present, np.cumsum(present) - 1, -1)


def _page(body: bytes, head: dict, kind: int, optional: bool) -> tuple:
    rows, at = head[1], 0
    present = np.ones(rows, dtype=bool)
    if optional:
        (size,) = struct.unpack_from("<I", body, 0)
        present = _hybrid(body[4 : 4 + size], 1, rows).astype(bool)
        at = 4 + size
    count = int(present.sum())
    if head[2] == PLAIN:
        return _plain(body[at:], kind, count), present
    if head[2] not in (DICTIONARY, RLE_DICTIONARY):
        raise RecipeError(f"Parquet encoding {head[2]} is not read here.")
    return _hybrid(body[at + 1 :], body[at], count), present


def _plain(body: bytes, kind: int, count: int) -> np.ndarray:
    if kind == INT32:
        return np.frombuffer(body, "<i4", count)
    texts, at = [], 0
    for _ in range(count):
        (size,) = struct.unpack_from("<I", body, at)
        texts.append(body[at + 4 : at + 4 + size].decode("utf-8"))
        at += 4 + size
    return np.array(texts, dtype=object)


def _hybrid(body: bytes, width: int, count: int) -> np.ndarray:
    # Runs of one repeated value, mixed with groups of eight bit-packed values.
    out = np.zeros(count, dtype=np.int64)
    reader, done, wide = Compact(body), 0, (width + 7) // 8
    while done < count:
        head = reader.varint()
        if head & 1:
            size = (head >> 1) * width
            bits = np.unpackbits(
                np.frombuffer(body, np.uint8, size, reader.at), bitorder="little"
            ).reshape(-1, width or 1)
            values = bits @ (1 << np.arange(width, dtype=np.int64))
            reader.at += size
        else:
            value = int.from_bytes(body[reader.at : reader.at + wide], "little")
            values = np.full(head >> 1, value)
            reader.at += wide
        taken = min(len(values), count - done)
        out[done : done + taken] = values[:taken]
        done += taken
    return out


def decompress(data: bytes, size: int) -> bytes:
    """Unpack one Zstandard page with what the computer has: Python 3.14 or the program zstd."""
    try:
        from compression import zstd  # Python 3.14 and later

        return zstd.decompress(data)
    except ImportError:
        pass
    program = shutil.which("zstd")
    if program is None:
        raise RecipeError(
            "The raw file of UN votes is packed with Zstandard; install the program zstd "
            "(Debian: sudo apt-get install zstd) or use Python 3.14, then build again."
        )
    done = subprocess.run([program, "-dcq"], input=data, capture_output=True, check=True)
    if len(done.stdout) != size:
        raise RecipeError(f"A Parquet page gave {len(done.stdout)} bytes instead of {size}.")
    return done.stdout
