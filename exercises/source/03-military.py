# %% [markdown]
# # Exercises 3: the military domain
#
# Fifteen short questions on joint exercises, arms and spending. They follow lesson 03. You can
# stop at any time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **count** under a stated rule;
# - **compare** rates and give an interval;
# - **read** arms transfers as volumes and shares;
# - **separate** signal, practice and capability, and say what the data cannot show.
#
# Each question names the claim of the reading that it tests: C16 (joint exercises increased), C17
# (planning becomes harder for others), C18 (equipment and technology are exchanged), C24 (China is
# cautious about North Korea), C30 (challenges in the Indo-Pacific).

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.methods.measures import rate_ratio
from alignment.tables import cite, describe, load

pd.set_option("display.max_colwidth", None)

# %% [markdown]
# `events` holds exercises and patrols, one row per event. An event belongs to the `year` in which it
# began. `patrol` is true for what a ministry, the border service or a coast guard calls a joint patrol;
# all other events are exercises. `bilateral` is true if no third state had forces there.

# %%
events = load("joint_exercises")
events["year"] = events["start"].dt.year
events[["year", "name", "kind", "bilateral", "patrol", "place"]].tail(5)

# %% [markdown]
# ### 3.1 Count under a rule (2 points)
# *Claim C16.* The rule is: exercises of China and Russia alone, no patrols. How many began in each
# year? Put the counts into `counts`, as a series with the years as labels or as a dictionary such as
# `{2005: ..., 2009: ...}`. Leave out years without an event.

# %%
#| stub
counts = ...

# %%
#| solution: Each part of the rule is one condition, and both must hold.
kept = events[events["bilateral"] & ~events["patrol"]]
counts = kept.groupby("year").size()

# %%
#| check
#| step: "1"
#| core: true
#| data: tables
#| claims: [C16]
#| objective: count
#| hints:
#|   - The rule has two parts. Which columns hold them?
#|   - In pandas & means "and", and ~ means "not".
#|   - 'kept.groupby("year").size() counts the rows of each year.'
#| explanation: >
#|   A count is only as clear as its rule. The same list gives very different totals, depending on
#|   whether patrols and exercises with other states are kept. Write the rule beside the number.
check("3.1", counts)

# %%
#| wrong: Patrols are in. The rule leaves them out.
counts = events[events["bilateral"]].groupby("year").size()

# %%
#| wrong: Exercises with other states are in. The rule keeps China and Russia alone.
counts = events[~events["patrol"]].groupby("year").size()

# %%
#| wrong: You counted every event of the list. The rule has two conditions.
counts = events.groupby("year").size()

# %%
#| wrong: This is one total. The question asks for the number in each year.
counts = int((events["bilateral"] & ~events["patrol"]).sum())

# %% [markdown]
# ### 3.22 Searched for, or happened? (2 points)
# *Claim C16.* `queries` says how many searches were made for each year when the list was collected. How
# many events were found **per ten queries** in 2014 to 2021, and in 2022 to 2025? Put the two numbers
# into `per_ten`, as a list, the earlier period first. Tolerance: 0.02.

# %%
queries = load("exercise_search").set_index("year")["queries"]
queries.tail(4)

# %%
#| stub
per_ten = ...

# %%
#| solution: Divide what was found by how hard one looked, both for the same years.
per_ten = [
    10 * events["year"].between(first, last).sum() / queries.loc[first:last].sum()
    for first, last in ((2014, 2021), (2022, 2025))
]

# %%
#| check
#| step: "Data card"
#| tolerance: 0.02
#| data: tables
#| claims: [C16]
#| objective: compare
#| hints:
#|   - queries.loc[2014:2021] keeps eight years. Add them up.
#|   - Events of the period, divided by queries of the period, times ten.
#| explanation: >
#|   The later years were searched nearly twice as hard, so a part of any rise may be a rise of
#|   looking. Per search a little more was found, too. This is no correction. A second search often
#|   finds the same event again, so a rate per search makes well-searched years look poor.
check("3.22", per_ten)

# %%
#| wrong: You averaged the ratios of single years, so a year with few searches counts as much as one with many. Add up first.
found = events.groupby("year").size().reindex(queries.index, fill_value=0)
ratio = 10 * found / queries
per_ten = [ratio.loc[2014:2021].mean(), ratio.loc[2022:2025].mean()]

# %%
#| wrong: These are events per query. The question asks for ten queries.
per_ten = [
    events["year"].between(first, last).sum() / queries.loc[first:last].sum()
    for first, last in ((2014, 2021), (2022, 2025))
]

# %%
#| wrong: You divided queries by events. The question asks for events per ten queries.
per_ten = [
    10 * queries.loc[first:last].sum() / events["year"].between(first, last).sum()
    for first, last in ((2014, 2021), (2022, 2025))
]

