"""A zip that is cut off or has lost its table of contents: each file in it still has its row."""

import io
import zipfile

import pytest

from alignment import cli
from fairmark.messages import say
from fairmark.platforms.archive import Archive, NoArchive
from tests.handins import SMALL
from tests.test_grades_command import rows

NAMES = ["ann_11_1_04-economic.ipynb", "bo_12_2_04-economic.ipynb", "cy_13_3_04-economic.ipynb"]


class Streamed(io.RawIOBase):
    """A file that cannot be wound back, as a server's answer is none."""

    def __init__(self) -> None:
        self.content = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.content += bytes(data)
        return len(data)


def zip_of(members: dict[str, bytes], how=zipfile.ZIP_DEFLATED, *, streamed=False) -> bytes:
    target = Streamed() if streamed else io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.content if streamed else target.getvalue()


def without_table(content: bytes) -> bytes:
    return content[: content.index(b"PK\x01\x02")]


def read(path, content: bytes) -> dict[str, tuple[bytes, str]]:
    path.write_bytes(content)
    with Archive(path) as archive:
        assert "is a broken zip" in archive.damage
        return {str(file.path): archive.read(file, 10**6) for file in archive.files}


@pytest.mark.parametrize("streamed", [False, True], ids=["lengths known", "lengths after"])
@pytest.mark.parametrize(
    "how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "packed"]
)
def test_every_file_before_the_damage_is_read_and_none_is_invented(tmp_path, how, streamed):
    content = without_table(zip_of(dict.fromkeys(NAMES, SMALL), how, streamed=streamed))
    found = read(tmp_path / "class.zip", content)
    if streamed and how == zipfile.ZIP_STORED:  # nobody knows where such a file ends
        assert found == {NAMES[0]: (b"", say("archive.broken"))}
    else:
        assert found == dict.fromkeys(NAMES, (SMALL, ""))


@pytest.mark.parametrize("streamed", [False, True], ids=["lengths known", "lengths after"])
def test_the_file_in_which_a_zip_is_cut_off_says_so(tmp_path, streamed):
    content = zip_of(dict.fromkeys(NAMES, SMALL * 20), streamed=streamed)
    found = read(tmp_path / "class.zip", content[: content.index(NAMES[2].encode()) + 40])
    assert found[NAMES[0]] == found[NAMES[1]] == (SMALL * 20, "")
    assert found[NAMES[2]] == (b"", say("archive.cut"))


@pytest.mark.parametrize("streamed", [False, True], ids=["lengths known", "lengths after"])
def test_a_header_inside_a_file_of_a_student_is_nobodys_file(tmp_path, streamed):
    """Signs that do not shrink stand in the zip as they are; they could be another one's file."""
    import random

    forged = random.Random(1).randbytes(70_000) + without_table(
        zip_of({"bo_12_2_04-economic.ipynb": b"{}"}, zipfile.ZIP_STORED)
    )
    content = without_table(zip_of({NAMES[0]: forged, NAMES[2]: SMALL}, streamed=streamed))
    assert list(read(tmp_path / "class.zip", content)) == [NAMES[0], NAMES[2]]


def test_a_file_whose_content_was_damaged_is_not_read(tmp_path):
    content = bytearray(without_table(zip_of(dict.fromkeys(NAMES, SMALL), zipfile.ZIP_STORED)))
    content[content.index(SMALL) + 5] ^= 1
    found = read(tmp_path / "class.zip", bytes(content))
    content_read, problem = found[NAMES[0]]
    assert content_read == b""
    assert problem
    assert found[NAMES[1]] == (SMALL, "")


def test_a_zip_in_which_no_file_can_be_found_is_a_sentence(tmp_path):
    (tmp_path / "class.zip").write_bytes(b"PK\x03\x04" + bytes(20))
    with pytest.raises(NoArchive, match="in which no file can be found; download it again"):
        Archive(tmp_path / "class.zip")


def test_the_command_lists_who_is_left_and_says_that_the_archive_is_broken(tmp_path, capsys):
    (tmp_path / "class.zip").write_bytes(without_table(zip_of(dict.fromkeys(NAMES, SMALL))))
    out = tmp_path / "who.csv"
    assert cli.main(["intake", str(tmp_path / "class.zip"), "--csv", str(out)]) == 1
    assert [row["path"] for row in rows(out)] == NAMES
    assert (
        "class.zip is a broken zip, perhaps cut off: 3 files were found" in capsys.readouterr().out
    )
