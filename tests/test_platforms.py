"""Whose a file is on every platform: its own part of the path, read with the class list."""

import pytest

from fairmark.platforms.recognising import NotRecognised, platforms
from fairmark.platforms.tables import NotAList
from tests import handins
from tests.handins import owners, whose


def test_every_module_with_a_platform_is_found_and_named_once():
    names = [each.name for each in platforms()]
    assert len(names) == len(set(names)) == 11
    assert names[-1] == "plain"


def test_canvas_reads_a_name_with_digits_with_the_class_list():
    names = [
        "ableann_11_9001_04.ipynb",
        "colecy_12_13_9002_04.ipynb",
        "bäckerbo_LATE_12_9003_04.ipynb",
    ]
    assert owners(names, handins.CANVAS) == [("11", "id"), ("13", "id"), ("12", "id")]
    late = [claims[0].late for claims in whose(names, handins.CANVAS).values()]
    assert late == ["no", "no", "yes"]


def test_on_canvas_the_pattern_in_a_file_name_is_only_a_file_name():
    names = ["ableann_11_9001_x_12_9002_04.ipynb"]
    assert owners(names, handins.CANVAS) == [("11", "id")]


def test_on_canvas_two_readings_that_no_name_settles_are_for_a_human():
    (claim,) = whose(["renamed_11_9001_x_12_9002_04.ipynb"], handins.CANVAS).popitem()[1]
    assert (claim.student, claim.how) == (None, "proposed")


def test_canvas_texts_links_anonymous_ones_strangers_and_the_test_student():
    names = [
        "ableann_11_text.html", "ableann_LATE_11_link.html", "anon_3x9_9001_04.ipynb",
        "zed_77_9002_04.ipynb", "studenttest_99_9003_04.ipynb",
    ]  # fmt: skip
    assert owners(names, handins.CANVAS) == [
        ("11", "id"), ("11", "id"), ("", "anonymous"), ("", "not on the list"),
        ("", "test student"),
    ]  # fmt: skip
    kinds = [claims[0].kind for claims in whose(names, handins.CANVAS).values()]
    assert kinds == ["text", "link", "notebook", "notebook", "notebook"]


def test_the_outermost_folder_of_moodle_owns_whatever_is_called_like_somebody_else():
    top = "Cy Cole_5003_assignsubmission_file_"
    names = [
        f"{top}/Ann Able_5001_assignsubmission_file_/04.ipynb",
        f"{top}/ableann_5001_1_04.ipynb",
    ]
    assert owners(names, handins.MOODLE) == [("5003", "id"), ("5003", "id")]


def test_in_a_flat_moodle_zip_the_first_pattern_is_the_platforms():
    names = [
        "Cy Cole_5003_assignsubmission_file_Ann Able_5001_assignsubmission_file_04.ipynb",
        "Bo Bäcker_5002_assignsubmission_onlinetext_onlinetext.html",
    ]
    assert owners(names, handins.MOODLE) == [("5003", "id"), ("5002", "id")]


def test_a_moodle_number_without_its_name_may_be_a_groups():
    names = [
        "Team 1_5001_assignsubmission_file_/04.ipynb",
        "Default group_assignsubmission_file_/04.ipynb",
        "Participant_5002_assignsubmission_file_/04.ipynb",
        "jdoe Ann Able_5001_assignsubmission_file_/04.ipynb",
    ]
    assert owners(names, handins.MOODLE) == [
        ("", "group or name differs"), ("", "group"), ("5002", "id"), ("5001", "id"),
    ]  # fmt: skip


def test_a_default_group_with_a_persons_pattern_inside_stays_a_group():
    names = ["Default group_assignsubmission_file_Ann Able_5001_assignsubmission_file_04.ipynb"]
    assert owners(names, handins.MOODLE) == [("", "group")]


def test_moodle_names_find_people_of_any_other_list_if_they_are_alone_on_both_sides():
    top = "assignsubmission_file_/04.ipynb"
    names = [f"Ann Able_901_{top}", f"Bo Bäcker_902_{top}", f"Bo Bäcker_903_{top}"]
    assert owners(names, handins.LIST) == [("ann", "name"), ("", "proposed"), ("", "proposed")]