# %%
#| wrong: These are events per ten years. Divide by the queries.
per_ten = [10 * events["year"].between(2014, 2021).sum() / 8]
per_ten += [10 * events["year"].between(2022, 2025).sum() / 4]

# %%
#| wrong: You counted exercises only. The question asks for all events of the list.
exercises = events.loc[~events["patrol"], "year"]
per_ten = [
    10 * exercises.between(first, last).sum() / queries.loc[first:last].sum()
    for first, last in ((2014, 2021), (2022, 2025))
]

# %% [markdown]
# ### 3.18 A window that the series fills (2 points)
# *Claim C16.* Joint patrols began in July 2019. Open the counting panel of lesson 03, keep the three
# kinds of patrol and choose a first window that begins with the year of the first patrol and ends in
# 2021; the second is 2022 to 2025. Or use `rate_ratio(count, years, earlier_count, earlier_years)`. It
# returns how many times the earlier rate the later one is, and both ends of the exact 95 per cent
# interval. Put the three numbers into `patrols`, as `(ratio, low, high)`. Tolerance: 0.02.

# %%
#| stub
patrols = ...

# %%
#| solution: The base holds only years in which a patrol could have been in the list.
routes = events.loc[events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 4, early, 3)

# %%
#| check
#| step: "The counting panel"
#| core: true
#| tolerance: 0.02
#| data: tables
#| claims: [C16]
#| objective: compare
#| hints:
#|   - The column patrol is true for patrols in the air, at sea and under water.
#|   - The first window is 2019 to 2021. How many years is that?
#|   - rate_ratio(count, years, earlier count, earlier years) returns all three numbers.
#| explanation: >
#|   From the start of the series the interval includes 1. With 2014 as the first year the ratio
#|   becomes 7, because five empty years stand in the base. That joint patrols are new since 2019 is
#|   safe, and it needs no ratio.
check("3.18", patrols)

# %%
#| wrong: Your base holds five years before the first patrol. Begin with 2019.
routes = events.loc[events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2014, 2021).sum()
patrols = rate_ratio(late, 4, early, 8)

# %%
#| wrong: You left the years equal. The windows have three and four years.
routes = events.loc[events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 1, early, 1)

