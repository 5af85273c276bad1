"""Class lists as people save them: any delimiter, encoding and language, Excel, whose it is."""

import io
import zipfile

import pytest

from fairmark.platforms.proposing import candidates
from fairmark.platforms.protocol import Claim
from fairmark.platforms.recognising import recognise_people
from fairmark.platforms.tables import NotAList, parse_sheet
from tests import handins
from tests.handins import people

EVERY = {
    "canvas": handins.CANVAS, "moodle": handins.MOODLE, "blackboard": handins.BLACKBOARD,
    "brightspace": handins.BRIGHTSPACE, "google_classroom": handins.GOOGLE, "teams": handins.TEAMS,
    "sakai": handins.SAKAI, "ilias": handins.ILIAS, "gradescope": handins.GRADESCOPE,
    "github_classroom": handins.GITHUB, "plain": handins.LIST,
}  # fmt: skip
IDS = {
    "canvas": ["11", "12", "13", "99"], "moodle": ["5001", "5002", "5003"],
    "blackboard": ["aable", "b_b", "ccole"], "brightspace": ["0011", "0012", "0013", "0014"],
    "google_classroom": ["aable@x.org", "bobaecker@x.org"], "teams": ["aable@x.org", "bo@x.org"],
    "sakai": ["aable", "bo"], "ilias": ["aable", "b_o"],
    "gradescope": ["0011", "0012", "0013", "0014"], "github_classroom": ["0011", "0012", "0013"],
    "plain": ["ann", "bo", "04"],
}  # fmt: skip


@pytest.mark.parametrize("platform", EVERY)
def test_every_platforms_list_is_recognised_by_itself(platform):
    found = people(EVERY[platform])
    assert (found.platform, [s.id for s in found.students]) == (platform, IDS[platform])
    assert found.said[0].startswith("Class list list.csv: ")


def saved(text, delimiter, encoding, first=""):
    rows = handins.rows(text)
    out = io.StringIO(first)
    out.seek(0, io.SEEK_END)
    for row in rows:
        out.write(delimiter.join(f'"{c}"' if delimiter in c else c for c in row) + "\r\n")
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("delimiter", "encoding", "first"),
    [(";", "cp1252", ""), ("\t", "utf-16", ""), (",", "utf-8-sig", ""), (";", "utf-8", "sep=;\n"),
     ("\t", "utf-16-le", ""), (";", "utf-16-be", "")],
)  # fmt: skip
@pytest.mark.parametrize("platform", ["canvas", "brightspace", "plain"])
def test_delimiter_and_encoding_are_found(platform, delimiter, encoding, first):
    found = people(saved(EVERY[platform], delimiter, encoding, first))
    assert [s.id for s in found.students] == IDS[platform]
    assert any("Bäcker" in s.name for s in found.students)
    assert any("cp1252" in line for line in found.said) == (encoding == "cp1252")


def test_a_moodle_worksheet_is_known_in_any_language():
    found = people(handins.MOODLE_FRENCH)
    assert (found.platform, found.students[1].id, found.students[1].name) == (
        "moodle", "5002", "Bo Bäcker",
    )  # fmt: skip
    assert (
        people(handins.MOODLE_FRENCH.replace("Participant ", "Teilnehmer/in")).platform == "moodle"
    )


def test_a_moodle_gradebook_is_known_by_its_last_column():
    text = "First name,Last name,ID number,Email address,Assignment: 04 (Real),Last downloaded\n"
    found = people(
        text + "Ann,Able,0011,ann@x.org,12.00,1790000000\nBo,Bäcker,0012,bo@x.org,-,1790000000\n"
    )
    assert (found.platform, [s.id for s in found.students]) == ("moodle", ["0011", "0012"])