def test_blackboard_cuts_the_assignment_off_and_counts_the_attempts():
    names = [
        f"Home_work 4_{user}_attempt_2026-11-{day}-10-00-00_{file}"
        for user, day, file in (
            ("aable", 20, "04.ipynb"), ("aable", 22, "04.ipynb"), ("b_b", 20, "04.ipynb"),
            ("ccole", 20, "Home_work 4_aable_attempt_2026-11-23-10-00-00_04.ipynb"),
        )
    ]  # fmt: skip
    names.append("Home_work 4_aable_attempt_2026-11-20-10-00-00.txt")
    found = whose(names, handins.BLACKBOARD)
    assert owners(names, handins.BLACKBOARD) == [
        ("aable", "id"), ("aable", "id"), ("b_b", "id"), ("ccole", "id"), ("aable", "id"),
    ]  # fmt: skip
    assert [found[name][0].attempt for name in names] == [1, 2, 1, 1, 1]
    assert found[names[-1]][0].kind == "comment"


@pytest.mark.parametrize("user", ["aable", "b_b"])
def test_one_blackboard_file_alone_has_its_owner_by_the_class_list(user):
    names = [f"Home_work 4_{user}_attempt_2026-11-20-10-00-00_04.ipynb"]
    assert owners(names, handins.BLACKBOARD) == [(user, "id")]


def test_brightspace_takes_a_name_that_is_alone_and_orders_twelve_hour_clocks():
    names = [
        "1-9 - Ann Able - Nov 20, 2026 1022 AM/04.ipynb",
        "1-9 - Ann Able - Nov 20, 2026 105 PM/04.ipynb",
        "2-9 - Bo Bäcker - Nov 20, 2026 1130 AM/04.ipynb",
        "4-9 - Cy Cole - Dale - Nov 20, 2026 1200 PM/1-9 - Ann Able - Nov 22, 2026 100 PM/04.ipynb",
        "5-9 - Zed Zero - Nov 20, 2026 1200 PM/04.ipynb",
        "index.html",
    ]
    assert owners(names, handins.BRIGHTSPACE) == [
        ("0011", "name"), ("0011", "name"), ("", "proposed"), ("0014", "name"),
        ("", "not on the list"), ("", ""),
    ]  # fmt: skip
    attempts = [claims[0].attempt for claims in whose(names, handins.BRIGHTSPACE).values()]
    assert attempts[:2] == [1, 2]


def test_google_file_names_are_the_students_own_so_nobody_is_ever_taken():
    names = ["04.ipynb", "Copy of 04.ipynb", "Ann Able - 04.ipynb", "04_bobaecker.ipynb",
             "04 Zed Zero.ipynb"]  # fmt: skip
    assert owners(names, handins.GOOGLE) == [
        ("", "no name"), ("", "no name"), ("", "proposed"), ("", "proposed"),
        ("", "not on the list"),
    ]  # fmt: skip
    asked = [claims[0].candidates for claims in whose(names, handins.GOOGLE).values()]
    assert [c[0].student.id if c else "" for c in asked] == [
        "", "", "aable@x.org", "bobaecker@x.org", "",
    ]  # fmt: skip


def test_teams_orders_versions_as_numbers_and_leaves_working_files_out():
    names = [
        "Submitted files/Ann Able/Week 4/Version 9/04.ipynb",
        "Submitted files/Ann Able/Week 4/Version 10/04.ipynb",
        "Working files/Ann Able/Week 4/04.ipynb",
        "Abgegebene Dateien/Bo Bäcker/Week 4/Version 1/Ann Able.ipynb",
    ]
    found = [claims[0] for claims in whose(names, handins.TEAMS).values()]
    assert [(c.student.id, c.attempt, c.counts) for c in found] == [
        ("aable@x.org", 9, True), ("aable@x.org", 10, True), ("aable@x.org", None, False),
        ("bo@x.org", 1, True),
    ]  # fmt: skip


def test_sakai_takes_the_last_brackets_and_the_late_word_of_its_table():
    names = [
        "Week 4/grades.csv",
        "Week 4/Able, Ann(aable)/Submission attachment(s)/Bäcker, Bo(bo) 04.ipynb",
        "Week 4/Bäcker (Bob), Bo(bo)/Submission attachment(s)/04.ipynb",
        "Week 4/Bäcker (Bob), Bo(bo)/Feedback Attachment(s)/04.ipynb",
        "Week 4/Able, Ann(aable)/timestamp.txt",
        "Week 4/0f3a Anonymous/Submission attachment(s)/04.ipynb",
    ]
    found = [claims[0] for claims in whose(names, handins.SAKAI).values()]
    assert [(c.student.id if c.student else "", c.kind, c.late) for c in found] == [
        ("", "meta", ""), ("aable", "notebook", "no"), ("bo", "notebook", "yes"),
        ("bo", "feedback", "yes"), ("aable", "meta", "no"), ("", "notebook", ""),
    ]  # fmt: skip