# %%
#| wrong: You counted flights only. A patrol can also be at sea.
routes = events.loc[events["patrol"] & (events["kind"] == "air"), "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 4, early, 3)

# %%
#| wrong: These are the exercises. The question asks for the patrols.
routes = events.loc[~events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 4, early, 3)

# %%
#| wrong: You turned the ratio round. The later period comes first, then the earlier one.
routes = events.loc[events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(early, 3, late, 4)

# %%
#| wrong: You exchanged the lengths of the periods. The later one has four years.
routes = events.loc[events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 3, early, 4)

# %% [markdown]
# ### 3.5 What may you write? (2 points)
# *Claim C16.* Question 3.18 was about patrols. Now take **exercises** only (no patrols, with and without
# other states). Which interval does `rate_ratio` give for 2022 to 2025 against 2014 to 2021? And which
# headline do this interval and the one of 3.18 support? Put the three into the dictionary `report`
# with the labels `"low"`, `"high"` (the two ends) and `"headline"`, which is one of these words:
#
# - `"doubled"`: "Joint exercises doubled after 2022";
# - `"sevenfold"`: "Joint exercises rose sevenfold after 2022";
# - `"patrols"`: "Joint patrols are new since 2019; how exercises changed the data leave open";
# - `"nothing"`: "Nothing changed after 2022".
#
# Tolerance: 0.01.

# %%
#| stub
report = {"low": ..., "high": ..., "headline": ...}

# %%
#| solution: A headline names what was counted and says what the interval says.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 4, early, 8)
report = {"low": low, "high": high, "headline": "patrols"}

# %%
#| check
#| step: "The counting panel"
#| tolerance: 0.01
#| data: tables
#| claims: [C16]
#| objective: compare
#| hints:
#|   - Count the exercises of both periods first. rate_ratio returns the ratio, then the two ends.
#|   - For each headline ask which events were counted.
#|   - Which of the intervals includes 1?
#| explanation: >
#|   The interval reaches from about three quarters to almost three. So the data fit a fall, no change
#|   and a clear rise. An interval that includes 1 is not proof that nothing changed, and a ratio for
#|   one kind of event says nothing about another kind. Counted together, exercises and patrols give a
#|   ratio of about 2.3, and its interval does not include 1.
check("3.5", report)

# %%
#| wrong: Neither interval shows a doubling of exercises. Look where the interval of exercises begins.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 4, early, 8)
report = {"low": low, "high": high, "headline": "doubled"}

# %%
#| wrong: That is the ratio of patrols with five empty years in its base. The headline says exercises.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 4, early, 8)
report = {"low": low, "high": high, "headline": "sevenfold"}

# %%
#| wrong: The table lists no patrol before 2019 (rivers are left out), and one or more each year since.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 4, early, 8)
report = {"low": low, "high": high, "headline": "nothing"}

# %%
#| wrong: Patrols are in. The question asks for exercises only.
years = events["year"]
late, early = years.between(2022, 2025).sum(), years.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 4, early, 8)
report = {"low": low, "high": high, "headline": "patrols"}

# %%
#| wrong: You exchanged the lengths of the periods. The later one has four years.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
ratio, low, high = rate_ratio(late, 8, early, 4)
report = {"low": low, "high": high, "headline": "patrols"}

# %% [markdown]
# ### 3.6 At sea and in the air (2 points)
# *Claim C17.* The rule is: an event is at sea or in the air if its `kind` is one of those in
# `sea_or_air`. What share of all events (between 0 and 1) was that in 2012 to 2021, and in 2022 to
# 2025? Put the two shares into `shares`, as a list, the earlier period first. Tolerance: 0.001.

# %%
sea_or_air = ["naval", "air", "coast guard", "submarine"]
events["kind"].value_counts()

# %%
#| stub
shares = ...

# %%
#| solution: The mean of a true-or-false column is the share of true.
counted = events["kind"].isin(sea_or_air)
early, late = events["year"].between(2012, 2021), events["year"].between(2022, 2025)
shares = [counted[early].mean(), counted[late].mean()]

# %%
#| check
#| step: "3"
#| tolerance: 0.001
#| data: tables
#| claims: [C17]
#| objective: count
#| hints:
#|   - isin(sea_or_air) is true where the kind is in the list.
#|   - A share is the number that fits the rule divided by all events of the same period.
#|   - The mean of a column of true and false is the share of true.
#| explanation: >
#|   The rule decides by the kind of an event. Some exercises that are typed as combined took
#|   place partly at sea, so a rule by place gives another share. Both rules can be defended, but only if
#|   they are stated before counting.
check("3.6", shares)

# %%
#| wrong: You coded by place: combined exercises that touch a sea are in. The rule looks at the kind.
at_sea = events["place"].str.contains("Sea")
counted = events["kind"].isin(sea_or_air) | at_sea
early, late = events["year"].between(2012, 2021), events["year"].between(2022, 2025)
shares = [counted[early].mean(), counted[late].mean()]

# %%
#| wrong: These are counts. Divide by all events of the period.
counted = events["kind"].isin(sea_or_air)
early, late = events["year"].between(2012, 2021), events["year"].between(2022, 2025)
shares = [counted[early].sum(), counted[late].sum()]

# %%
#| wrong: You divided by all events of the list. Each period needs its own whole.
counted = events["kind"].isin(sea_or_air)
early, late = events["year"].between(2012, 2021), events["year"].between(2022, 2025)
shares = [(counted & early).mean(), (counted & late).mean()]

# %%
#| wrong: You counted patrols only. Exercises at sea are in the list too.
early, late = events["year"].between(2012, 2021), events["year"].between(2022, 2025)
shares = [events.loc[early, "patrol"].mean(), events.loc[late, "patrol"].mean()]

# %% [markdown]
# ### 3.21 In the Indo-Pacific? (2 points)
# *Claim C30.* First fix the borders: an event lies in the Pacific region if its longitude `lon` is above
# 100, or below 0 (beyond the date line, towards Alaska). `placed` holds the events with a place. What
# share of them (between 0 and 1) lies in the region in 2014 to 2021, and in 2022 to 2025? And what is
# the later share if the events beyond the date line are left out altogether? Put the three into the
# dictionary `pacific` with the labels `"early"`, `"late"` and `"late without Alaska"`.
# Tolerance: 0.002.

# %%
placed = events.dropna(subset="lon")
placed[["year", "name", "lon"]].tail(4)

# %%
#| stub
pacific = {"early": ..., "late": ..., "late without Alaska": ...}

# %%
#| solution: Leaving events out takes them from the part and from the whole.
inside = (placed["lon"] > 100) | (placed["lon"] < 0)
early, late = placed["year"].between(2014, 2021), placed["year"].between(2022, 2025)
west = placed["lon"] >= 0
pacific = {"early": inside[early].mean(), "late": inside[late].mean()}
pacific["late without Alaska"] = inside[late & west].mean()

# %%
#| check
#| step: "3"
#| core: true
#| tolerance: 0.002
#| data: tables
#| claims: [C30]
#| objective: count
#| hints:
#|   - In pandas | means "or". Put each condition into brackets.
#|   - The mean of a column of true and false is the share of true.
#|   - Events that are left out are in no part and in no whole.
#| explanation: >
#|   The share rose with both borders, so the rise does not hang on Alaska. It is smaller without patrols, which
#|   China's ministry counts to a yearly plan, and it hangs on a border that puts Mongolia's neighbourhood
#|   in and the Gulf of Oman out. Say the border before you say the share.
check("3.21", pacific)

# %%
#| wrong: East of the date line the longitude is negative. Those events lie in the region too.
inside = placed["lon"] > 100
early, late = placed["year"].between(2014, 2021), placed["year"].between(2022, 2025)
pacific = {"early": inside[early].mean(), "late": inside[late].mean()}
pacific["late without Alaska"] = inside[late & (placed["lon"] >= 0)].mean()

# %%
#| wrong: Left out means out of the whole too. You took the events from the part only.
inside = (placed["lon"] > 100) | (placed["lon"] < 0)
early, late = placed["year"].between(2014, 2021), placed["year"].between(2022, 2025)
pacific = {"early": inside[early].mean(), "late": inside[late].mean()}
pacific["late without Alaska"] = (placed["lon"] > 100)[late].mean()

# %%
#| wrong: These are numbers of events. Divide by all events of the period that have a place.
inside = (placed["lon"] > 100) | (placed["lon"] < 0)
early, late = placed["year"].between(2014, 2021), placed["year"].between(2022, 2025)
pacific = {"early": inside[early].sum(), "late": inside[late].sum()}
pacific["late without Alaska"] = inside[late & (placed["lon"] >= 0)].sum()

# %%
#| wrong: Your whole is all events of the list. Each period needs its own whole.
inside = (placed["lon"] > 100) | (placed["lon"] < 0)
early, late = placed["year"].between(2014, 2021), placed["year"].between(2022, 2025)
pacific = {"early": (inside & early).mean(), "late": (inside & late).mean()}
pacific["late without Alaska"] = (inside & late)[placed["lon"] >= 0].mean()

# %% [markdown]
# ### 3.8 The fall of Russia's exports (2 points)
# *Claim C18.* `exports` holds all deliveries of major arms by Russia, in million TIV, by year. By how
# many per cent did the sum of 2020 to 2024 differ from the sum of 2015 to 2019? Put it into `change`.
# A fall is negative. Tolerance: 0.2 per cent.

# %%
arms = load("arms_transfers")
exports = load("arms_exports_total").query("supplier == 'Russia'").set_index("year")["tiv"]
exports.tail(10).round(0)

# %%
#| stub
change = ...

# %%
#| solution: The base of a change is the earlier sum.
change = (exports.loc[2020:2024].sum() / exports.loc[2015:2019].sum() - 1) * 100

# %%
#| check
#| step: "4"
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C18]
#| objective: read
#| hints:
#|   - Add up the five years of each window first.
#|   - Divide by the earlier sum, subtract 1, multiply by 100.
#| explanation: >
#|   The same percentage is printed in the press for three different things. They are Russia's
#|   exports to all countries, China's imports from all countries, and a later window of years. A
#|   percentage without its flow and its years cannot be checked.
check("3.8", change)

