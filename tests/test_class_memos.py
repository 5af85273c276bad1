"""Memos: in the form a reader asks for, and to two peers who do not learn whose they are."""

import csv
import zipfile
from collections import Counter

import pytest
from docx import Document

from alignment.classroom.memos import distribute, export, write
from alignment.classroom.rubric import MEMO
from alignment.cli import main
from alignment.errors import AlignmentError
from alignment.records.drafts import save_draft

TEXT = "# Bottom line\n\nTrade grew <fast>.\n\n## Options\n\nDo less."


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))


def test_a_memo_is_written_in_three_forms(tmp_path):
    save_draft("memo", [{"text": TEXT}])
    for kind in ("md", "html", "docx"):
        assert main(["class", "memo", "--out", str(tmp_path / f"memo.{kind}")]) == 0
    assert (tmp_path / "memo.md").read_text() == TEXT
    assert "<p>Trade grew &lt;fast&gt;.</p>" in (tmp_path / "memo.html").read_text()
    document = Document(str(tmp_path / "memo.docx"))
    assert [p.text for p in document.paragraphs][:2] == ["Bottom line", "Trade grew <fast>."]
    assert document.core_properties.author == ""


def test_without_a_memo_or_with_another_ending_it_is_one_sentence(tmp_path):
    with pytest.raises(AlignmentError, match="no memo yet"):
        export(tmp_path / "memo.md")
    save_draft("memo", [{"text": TEXT}])
    with pytest.raises(AlignmentError, match=r"memo\.pdf"):
        export(tmp_path / "memo.pdf")


def handed_in(folder, n=7):
    folder.mkdir()
    for k in range(n):
        document = Document()
        document.core_properties.author = f"Student {k}"
        document.add_paragraph(f"Memo of seat {k}.")
        document.save(str(folder / f"lee_lou_{k}.docx"))
    return folder


def test_everybody_reviews_two_memos_and_never_the_own_one(tmp_path):
    copies, left = distribute(handed_in(tmp_path / "in"), seed=7)
    assert not left
    assert set(Counter(r for c in copies for r in c.reviewers).values()) == {2}
    assert all(c.file not in c.reviewers and len(set(c.reviewers)) == 2 for c in copies)


def test_who_tries_seeds_on_the_class_list_does_not_find_whose_a_memo_is(tmp_path):
    """The numbers follow from the texts too, and no student has all of them."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for k in range(24):
        (tmp_path / "a" / f"s{k:02}.md").write_text(f"Memo {k}.")
        (tmp_path / "b" / f"s{k:02}.md").write_text(f"Memo {k}." if k else "What only one wrote.")
    first, second, again = (
        {copy.file: copy.number for copy in distribute(tmp_path / name, seed=7)[0]}
        for name in ("a", "b", "a")
    )
    assert first == again
    assert sum(first[file] == second[file] for file in first) < 8


def test_a_memo_that_holds_a_name_of_the_class_list_is_told(tmp_path, capsys):
    source, roster = tmp_path / "in", tmp_path / "list.csv"
    source.mkdir()
    for k in range(4):
        (source / f"s{k}.md").write_text("A memo\nby Lou\nLee." if k == 2 else f"Memo {k}.")
    roster.write_text("id,name\n1,Lou Lee\n2,Kim Chu\n3,Ana Sol\n4,Bo Dean\n")
    command = ["class", "reviews", str(source), "--out", str(tmp_path / "out"), "--roster"]
    assert main([*command, str(roster)]) == 1
    (line,) = [x for x in capsys.readouterr().out.splitlines() if "a name of the class list" in x]
    named = line.partition(" ")[0]
    assert "by Lou" in (tmp_path / "out" / named).read_text()


def test_what_reviewers_get_holds_no_name(tmp_path):
    source = handed_in(tmp_path / "in")
    (source / "scan.pdf").write_bytes(b"%PDF")
    out = tmp_path / "out"
    assert main(["class", "reviews", str(source), "--seed", "7", "--out", str(out)]) == 1
    files = [path for path in out.iterdir() if path.is_file()]
    assert len(files) == 7 * 3
    for path in files:
        assert b"Student" not in path.read_bytes()
        assert "lee_lou" not in path.name + path.read_text()
    form = list(csv.DictReader((out / "review-01-a.csv").open()))
    assert [row["criterion"] for row in form] == [each.name for each in MEMO]
    assert len((out / "instructor/who.csv").read_text().splitlines()) == 15


def test_a_broken_document_a_link_and_a_hidden_copy_cost_nobody_else_a_memo(tmp_path):
    source = handed_in(tmp_path / "in")
    (tmp_path / "secret.txt").write_text("of the teacher")
    (source / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    (source / "link.txt").symlink_to(tmp_path / "secret.txt")
    (source / "loop.md").symlink_to("loop.md")
    (source / ".ipynb_checkpoints").mkdir()
    (source / ".ipynb_checkpoints" / "memo.md").write_text("an old copy")
    copies, left = distribute(source, seed=7)
    assert len(copies) == 7
    assert not any("of the teacher" in copy.text or "old copy" in copy.text for copy in copies)
    assert sorted(line.partition(":")[0] for line in left) == ["broken.docx", "link.txt", "loop.md"]


@pytest.mark.parametrize(("part", "content"), [
    ("word/document.xml", b"<w:p/>" * 1_000_000), ("word/media/a.png", bytes(70_000_000)),
])  # fmt: skip
def test_a_document_that_would_fill_the_memory_is_not_opened(tmp_path, part, content):
    source = handed_in(tmp_path / "in")
    with zipfile.ZipFile(source / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    copies, left = distribute(source, seed=7)
    assert len(copies) == 7
    assert left == ["bomb.docx: It unpacks to far more than a memo holds; ask for it as text."]


def test_the_table_of_who_reviews_whom_runs_no_name_as_a_formula(tmp_path):
    source = handed_in(tmp_path / "in")
    (source / "=cmd.md").write_text("A memo.")
    write(distribute(source, seed=7)[0], tmp_path / "out")
    with (tmp_path / "out" / "instructor" / "who.csv").open(newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert "'=cmd.md" in cells
    assert "=cmd.md" not in cells