def test_ilias_takes_the_login_before_the_last_number_also_in_a_team():
    names = [
        "Week_4/Submissions/Able_Ann_aable_301/Baecker_Bo_b_o_302_04.ipynb",
        "Week_4/Submissions/Team 2/Baecker_Bo_b_o_302/Late Submission - 04.ipynb",
        "Week_4/Week_4.xlsx",
        "Week_4/Feedback_files/to_Able_Ann_aable_301/from_Baecker_Bo_b_o_302/04.ipynb",
    ]
    found = [claims[0] for claims in whose(names, handins.ILIAS).values()]
    assert [(c.student.id if c.student else "", c.kind, c.late) for c in found] == [
        ("aable", "notebook", "no"), ("b_o", "notebook", "yes"), ("", "meta", ""),
        ("aable", "feedback", ""),
    ]  # fmt: skip


def test_an_ilias_login_that_ends_like_another_is_not_taken_for_it():
    names = ["Week_4/Submissions/Other_Olga_x_aable_309/04.ipynb"]
    assert owners(names, handins.ILIAS) == [("", "proposed")]


def test_gradescope_gives_a_group_its_file_and_believes_only_the_list_at_the_top():
    base = "assignment_5_export"
    names = [f"{base}/submission_metadata.yml", f"{base}/submission_71/04.ipynb",
             f"{base}/submission_72/submission_71/04.ipynb",
             f"{base}/submission_72/submission_metadata.yml",
             f"{base}/submission_79/04.ipynb"]  # fmt: skip
    files = {names[0]: handins.SUBMITTERS, names[3]: handins.SUBMITTERS.replace("72", "1")}
    assert owners(names, handins.GRADESCOPE, files) == [
        ("", ""), ("0011+0012", "id"), ("0013", "id"), ("0013", "id"),
        ("", "no entry in the metadata"),
    ]  # fmt: skip
    assert whose(names, handins.GRADESCOPE, files)[names[2]][0].late == "yes"


def test_gradescope_without_its_list_goes_by_the_numbers_of_the_export():
    names = ["assignment_5_export/submission_72/04.ipynb"]
    assert owners(names, handins.GRADESCOPE) == [("0013", "id")]


def test_github_tells_users_apart_whose_names_end_alike_and_reads_no_commit():
    names = [
        "week-4-submissions/week-4-ann-able/04.ipynb",
        "week-4-submissions/week-4-able/ann-able/04.ipynb",
        "week-4-submissions/week-4-ann-able-1/04.ipynb",
        "week-4-submissions/week-4-stranger/04.ipynb",
    ]
    due = 1795215600.0  # 2026-11-20 23:00 UTC
    found = [
        c[0]
        for c in whose(
            names, handins.GITHUB, {"grades.csv": handins.GITHUB_TIMES}, due=due
        ).values()
    ]
    assert [(c.student.id if c.student else "", c.how, c.late) for c in found] == [
        ("0011", "id", "no"), ("0012", "id", "yes"), ("", "proposed", ""),
        ("", "not on the list", ""),
    ]  # fmt: skip


def test_a_plain_folder_is_its_outermost_folders_and_names_are_asked_about():
    names = ["bo/ann/04.ipynb", "ann.ipynb", "04.ipynb", "Ann Able/04.ipynb", "Zed Zero/04.ipynb"]
    assert owners(names, handins.LIST) == [
        ("bo", "id"), ("ann", "id"), ("", "proposed"), ("", "proposed"), ("", "not on the list"),
    ]  # fmt: skip
    assert owners(["zed/04.ipynb"], handins.LIST) == [("", "not on the list")]
    assert owners(["05-politics.ipynb"], handins.LIST) == [("", "no name")]


def test_sections_above_people_are_read_where_the_outermost_folders_are_nobodys():
    listed = "id,name,section\nann,Ann A,one\nann,Ann B,two\nbo,Bo C,two\n"
    names = ["one/ann/04.ipynb", "two/ann/04.ipynb", "two/bo/04.ipynb"]
    found = [claims[0].student for claims in whose(names, listed).values()]
    assert [student.name for student in found] == ["Ann A", "Ann B", "Bo C"]


def test_a_wrapper_above_everything_is_taken_off():
    names = [
        "export/Ann Able_5001_assignsubmission_file_/04.ipynb",
        "export/Bo Bäcker_5002_assignsubmission_file_/04.ipynb",
    ]
    assert owners(names, handins.MOODLE) == [("5001", "id"), ("5002", "id")]