# %%
#| wrong: You divided by the later sum. A change is measured from the earlier one.
change = (exports.loc[2020:2024].sum() / exports.loc[2015:2019].sum()) ** -1
change = (1 - change) * 100

# %%
#| wrong: You used deliveries to China only. The table of all exports is in exports.
pair = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")].set_index("year")[
    "tiv"
]
change = (pair.loc[2020:2024].sum() / pair.loc[2015:2019].sum() - 1) * 100

# %%
#| wrong: This is the remaining share. The change is what is missing to the old level.
change = exports.loc[2020:2024].sum() / exports.loc[2015:2019].sum() * 100

# %%
#| wrong: You compared two single years. The question asks for two sums of five years.
change = (exports[2024] / exports[2019] - 1) * 100

# %% [markdown]
# ### 3.19 The seller's share (2 points)
# *Claim C18.* What share of Russia's **own** arms exports went to China in 2000 to 2004, and in 2020
# to 2024? `arms` holds deliveries by supplier, recipient and year, this pair among others, and `exports`
# all of Russia's exports, both in million TIV. Put the two shares (between 0 and 1) into `of_exports`,
# as a list, the earlier one first. Tolerance: 0.001.

# %%
#| stub
of_exports = ...

# %%
#| solution: The whole is what Russia sold to everybody in the same five years.
pair = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")].set_index("year")[
    "tiv"
]
of_exports = [pair.loc[a : a + 4].sum() / exports.loc[a : a + 4].sum() for a in (2000, 2020)]

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.001
#| data: tables
#| claims: [C18]
#| objective: read
#| hints:
#|   - In lesson 03 the whole was what China imports. What is it here?
#|   - Add up five years of the pair, and five years of all exports.
#| explanation: >
#|   China once took more than two fifths of what Russia sold, and now takes about a sixth. Seen from
#|   the buyer the tie looks close, seen from the seller it became one among several.
check("3.19", of_exports)

