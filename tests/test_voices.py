"""The rule by which the voices of lessons 03 to 10 were drawn, and what the guide counts."""

import pytest

from alignment.cli import main
from alignment.cli.data import use_builder
from alignment.tables import load, root

use_builder()
from builder import counts  # noqa: E402

LESSONS = ["03", "04", "05", "06", "07", "08", "09", "10"]
GUIDE = {"voices": "voices.md", "sources": "data.md"}


def speakers(capital):
    cast = load("voices")
    return cast[cast["capital"] == capital].set_index("lesson")


def test_four_voices_speak_in_each_lesson_from_03_to_10():
    assert load("voices").groupby("lesson").size().to_dict() == dict.fromkeys(LESSONS, 4)


def test_half_of_the_american_voices_rate_the_challenge_grave_and_half_do_not():
    said = speakers("Washington")["reads_it_as"]
    assert list(said[said == "grave"].index) == ["03", "05", "07", "08"]
    assert list(said[said == "limited"].index) == ["04", "06", "09", "10"]


@pytest.mark.parametrize("school", ["official", "scholarly"])
def test_american_officials_and_american_scholars_are_found_on_both_sides(school):
    american = speakers("Washington")
    assert set(american.loc[american["school"] == school, "reads_it_as"]) == {"grave", "limited"}


def test_kyiv_speaks_where_its_war_is_the_subject_and_in_the_last_lesson():
    assert list(speakers("Kyiv").index) == ["04", "05", "06", "10"]


def test_beijing_and_moscow_both_speak_where_kyiv_does_not_and_one_of_them_where_it_does():
    both = set(speakers("Beijing").index) & set(speakers("Moscow").index)
    either = set(speakers("Beijing").index) | set(speakers("Moscow").index)
    assert both == set(LESSONS) - set(speakers("Kyiv").index)
    assert either == set(LESSONS)


@pytest.mark.parametrize("capital", ["Beijing", "Moscow"])
def test_officials_and_scholars_of_both_capitals_are_heard(capital):
    assert speakers(capital)["school"].value_counts().reindex(["official", "scholarly"]).min() >= 2


def test_a_third_capital_speaks_in_each_lesson_and_none_twice():
    cast = load("voices")
    third = cast[~cast["capital"].isin(["Washington", "Beijing", "Moscow", "Kyiv"])]
    assert list(third["lesson"]) == LESSONS
    assert third["capital"].is_unique


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_a_grave_voice_one_that_is_not_and_a_scholar(lesson):
    cast = load("voices").query("lesson == @lesson")
    grave = cast["reads_it_as"] == "grave"
    assert grave.any()
    assert not grave.all()
    assert (cast["school"] == "scholarly").any()


def test_the_voices_of_a_lesson_disagree():
    assert load("voices").groupby("lesson")["reads_it_as"].nunique().min() >= 3


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_voice_of_the_cast_speaks_in_its_lesson_with_a_link(lesson):
    cast = load("voices").query("lesson == @lesson").merge(load("sources"), on="source_id")
    [source] = (root().parent / "notebooks" / "source").glob(f"{lesson}-*.py")
    text = source.read_text(encoding="utf-8")
    assert [url for url in cast["url"] if f"({url})" not in text] == []


def test_every_voice_has_a_page_of_its_own_in_the_list_of_sources():
    cast = load("voices").merge(load("sources"), on="source_id", how="left")
    assert cast["url"].notna().all()
    assert cast["source_id"].is_unique


@pytest.mark.parametrize("what", GUIDE)
def test_the_guide_holds_what_the_command_counts(what):
    guide = root().parent / "docs" / GUIDE[what]
    assert getattr(counts, what)() in guide.read_text(encoding="utf-8")


def test_the_command_renews_what_the_guides_list(tmp_path):
    docs = root().parent / "docs"
    for what, name in GUIDE.items():
        guide = tmp_path / name
        text = (docs / name).read_text(encoding="utf-8").replace(getattr(counts, what)(), "old\n")
        guide.write_text(text, encoding="utf-8")
    assert main(["data", "pages", "--docs", str(tmp_path)]) == 0
    for name in GUIDE.values():
        assert (tmp_path / name).read_text() == (docs / name).read_text()