@pytest.mark.parametrize(
    ("listed", "top", "names"),
    [
        (
            "GRADESCOPE",
            "assignment_5_export",
            ["submission_72/04.ipynb", "submission_metadata.yml"],
        ),
        ("GITHUB", "week-4-submissions", ["week-4-ann-able/04.ipynb"]),
        ("SAKAI", "Week 4", ["Able, Ann(aable)/Submission attachment(s)/04.ipynb"]),
        ("TEAMS", "Submitted files", ["Ann Able/Week 4/Version 1/04.ipynb"]),
    ],
)
def test_the_outermost_folder_may_be_the_archive_itself(listed, top, names):
    files = {"submission_metadata.yml": handins.SUBMITTERS}
    found = whose(names, getattr(handins, listed), files, top=top)
    assert found[names[0]][0].student is not None


def test_without_a_class_list_nobody_is_put_under_anothers_number():
    names = ["colecy_12_13_9002_04.ipynb", "bäckerbo_12_9003_04.ipynb"]
    found = [claims[0].label for claims in whose(names, "").values()]
    assert found == ["colecy_12_13", "12"]
    names = [f"{who}_5001_assignsubmission_file_/04.ipynb" for who in ("Ann Able", "Team 1")]
    found = [claims[0].label for claims in whose(names, "").values()]
    assert found == ["Ann Able_5001", "Team 1_5001"]


def test_one_person_of_the_list_in_two_sections_is_asked_about():
    names = ["one/ann/04.ipynb", "two/ann/04.ipynb", "two/bo/04.ipynb"]
    listed = "id,name\nann,Ann A\nbo,Bo C\n"
    assert owners(names, listed) == [("", "proposed"), ("", "proposed"), ("bo", "id")]


@pytest.mark.parametrize(
    "path",
    ["ann/.ipynb_checkpoints/04.ipynb", "ann/04-checkpoint.ipynb", "__MACOSX/ann/._04.ipynb",
     "ann/.Trash/04.ipynb", "ann/._04.ipynb", "ann/Thumbs.db"],
)  # fmt: skip
def test_hidden_copies_never_count(path):
    (claim,) = whose(["ann/04.ipynb", path], handins.LIST)[path]
    assert (claim.kind, claim.counts) == ("hidden", False)


def test_an_archive_of_two_layouts_is_refused_with_the_counts():
    names = [f"ableann_11_900{n}_04.ipynb" for n in range(6)] + [
        f"folder/x{n}.ipynb" for n in range(4)
    ]
    with pytest.raises(NotRecognised, match="Canvas 6 of 10"):
        owners(names, handins.CANVAS)
    assert owners(names, handins.CANVAS, platform="canvas")[-1] == ("", "not recognised")


def test_a_name_pattern_says_whose_a_path_is():
    names = ["hw4-ann-final.ipynb", "hw4-zed-final.ipynb", "notes.ipynb"]
    assert owners(names, handins.LIST, pattern=r"hw4-(?P<id>[a-z]+)-") == [
        ("ann", "id"), ("", "not on the list"), ("", "not recognised"),
    ]  # fmt: skip
    with pytest.raises(NotAList, match="needs a group"):
        owners(names, handins.LIST, pattern="hw4")


# One student against the rest: what lies inside one's own part says nothing of anybody else.