# %%
#| wrong: This is the share of what China imports. The question asks for Russia's exports.
to_china = arms[arms["recipient"] == "China"]
of_exports = []
for a in (2000, 2020):
    part = to_china[to_china["year"].between(a, a + 4)]
    of_exports.append(part.loc[part["supplier"] == "Russia", "tiv"].sum() / part["tiv"].sum())

# %%
#| wrong: You averaged the shares of single years. Divide the sums.
pair = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")].set_index("year")[
    "tiv"
]
of_exports = [(pair.loc[a : a + 4] / exports.loc[a : a + 4]).mean() for a in (2000, 2020)]

# %%
#| wrong: These are volumes. Divide by all exports of the same years.
pair = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")].set_index("year")[
    "tiv"
]
of_exports = [pair.loc[a : a + 4].sum() for a in (2000, 2020)]

# %% [markdown]
# ### 3.24 Two releases of one database (2 points)
# *Claim C18.* `vintages` holds Russia's deliveries to China as published in 2022 and in 2026. By how many
# per cent did the sum of 2017 to 2021 differ from the sum of 2012 to 2016, in each release? Put the two
# numbers into the dictionary `growth` with the labels `"2022"` and `"2026"`. Tolerance: 0.2 per cent.

# %%
vintages = load("arms_vintages").set_index("year")
vintages.loc[2017:2021]

# %%
#| stub
growth = {"2022": ..., "2026": ...}

# %%
#| solution: Both sums come from the same release, so that only time differs between them.
early, late = vintages.loc[2012:2016].sum(), vintages.loc[2017:2021].sum()
change = (late / early - 1) * 100
growth = {"2022": change["tiv_2022"], "2026": change["tiv_2026"]}

# %%
#| check
#| step: "4"
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C18]
#| objective: read
#| hints:
#|   - Add up five years of each column first.
#|   - Divide by the earlier sum, subtract 1, multiply by 100.
#| explanation: >
#|   The past changed by several points between two releases, because deliveries became known later or
#|   were counted again. Of these years the newest,
#|   2021, was revised most. What a series says of its last years can change later.
check("3.24", growth)

# %%
#| wrong: You divided by the later sum. A change is measured from the earlier one.
early, late = vintages.loc[2012:2016].sum(), vintages.loc[2017:2021].sum()
change = (1 - early / late) * 100
growth = {"2022": change["tiv_2022"], "2026": change["tiv_2026"]}

# %%
#| wrong: You exchanged the two releases.
early, late = vintages.loc[2012:2016].sum(), vintages.loc[2017:2021].sum()
change = (late / early - 1) * 100
growth = {"2022": change["tiv_2026"], "2026": change["tiv_2022"]}

# %%
#| wrong: You joined the releases: the later years of one stand against the earlier years of the other.
early, late = vintages.loc[2012:2016].sum(), vintages.loc[2017:2021].sum()
growth = {
    "2022": (late["tiv_2022"] / early["tiv_2026"] - 1) * 100,
    "2026": (late["tiv_2026"] / early["tiv_2022"] - 1) * 100,
}

# %%
#| wrong: You compared two single years. The question asks for two sums of five years.
change = (vintages.loc[2021] / vintages.loc[2016] - 1) * 100
growth = {"2022": change["tiv_2022"], "2026": change["tiv_2026"]}

# %% [markdown]
# ### 3.25 A part and a whole that both fall (2 points)
# *Claim C18.* Lesson 03 shows a share that held while the volume behind it fell. Write a function
# `new_share` that takes three numbers between 0 and 1: the old `share` of a supplier, the fall of its
# own deliveries (`part`), and the fall of all deliveries (`whole`). It returns the new share. The check
# calls it with the numbers in `cases`, which are drawn for this question. Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = [(a, 1 - b / 2, c) for a, b, c in fresh("3.25", low=0.1, high=0.6, size=3)]
cases[0]


# %%
#| stub
def new_share(share, part, whole):
    return ...


# %%
#| solution: What is left of the part, divided by what is left of the whole.
def new_share(share, part, whole):
    return share * (1 - part) / (1 - whole)


# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.001
#| data: inputs
#| claims: [C18]
#| objective: read
#| hints:
#|   - Let the whole be 1 at first. How large is the part then, and how large are both afterwards?
#|   - If both fall alike the share stays. Try new_share(0.5, 0.4, 0.4).
#| explanation: >
#|   A share rises if its part falls less than the whole. So a headline about a share and one about a
#|   volume can have opposite signs, and both are true.
check("3.25", new_share, on=cases)