def test_canvas_lists_differ_in_their_columns():
    for columns in ("SIS User ID,SIS Login ID,", "Integration ID,SIS Login ID,", ""):
        many = columns.count(",")
        text = f"Student,ID,{columns}Section,04 (1)\n" + f'"Able, Ann",11,{"x," * many}A,\n'
        assert [s.id for s in people(text).students] == ["11"]
    assert (
        people("LastName,FirstName,ID,Section,04 (1)\nAble,Ann,11,A,\n").students[0].name
        == "Able, Ann"
    )


def test_ids_that_a_spreadsheet_took_for_numbers():
    found = people("id,name\n101.0,Ann\n102.0,Bo\n007,Cy\n")
    assert [s.id for s in found.students] == ["101", "102", "007"]
    assert any("2 ids in id end in .0" in line for line in found.said)
    with pytest.raises(NotAList, match=r"1\.0E\+11 was shortened by a spreadsheet"):
        people("id,name\n1.0E+11,Ann\n")


def workbook(rows):
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_an_excel_list_works_out_of_the_box_and_keeps_text_as_text():
    found = people(
        workbook([["ID", "Name"], [101, "Ann"], ["007", "Bo"], [102.0, None]]), "list.xlsx"
    )
    assert [(s.id, s.name) for s in found.students] == [("101", "Ann"), ("007", "Bo"), ("102", "")]


def zip_of(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04nothing", "is a workbook that is cut off or broken"),
        (zip_of({"[Content_Types].xml": b"<x/>"}), "holds no sheet; save it again as .xlsx"),
        (zip_of({"[Content_Types].xml": b"<", "xl/workbook.xml": b"<"}), "cannot be read as an"),
        (zip_of({"mimetype": b"application/vnd.oasis.opendocument"}), "LibreOffice (.ods)"),
        (zip_of({"Index/Document.iwa": b""}), "a workbook of Numbers"),
        (b"\xd0\xcf\x11\xe0", "save it as .xlsx or as CSV"),
        (b"<html>Sign in</html>", "is a page of the web"),
        (b"name,mark\nAnn,1\n", "has the columns name, mark"),
        (b"id,name\n", "names nobody"),
        (b"id,name\nann,A\nann,B\n", "has ann in rows 2 and 3"),
    ],
)
def test_what_is_no_class_list_is_one_sentence(content, said):
    with pytest.raises(NotAList) as told:
        people(content)
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_a_list_of_nobody_is_read_with_the_column_that_is_named():
    sheet = parse_sheet("list.csv", b"Matrikel;Nachname;Vorname\n0815;Able;Ann\n")
    found = recognise_people(sheet, column="matrikel")
    assert [(s.id, s.name) for s in found.students] == [("0815", "Ann Able")]


def test_ids_that_differ_only_by_capitals_are_two_people():
    found = people("id,name\nann,A\nANN,B\n")
    assert [found.of_id("ann").name, found.of_id("ANN").name] == ["A", "B"]
    assert found.of_id("Ann") is None


# Whom a human is asked about.


def asked(text):
    found = candidates(Claim("p", "notebook", hints=(text,)), people(handins.LIST))
    return [(each.student.id, each.score) for each in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [("Ann_Able_04", "ann"), ("able ann", "ann"), ("Bo Baecker final", "bo"), ("BACKER, bo", "bo"),
     ("Nora Fuor", "04"), ("Ann Albe", "ann")],
)  # fmt: skip
def test_names_are_found_in_any_order_spelling_and_with_a_slip(text, who):
    ((found, score),) = asked(text)
    assert found == who
    assert score >= 0.85


@pytest.mark.parametrize("text", ["Zed Zero", "04-politics", "", "homework"])
def test_nobody_is_proposed_who_does_not_come_near(text):
    assert asked(text) == []


def test_two_who_are_as_near_are_both_shown_and_neither_is_favoured():
    listed = people("id,name\na,Kim Lee\nb,Lee Kim\n")
    found = candidates(Claim("p", "notebook", hints=("kim lee",)), listed)
    assert [each.student.id for each in found] == ["a", "b"]