FILE = "assignsubmission_file_"
PEOPLE = {  # platform: list, and the part of a path that it writes for three people
    "moodle": (handins.MOODLE, f"Ann Able_5001_{FILE}/", f"Bo Bäcker_5002_{FILE}/",
               f"Cy Cole_5003_{FILE}/"),
    "moodle, flat": (handins.MOODLE, f"Ann Able_5001_{FILE}", f"Bo Bäcker_5002_{FILE}",
                     f"Cy Cole_5003_{FILE}"),
    "canvas": (handins.CANVAS, "ableann_11_9001_", "bäckerbo_12_9002_", "colecy_12_13_9003_"),
    "blackboard": (handins.BLACKBOARD, *(f"Home_work 4_{user}_attempt_2026-11-20-10-00-00_"
                                         for user in ("aable", "b_b", "ccole"))),
    "brightspace": (handins.BRIGHTSPACE, *(f"{n}-9 - {name} - Nov 20, 2026 1000 AM/" for n, name
                                           in enumerate(("Ann Able", "Bo Bäcker", "Zoe Zed")))),
    "gradescope": (handins.GRADESCOPE, *(f"assignment_5_export/submission_{n}/" for n in
                                         (71, 72, 73))),
    "github classroom": (handins.GITHUB, *(f"week-4-submissions/week-4-{user}/" for user in
                                           ("ann-able", "able", "cole"))),
    "sakai": (handins.SAKAI, *(f"Week 4/{who}/Submission attachment(s)/" for who in
                               ("Able, Ann(aable)", "Baecker, Bo(bo)", "Cole, Cy(ccole)"))),
    "ilias": (handins.ILIAS, *(f"Week 4/Submissions/{who}/" for who in
                               ("Able_Ann_aable_501", "Baecker_Bo_b_o_502", "Cole_Cy_cc_503"))),
    "teams": (handins.TEAMS, *(f"Submitted files/{name}/Week 4/Version 1/" for name in
                               ("Ann Able", "Bo Bäcker", "Cy Cole"))),
    "plain": (handins.LIST, "ann/", "bo/", "04/"),
}  # fmt: skip
TRICKS = {
    "another's part of the path": [part + "04.ipynb" for _, part, *_ in PEOPLE.values()],
    "folders of another platform": [
        "x/y/Version 2/04.ipynb", "submission_71/04.ipynb", "to_Able_Ann_501/04.ipynb",
        "Team 3/Able_Ann_aable_501/04.ipynb", "week-4-ann-able/04.ipynb", "LATE_x.ipynb",
        "hw4/04.ipynb", "ann/04.ipynb", "a/ann/04.ipynb", "index.html",
    ],
    "tables of a platform": ["grades.csv", "submission_metadata.yml", "a/grades.csv"],
    "a hundred files": [f"x/y{n}/Version 2/{n}.ipynb" for n in range(100)],
    "a hundred folders": [f"p{n}/04.ipynb" for n in range(100)],
    "an environment": [f"venv/lib/python3/site{n}.ipynb" for n in range(100)],
}  # fmt: skip


def seen(names, listed, files=None):
    """Return what is said of each path: student, how, label, late."""
    return {
        path: [(c.student.id if c.student else "", c.how, c.label, c.late) for c in claims]
        for path, claims in whose(sorted(names), listed, files).items()
    }


@pytest.mark.parametrize("with_list", [True, False], ids=["list", "no list"])
@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("platform", PEOPLE)
def test_what_one_student_hands_in_changes_nobody_elses_claim(platform, trick, with_list):
    listed, *parts = PEOPLE[platform]
    listed = listed if with_list else ""
    flat = parts[0].count("/") == 0
    base = [part + "04.ipynb" for part in parts]
    more = [parts[2] + (name.replace("/", "_") if flat else name) for name in TRICKS[trick]]
    before, after = seen(base, listed), seen([*base, *more], listed)
    assert {path: after[path] for path in base[:2]} == {path: before[path] for path in base[:2]}
    own = {student for student, *_ in before[base[2]]}
    assert {student for path in more for student, *_ in after[path]} <= {*own, ""}


def test_a_table_of_times_in_somebodys_clone_says_nothing_of_anybody():
    names = [f"{part}{name}" for part in PEOPLE["github classroom"][1:]
             for name in ("04.ipynb", "grades.csv")]  # fmt: skip
    theirs = names[-1]
    found = whose(names, handins.GITHUB, {theirs: handins.GITHUB_TIMES}, due=1795215600.0)
    assert {claim.late for claims in found.values() for claim in claims} == {""}
    inside = [name.partition("/")[2] for name in names]
    found = whose(inside, handins.GITHUB, {inside[-1]: handins.GITHUB_TIMES}, due=1795215600.0,
                  top="week-4-submissions")  # fmt: skip
    assert {claim.late for claims in found.values() for claim in claims} == {""}


def test_a_list_of_the_platform_is_read_in_an_archive_that_was_packed_once_more():
    names = ["all/assignment_5_export/submission_71/04.ipynb",
             "all/assignment_5_export/submission_metadata.yml"]  # fmt: skip
    found = whose(names, handins.GRADESCOPE, {names[1]: handins.SUBMITTERS})
    assert [c.student.id for c in found[names[0]]] == ["0011", "0012"]


def test_on_teams_what_was_submitted_outside_a_version_is_handed_in():
    names = ["Submitted files/Ann Able/Week 4/Version 1/04.ipynb",
             "Submitted files/Bo Bäcker/Week 4/04.ipynb",
             "Working files/Ann Able/Week 4/04.ipynb"]  # fmt: skip
    found = whose(names, handins.TEAMS, platform="teams")
    assert [found[name][0].kind for name in names] == ["notebook", "notebook", "working"]