# %%
#| wrong: You left the whole as it was. It falls too.
def new_share(share, part, whole):
    return share * (1 - part)


# %%
#| wrong: You turned the fraction round: what is left of the part goes above the line.
def new_share(share, part, whole):
    return share * (1 - whole) / (1 - part)


# %%
#| wrong: You divided the falls. Divide what is left after them.
def new_share(share, part, whole):
    return share * part / whole


# %%
#| wrong: You took the difference of the falls from the share. Falls multiply.
def new_share(share, part, whole):
    return share - (part - whole)


# %% [markdown]
# ### 3.16 Draw the deliveries (3 points)
# *Claim C18.* Draw Russia's deliveries to China since 2000 as bars with plotly: one bar per year, its
# height the volume in million TIV (`pair` holds it). Give the figure a title that states a finding or
# a question, and a title on both axes; that of the volumes names their unit. Whether your title is true,
# the check cannot see: read it beside the bars. Put the figure into `figure`. Tolerance: 1.

# %%
from alignment.checks import forms

pair = arms[(arms["supplier"] == "Russia") & (arms["recipient"] == "China")]
pair = pair.set_index("year")["tiv"]
pair.tail(3).round(0)

# %%
#| stub
figure = ...

# %%
#| solution: Bars, because single years do not grow out of each other.
since_2000 = pair.loc[2000:]
figure = go.Figure(go.Bar(x=since_2000.index, y=since_2000))
figure.update_layout(
    title="Russia's arms deliveries to China peaked around 2005",
    xaxis_title="Year",
    yaxis_title="Deliveries (million TIV)",
)

# %%
#| check
#| step: "4"
#| tolerance: 1
#| data: tables
#| claims: [C18]
#| objective: read
#| hints:
#|   - pair.loc[2000:] keeps the years from 2000 on.
#|   - go.Bar takes the years as x and the volumes as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#| explanation: >
#|   A ship counts in the year of its delivery, so a line between two years would show values that
#|   nobody measured. The unit belongs on the axis because TIV are not dollars.
check("3.16", forms.with_unit(figure, "million|mn|mln|mio|m", "TIV|trend-indicator value"))

# %%
#| wrong: You drew the years before 2000 too. Begin in 2000.
figure = go.Figure(go.Bar(x=pair.index, y=pair))
figure.update_layout(title="Deliveries", xaxis_title="Year", yaxis_title="Deliveries (million TIV)")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
since_2000 = pair.loc[2000:]
figure = go.Figure(go.Bar(x=since_2000.index, y=since_2000))

# %%
#| wrong: The bars are right, but the axis of the volumes names no unit. A reader would take them for dollars.
since_2000 = pair.loc[2000:]
figure = go.Figure(go.Bar(x=since_2000.index, y=since_2000))
figure.update_layout(title="Deliveries peaked", xaxis_title="Year", yaxis_title="Deliveries")

# %%
#| wrong: You joined the years with a line. Use bars, because each year stands alone.
since_2000 = pair.loc[2000:]
figure = go.Figure(go.Scatter(x=since_2000.index, y=since_2000))
figure.update_layout(title="Deliveries", xaxis_title="Year", yaxis_title="Deliveries (million TIV)")

# %%
#| wrong: You drew what China got from all suppliers. The question asks for Russia.
every = arms[(arms["recipient"] == "China") & (arms["year"] >= 2000)].groupby("year")["tiv"].sum()
figure = go.Figure(go.Bar(x=every.index, y=every))
figure.update_layout(title="Deliveries", xaxis_title="Year", yaxis_title="Deliveries (million TIV)")

# %% [markdown]
# ### 3.20 A headline about growth (2 points)
# *Claim C17.* "Russia doubled its spending, America grew by a fifth." `spending` holds military spending
# in million US dollars of 2023. How many dollars did the United States **add** for each dollar that
# Russia added, from 2015 to 2024? Put the number into `added`. Tolerance: 0.01.

# %%
military = load("military_spending")
military = military[military["country"].isin(["China", "Russia", "United States"])]
spending = military.pivot(index="year", columns="country", values="usd_2023")
spending.loc[2015:2024].round(0)

# %%
#| stub
added = ...

# %%
#| solution: Compare what was added, and not the rates.
more = spending.loc[2024] - spending.loc[2015]
added = more["United States"] / more["Russia"]

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.01
#| data: tables
#| claims: [C17]
#| objective: separate
#| hints:
#|   - The headline gives rates. The question asks for dollars.
#|   - Subtract 2015 from 2024 for each of the two first.
#| explanation: >
#|   A high rate on a low level can be fewer dollars than a low rate on a high one. Both sentences are
#|   true. Ask of every rate what it is a rate of.
check("3.20", added)

