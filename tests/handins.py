"""Invented hand-ins of learning platforms: lists, names, and zips of small notebooks."""

import csv
import io
import json
import zipfile
from pathlib import Path, PurePosixPath

from fairmark.platforms.protocol import Beside, Claim, People
from fairmark.platforms.recognising import read_archive, recognise_people
from fairmark.platforms.tables import parse_sheet

SMALL = b'{"cells": [], "metadata": {"alignment": {"set": "04"}}}'

CANVAS = """\
Student,ID,SIS Login ID,Section,Week 4 (77),05 politics (78),Total
,,,,Manual Posting,,
    Points Possible,,,,42,34,(read only)
"Able, Ann",11,aable,A,40,,95
"Bäcker, Bo",12,bbaecker,A,,,
"Cole, Cy_12",13,ccole,B,,30,
"Student, Test",99,test,A,,,
"""
MOODLE = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,\
Last modified (grade),Feedback comments
Participant 5001,Ann Able,ann@x.org,Submitted for grading,12.00,84.00,Yes,-,
Participant 5002,Bo Bäcker,bo@x.org,Submitted for grading,,84.00,Yes,-,
Participant 5003,Cy Cole,cy@x.org,Submitted for grading,,84.00,No,-,
"""
MOODLE_FRENCH = """\
Identifiant;Nom complet;Adresse de courriel;Statut;Note;Note maximale;La note peut être modifiée
Participant 5001;Ann Able;ann@x.org;Remis;;"42,00";Oui
Participant 5002;Bo Bäcker;bo@x.org;Remis;;"42,00";Oui
"""
BLACKBOARD = """\
"Last Name","First Name","Username","Student ID","Last Access","Availability",\
"Home_work 4 [Total Pts: 21 Score] |9001","Total [Total Pts: up to 21 Score] |9000"
"Able","Ann","aable","00011","","Yes","",""
"Bäcker","Bo","b_b","00012","","Yes","10.00",""
"Cole","Cy","ccole","00013","","Yes","",""
"""
BRIGHTSPACE = """\
OrgDefinedId,Username,Last Name,First Name,\
Week 4 Points Grade <Numeric MaxPoints:42 Weight:10>,End-of-Line Indicator
#0011,#aable,Able,Ann,,#
#0012,#bo,Bäcker,Bo,,#
#0013,#bo2,Bäcker,Bo,,#
#0014,#cy,Cole - Dale,Cy,,#
"""
GOOGLE = """\
Last Name,First Name,Email Address,Week 4
,,Date,2026-11-20
,,Points,42
,,Class Average,
Able,Ann,aable@x.org,
Bäcker,Bo,bobaecker@x.org,
"""
TEAMS = """\
First Name,Last Name,Email Address,Week 4,Points,Feedback
Ann,Able,aable@x.org,,42,
Bo,Bäcker,bo@x.org,,42,
"""
SAKAI = """\
Week 4,SCORE_GRADE_TYPE,,,,,
,,,,,,
Display ID,ID,Last Name,First Name,grade,Submission date,Late submission
aable,aable,Able,Ann,,2026-11-20,On time
bo,bo,Bäcker (Bob),Bo,17,2026-11-22,Late
"""
ILIAS = """\
Last name;First name;Login;Submission
Able;Ann;aable;2026-11-20 10:00
Bäcker;Bo;b_o;2026-11-22 10:00
"""
GRADESCOPE = """\
First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,Lateness (H:M:S)
Ann,Able,0011,ann@x.org,,42,Ungraded,71,00:00:00
Bo,Bäcker,0012,bo@x.org,,42,Ungraded,71,00:00:00
Cy,Cole,0013,cy@x.org,,42,Ungraded,72,00:10:00
Dee,Dale,0014,dee@x.org,,42,Missing,,
"""
SUBMITTERS = """\
submission_71:
  :submitters:
  - :name: Ann Able
    :sid: '0011'
    :email: ann@x.org
  - :name: Bo Bäcker
    :sid: '0012'
    :email: bo@x.org
  :created_at: 2026-11-20 09:00:00.000000000 Z
submission_72:
  :submitters:
  - :name: Cy Cole
    :sid:
    :email: cy@x.org
"""
GITHUB = """\
"identifier","github_username","github_id","name"
"0011","ann-able","1","Ann Able"
"0012","able","2","Bo Bäcker"
"0013","","","Cy Cole"
"""
GITHUB_TIMES = """\
"assignment_name","github_username","roster_identifier","submission_timestamp"
"week-4","ann-able","0011","2026-11-20T22:59:59Z"
"week-4","able","0012","2026-11-20T23:00:01Z"
"""
LIST = "id,name,section\nann,Ann Able,A\nbo,Bo Bäcker,A\n04,Nora Four,B\n"


def people(text: str | bytes, name: str = "list.csv"):
    """Read a class list from its text."""
    content = text.encode("utf-8") if isinstance(text, str) else text
    return recognise_people(parse_sheet(name, content))


def whose(
    names: list[str], listed: str, files: dict | None = None, **more
) -> dict[str, list[Claim]]:
    """Return the claims of each path of an archive of these names."""
    beside = Beside({k: v.encode() for k, v in (files or {}).items()}, more.pop("due", None))
    known = people(listed) if listed else People()
    read = read_archive([PurePosixPath(n) for n in names], known, beside, **more)
    found: dict[str, list[Claim]] = {}
    for claim in read.claims:
        found.setdefault(claim.path, []).append(claim)
    return found


def owners(
    names: list[str], listed: str, files: dict | None = None, **more
) -> list[tuple[str, str]]:
    """Return id and how for each path, in their order; several owners are joined by a plus."""
    found = whose(names, listed, files, **more)
    return [
        ("+".join(c.student.id if c.student else "" for c in found[n]), found[n][0].how)
        for n in names
    ]


def worked(number: str) -> bytes:
    """Return a small notebook of a set in which somebody has written something."""
    cell = {"cell_type": "code", "source": "x = 1"}
    return json.dumps({"cells": [cell], "metadata": {"alignment": {"set": number}}}).encode()


def zipped(path: Path, names: list[str] | dict[str, bytes], content: bytes = SMALL) -> Path:
    """Write a zip of small notebooks, or of the contents given."""
    members = names if isinstance(names, dict) else dict.fromkeys(names, content)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """Read a table back."""
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))