# %%
#| wrong: This is the ratio of the growth rates. The question asks for added dollars.
rate = spending.loc[2024] / spending.loc[2015] - 1
added = rate["United States"] / rate["Russia"]

# %%
#| wrong: This is the ratio of the levels of 2024. The question asks for what was added.
added = spending.loc[2024, "United States"] / spending.loc[2024, "Russia"]

# %%
#| wrong: These are the dollars that the United States added. Divide by those that Russia added.
more = spending.loc[2024] - spending.loc[2015]
added = more["United States"]

# %%
#| wrong: You divided Russia's dollars by America's. It is the other way round.
more = spending.loc[2024] - spending.loc[2015]
added = more["Russia"] / more["United States"]

# %% [markdown]
# ### 3.13 Evidence of capability (2 points)
# *Claims C17, C18.* A *signal* shows an intention, *practice* lets forces learn something together, and
# *capability* means that either can do something that it could not do alone. Which of these reports,
# if true, would be evidence of **capability**?
#
# - `"flight"`: bombers of both countries flew along the coast of a third one;
# - `"landing"`: bombers of one country landed on an airfield of the other during a patrol;
# - `"warning"`: radars of one country now give missile warning that the other had no means to get;
# - `"statement"`: both ministries said that cooperation has no limits.
#
# `claims` grades what is said about the armed forces, from A (shown in the open) to D (only said). How
# many of its claims have a **better** grade than "missile early warning: it works", in all, and among
# those with the direction "Russia to China"? Put the word and the two numbers into the dictionary
# `capability` with the labels `"evidence"`, `"all"` and `"from Russia"`.

# %%
claims = load("capability_claims").query("domain == 'M'")
claims[["item", "direction", "grade"]]

# %%
#| stub
capability = {"evidence": ..., "all": ..., "from Russia": ...}

# %%
#| solution: Ask what would be missing if the partner went away; A comes before B, so it is smaller.
graded = claims.set_index("item")
better = graded["grade"] < graded.loc["missile early warning: it works", "grade"]
capability = {"evidence": "warning", "all": int(better.sum())}
capability["from Russia"] = int((better & (graded["direction"] == "Russia to China")).sum())

# %%
#| check
#| step: "6"
#| core: true
#| data: tables
#| claims: [C17, C18]
#| objective: separate
#| hints:
#|   - Imagine that the two stopped working together. In which case would something be missing?
#|   - One of the four is a signal, one is practice, one is only words.
#|   - Texts can be compared. "A" comes before "B", so it is smaller.
#| explanation: >
#|   Capability is judged by what would be missing without the partner. A flight can be flown alone,
#|   a landing teaches procedures that may or may not be needed, and a statement costs little. The
#|   report that would matter most is among the least well shown.
check("3.13", capability)

# %%
#| wrong: A flight along a coast shows an intention. Each could fly it alone.
graded = claims.set_index("item")
better = graded["grade"] < graded.loc["missile early warning: it works", "grade"]
capability = {"evidence": "flight", "all": int(better.sum())}
capability["from Russia"] = int((better & (graded["direction"] == "Russia to China")).sum())

# %%
#| wrong: A landing is practice. It becomes capability only if it makes something possible.
graded = claims.set_index("item")
better = graded["grade"] < graded.loc["missile early warning: it works", "grade"]
capability = {"evidence": "landing", "all": int(better.sum())}
capability["from Russia"] = int((better & (graded["direction"] == "Russia to China")).sum())

# %%
#| wrong: Words are cheap. A statement is a signal at most.
graded = claims.set_index("item")
better = graded["grade"] < graded.loc["missile early warning: it works", "grade"]
capability = {"evidence": "statement", "all": int(better.sum())}
capability["from Russia"] = int((better & (graded["direction"] == "Russia to China")).sum())

# %%
#| wrong: A is the best grade. You counted the claims that are as well shown or worse.
graded = claims.set_index("item")
better = graded["grade"] >= graded.loc["missile early warning: it works", "grade"]
capability = {"evidence": "warning", "all": int(better.sum())}
capability["from Russia"] = int((better & (graded["direction"] == "Russia to China")).sum())

# %% [markdown]
# ### 3.23 Still cautious about North Korea? (2 points)
# *Claim C24.* Trade is one sign of distance. `korea` holds China's trade with North Korea in million US
# dollars. How large was it in 2024 **as a share of 2013** (between 0 and 1)? And how many times 2024 is
# May 2025 **at an annual rate**? Read the later rows of the timeline too. Which sentence may stand? Put
# the three into the dictionary `signs` with the labels `"of 2013"`, `"pace"` and `"stands"`, which is
# one of these words:
#
# - `"distant"`: by all signs China keeps the distance it had in 2024;
# - `"closer"`: since mid-2025 some signs of distance are gone, and why is open;
# - `"three"`: the three states have formed an alliance;
# - `"rival"`: China came closer because Russia did.
#
# Tolerance: 0.005.

# %%
korea = load("north_korea").query("pair == 'CHN-PRK' and measure == 'trade'")
korea = korea.set_index("period")["value"]
later = load("timeline").query("year >= 2024 and event.str.contains('Kim|DPRK')")
print(korea[["2013", "2024", "2025-05"]].to_string(), *later["event"], sep="\n")

# %%
#| stub
signs = {"of 2013": ..., "pace": ..., "stands": ...}

# %%
#| solution: A month times twelve is an annual rate; an order in time is not a reason.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": 12 * korea["2025-05"] / korea["2024"]}
signs["stands"] = "closer"

# %%
#| check
#| step: "6"
#| core: true
#| tolerance: 0.005
#| data: tables
#| claims: [C24]
#| objective: separate
#| hints:
#|   - Multiply the month by twelve before you compare it with a year.
#|   - Which of the words needs evidence on a reason, and which needs a treaty of all three?
#|   - What did the readout of September 2025 leave out?
#| explanation: >
#|   In 2024 trade was a third of its old level. In 2025 it rose, the three leaders appeared together,
#|   and the readout of a summit left out denuclearisation. One month is a weak basis for a year; the full year came out close to it. And
#|   closeness can be a way to keep Russian influence small, so the signs do not tell the motive.
check("3.23", signs)

# %%
#| wrong: The rows of September 2025 and the trade of May 2025 are not those of 2024.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": 12 * korea["2025-05"] / korea["2024"]}
signs["stands"] = "distant"

# %%
#| wrong: Appearing together is no treaty. The treaty of 2024 has two parties, and China is not one.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": 12 * korea["2025-05"] / korea["2024"]}
signs["stands"] = "three"

# %%
#| wrong: This names a reason. An order in time does not show one.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": 12 * korea["2025-05"] / korea["2024"]}
signs["stands"] = "rival"

# %%
#| wrong: You compared one month with a year. Multiply it by twelve first.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": korea["2025-05"] / korea["2024"]}
signs["stands"] = "closer"

# %%
#| wrong: You divided the year by the month's rate. The later one goes above the line.
signs = {"of 2013": korea["2024"] / korea["2013"], "pace": korea["2024"] / (12 * korea["2025-05"])}
signs["stands"] = "closer"

# %% [markdown]
# ### 3.17 Your score sheet (2 points)
# *Claims C16, C17.* Lesson 03 asked how strongly the alignment works in the military domain. Write
# your scores down: for each of the six criteria the lowest, most likely and highest score from 0 to
# 100, and one line of evidence (a figure, a table, a source). One time in ten
# the right score would lie below your lowest, one time in ten above your highest. Hardware and know-how belong to lesson
# 05, so leave them out here. The next cell prints the criteria. The check looks at the **form** only:
# six rows, scores in order, a note in each row. It never compares your opinion with anybody's.

# %%
from alignment.checks import forms

criteria = load("criteria").set_index("criterion")
for letter, row in criteria.iterrows():
    print(f"{letter} {row['name']}. {row['prompt']}")
    print(f"  0: {row['anchor_0']}; 100: {row['anchor_100']}")

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (20, 40, 60, "Patrols repeat a route; nothing shows a joint command (3.13)"),
    "B": (35, 50, 65, "The ministries speak of a yearly plan for the patrols (lesson)"),
    "C": (30, 55, 85, "Events reached the open Pacific from 2021 on (map in the lesson)"),
    "D": (40, 60, 80, "Patrols are frequent already, joint combat was not seen (3.18)"),
    "E": (15, 30, 50, "A yearly plan can be left out for a year (lesson)"),
    "F": (25, 45, 60, "For exercises the interval leaves the trend open (3.5)"),
}

# %%
#| check
#| step: "Score sheet"
#| data: none
#| claims: [C16, C17]
#| objective: separate
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 3.18").
#| explanation: >
#|   A range says how sure you are, and a note says why. Both can be discussed; a single number
#|   without a reason cannot. You will weigh this sheet against the other domains in lesson 08.
check("3.17", forms.score_sheet(sheet))

# %%
#| wrong: Criterion B is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 3.18 above"))
sheet["B"] = (60, 40, 20, "seen in question 3.18 above")

# %%
#| wrong: Criterion D has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 3.18 above"))
sheet["D"] = (20, 40, 600, "seen in question 3.18 above")

# %%
#| wrong: Criterion E has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 3.18 above"))
sheet["E"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: F.
sheet = dict.fromkeys("ABCDE", (20, 40, 60, "seen in question 3.18 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about the military side of the
# alignment, how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("joint_exercises"))` prints its source and
# `describe("joint_exercises")` says what each column means.
