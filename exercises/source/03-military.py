# %% [markdown]
# # Exercises 3: the military domain
#
# Seventeen short questions on joint exercises, arms and spending. They follow lesson 03. The core
# questions are half of the points; the others go further. You can stop at any time; your progress
# is kept.
#
# **Objectives.** **3.1** count under a stated rule · **3.2** compare rates and give an interval ·
# **3.3** read arms transfers as volumes and shares · **3.4** separate signal, practice and
# capability, and say what the data cannot show.
#
# Each question names the claim of the reading that it tests: C16 (joint exercises increased), C17
# (planning becomes harder for others), C18 (equipment and technology are exchanged), C24 (ties with
# North Korea).

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.methods.measures import rate_ratio
from alignment.tables import cite, describe, load

# %% [markdown]
# `events` holds named exercises and patrols, one row per event. An event belongs to the `year` in
# which it began. `patrol` is true for flights and voyages along a route; all other events are
# exercises. `bilateral` is true if China and Russia were alone.

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
#| core: true
#| data: tables
#| claims: [C16]
#| objective: 3.1
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
# ### 3.2 Rates, not counts (2 points)
# *Claim C16.* Compare the four years 2022 to 2025 with the eight years 2014 to 2021. How many times
# more often **per year** did events take place in the later period? Do it for all events and for
# exercises only (no patrols, with and without other states). Put the two ratios into the
# dictionary `ratios` with the labels `"all"` and `"exercises"`. Tolerance: 0.005.

# %%
#| stub
ratios = ...

# %%
#| solution: Divide each count by its years first, then divide the rates.
late, early = events["year"].between(2022, 2025), events["year"].between(2014, 2021)
exercise = ~events["patrol"]
ratios = {
    "all": (late.sum() / 4) / (early.sum() / 8),
    "exercises": ((late & exercise).sum() / 4) / ((early & exercise).sum() / 8),
}

# %%
#| check
#| tolerance: 0.005
#| data: tables
#| claims: [C16]
#| objective: 3.2
#| hints:
#|   - The two periods are not equally long. What must you divide by?
#|   - events["year"].between(2022, 2025) is true for the four years.
#|   - The ratio is the later rate divided by the earlier rate.
#| explanation: >
#|   Four years of events against eight years of events is not a comparison. Rates put both on one
#|   year. The rule matters more than the arithmetic. With patrols the ratio is above two, and
#|   without them about one and a half.
check("3.2", ratios)

# %%
#| wrong: These are ratios of counts. Four years stand against eight, so compare rates per year.
late, early = events["year"].between(2022, 2025), events["year"].between(2014, 2021)
exercise = ~events["patrol"]
ratios = {
    "all": late.sum() / early.sum(),
    "exercises": (late & exercise).sum() / (early & exercise).sum(),
}

# %%
#| wrong: You divided the earlier rate by the later one. Turn the ratio round.
late, early = events["year"].between(2022, 2025), events["year"].between(2014, 2021)
exercise = ~events["patrol"]
ratios = {
    "all": (early.sum() / 8) / (late.sum() / 4),
    "exercises": ((early & exercise).sum() / 8) / ((late & exercise).sum() / 4),
}

# %%
#| wrong: The periods have eight and four years: both ends count.
late, early = events["year"].between(2022, 2025), events["year"].between(2014, 2021)
exercise = ~events["patrol"]
ratios = {
    "all": (late.sum() / 3) / (early.sum() / 7),
    "exercises": ((late & exercise).sum() / 3) / ((early & exercise).sum() / 7),
}

# %%
#| wrong: For "exercises" you counted the patrols. Keep what is not a patrol.
late, early = events["year"].between(2022, 2025), events["year"].between(2014, 2021)
patrol = events["patrol"]
ratios = {
    "all": (late.sum() / 4) / (early.sum() / 8),
    "exercises": ((late & patrol).sum() / 4) / ((early & patrol).sum() / 8),
}

# %% [markdown]
# ### 3.3 How sure is the ratio? (2 points)
# *Claim C16.* `rate_ratio(count1, years1, count2, years2)` returns three numbers: the ratio of the
# first rate to the second, and the lower and upper end of its exact 95 per cent interval. Use it for
# exercises only, the later period first. Put the two ends into `interval`, as `(low, high)`.
# Tolerance: 0.01.

# %%
#| stub
interval = ...

# %%
#| solution: The function needs counts and years, because few events say less than many.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
interval = rate_ratio(late, 4, early, 8)[1:]

# %%
#| check
#| tolerance: 0.01
#| data: tables
#| claims: [C16]
#| objective: 3.2
#| hints:
#|   - Count the exercises of both periods first.
#|   - The order of the arguments is count and years of the later period, then of the earlier one.
#|   - The function returns three numbers. [1:] leaves out the first.
#| explanation: >
#|   The interval holds every true ratio for which such counts would not be surprising. It reaches
#|   from about three quarters to almost three, so the data fit a fall, no change and a clear rise.
#|   Few events cannot decide between them.
check("3.3", interval)

# %%
#| wrong: Patrols are in. The question asks for exercises only.
years = events["year"]
interval = rate_ratio(years.between(2022, 2025).sum(), 4, years.between(2014, 2021).sum(), 8)[1:]

# %%
#| wrong: You exchanged the lengths of the periods. The later one has four years.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
interval = rate_ratio(late, 8, early, 4)[1:]

# %%
#| wrong: You put the earlier period first, so this is the interval of the inverse ratio.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
interval = rate_ratio(early, 8, late, 4)[1:]

# %%
#| wrong: The first number is the ratio itself. Keep the two ends of the interval.
exercises = events.loc[~events["patrol"], "year"]
late, early = exercises.between(2022, 2025).sum(), exercises.between(2014, 2021).sum()
interval = rate_ratio(late, 4, early, 8)

# %% [markdown]
# ### 3.18 A window that the series fills (2 points)
# *Claim C16.* Joint patrols began in July 2019. Open the counting panel of lesson 03, keep the three
# kinds of patrol and choose a first window that begins with the year of the first patrol and ends in
# 2021; the second is 2022 to 2025. Or use `rate_ratio`. Put the ratio and both ends of its interval
# into `patrols`, as `(ratio, low, high)`. Tolerance: 0.02.

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
#| core: true
#| tolerance: 0.02
#| data: tables
#| claims: [C16]
#| objective: 3.2
#| hints:
#|   - The column patrol is true for patrols in the air, at sea and under water.
#|   - The first window is 2019 to 2021. How many years is that?
#|   - Use rate_ratio as in question 3.3 and keep all three numbers.
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
#| wrong: These are the exercises of question 3.3. Now keep the patrols.
routes = events.loc[~events["patrol"], "year"]
late, early = routes.between(2022, 2025).sum(), routes.between(2019, 2021).sum()
patrols = rate_ratio(late, 4, early, 3)

# %% [markdown]
# ### 3.5 What may you write? (1 point)
# *Claim C16.* You have the answers to 3.2, 3.3 and 3.18. Which headline do they support? Set
# `headline` to one of these words:
#
# - `"doubled"`: "Joint exercises doubled after 2022";
# - `"sevenfold"`: "Joint exercises rose sevenfold after 2022";
# - `"patrols"`: "Joint patrols are new since 2019; how exercises changed the data leave open";
# - `"nothing"`: "Nothing changed after 2022".

# %%
#| stub
headline = ...

# %%
#| solution: It names what was counted, and it says what the interval says.
headline = "patrols"

# %%
#| check
#| data: none
#| claims: [C16]
#| objective: 3.2
#| choices: [doubled, sevenfold, patrols, nothing]
#| hints:
#|   - For each headline ask which events were counted.
#|   - Which of the intervals includes 1?
#| explanation: >
#|   An interval that includes 1 is not proof that nothing changed, and a ratio for one kind of
#|   event says nothing about another kind. A good headline states the rule and leaves open what
#|   is open.
check("3.5", headline)

# %%
#| wrong: That ratio counts patrols as exercises. Look at the ratio without them.
headline = "doubled"

# %%
#| wrong: That is the ratio of patrols with five empty years in its base. The headline says exercises.
headline = "sevenfold"

# %%
#| wrong: There was no joint patrol before 2019, and one in each year since. Something did change.
headline = "nothing"

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
#| core: true
#| tolerance: 0.001
#| data: tables
#| claims: [C17]
#| objective: 3.1
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
# ### 3.7 Russia's share of China's arms imports (3 points)
# *Claim C18.* `arms` holds deliveries of major arms in million TIV (trend-indicator values: volumes
# of capability, not money), by `supplier`, `recipient` and `year`. What share of China's imports came
# from Russia in 2010 to 2014, 2015 to 2019 and 2020 to 2024? Put the three shares (between 0 and 1)
# into `of_imports`, as a list. Tolerance: 0.002.

# %%
arms = load("arms_transfers")
arms[arms["recipient"] == "China"].tail(4)

# %%
#| stub
of_imports = ...

# %%
#| solution: Add up five years on both sides before you divide.
to_china = arms[arms["recipient"] == "China"]
of_imports = []
for first in (2010, 2015, 2020):
    part = to_china[to_china["year"].between(first, first + 4)]
    russian = part.loc[part["supplier"] == "Russia", "tiv"].sum()
    of_imports.append(russian / part["tiv"].sum())

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C18]
#| objective: 3.3
#| hints:
#|   - Keep the rows with China as recipient first. Other recipients are in the table too.
#|   - For each window divide one sum by another sum.
#|   - The window of 2010 to 2014 is between(2010, 2014); both ends are in.
#| explanation: >
#|   The ratio of sums gives each delivery its weight. The mean of yearly shares gives a year with
#|   few deliveries as much weight as a year with many. And note what a stable share hides. The
#|   volume behind it fell by almost two thirds.
check("3.7", of_imports)

# %%
#| wrong: You averaged the shares of single years. A small year then counts as much as a large one.
to_china = arms[arms["recipient"] == "China"]
year = to_china.pivot_table(index="year", columns="supplier", values="tiv", fill_value=0)
yearly = year["Russia"] / year.sum(axis=1)
of_imports = [yearly.loc[first : first + 4].mean() for first in (2010, 2015, 2020)]

# %%
#| wrong: You divided Russia by the other suppliers. A share has the whole below the line.
to_china = arms[arms["recipient"] == "China"]
of_imports = []
for first in (2010, 2015, 2020):
    part = to_china[to_china["year"].between(first, first + 4)]
    russian = part.loc[part["supplier"] == "Russia", "tiv"].sum()
    of_imports.append(russian / (part["tiv"].sum() - russian))

# %%
#| wrong: You counted rows. Add up the volumes in the column tiv.
to_china = arms[arms["recipient"] == "China"]
of_imports = [
    (to_china[to_china["year"].between(first, first + 4)]["supplier"] == "Russia").mean()
    for first in (2010, 2015, 2020)
]

# %%
#| wrong: These are volumes. Divide by what China imported from all suppliers.
to_china = arms[(arms["recipient"] == "China") & (arms["supplier"] == "Russia")]
of_imports = [
    to_china.loc[to_china["year"].between(first, first + 4), "tiv"].sum()
    for first in (2010, 2015, 2020)
]

# %% [markdown]
# ### 3.8 The fall of Russia's exports (2 points)
# *Claim C18.* `exports` holds all deliveries of major arms by Russia, in million TIV, by year. By how
# many per cent did the sum of 2020 to 2024 differ from the sum of 2015 to 2019? Put it into `change`.
# A fall is negative. Tolerance: 0.2 per cent.

# %%
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
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C18]
#| objective: 3.3
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
# ### 3.9 What was delivered? (2 points)
# *Claim C18.* `kinds` holds what Russia delivered to China, in million TIV, by year and category.
# What share of the volume were engines in 2020 to 2024, and what share was aircraft in 1995 to 2009?
# Put the two shares (between 0 and 1) into the dictionary `parts` with the labels `"engines"` and
# `"aircraft"`. Tolerance: 0.001.

# %%
kinds = load("arms_categories")
kinds.tail(4)

# %%
#| stub
parts = ...

# %%
#| solution: Add up volumes, not rows.
late = kinds[kinds["year"].between(2020, 2024)].groupby("category")["tiv"].sum()
early = kinds[kinds["year"].between(1995, 2009)].groupby("category")["tiv"].sum()
parts = {"engines": late["Engines"] / late.sum(), "aircraft": early["Aircraft"] / early.sum()}

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C18]
#| objective: 3.3
#| hints:
#|   - Choose the years first, then add up the volumes by category.
#|   - 'groupby("category")["tiv"].sum() gives one sum per category.'
#| explanation: >
#|   Once whole aircraft were most of it, and in the last years engines were. Engines keep China's
#|   own aircraft flying, so the trade did not simply shrink, it changed. Counting rows would give a
#|   small delivery the weight of a large one.
check("3.9", parts)

# %%
#| wrong: You counted rows of the table. Add up the volumes in tiv.
late = kinds[kinds["year"].between(2020, 2024)]["category"].value_counts()
early = kinds[kinds["year"].between(1995, 2009)]["category"].value_counts()
parts = {"engines": late["Engines"] / late.sum(), "aircraft": early["Aircraft"] / early.sum()}

# %%
#| wrong: You used all years for both shares. Each share has its own years.
whole = kinds.groupby("category")["tiv"].sum()
parts = {"engines": whole["Engines"] / whole.sum(), "aircraft": whole["Aircraft"] / whole.sum()}

# %%
#| wrong: You exchanged the periods. Engines belong to the later years, aircraft to the earlier ones.
late = kinds[kinds["year"].between(1995, 2009)].groupby("category")["tiv"].sum()
early = kinds[kinds["year"].between(2020, 2024)].groupby("category")["tiv"].sum()
parts = {"engines": late["Engines"] / late.sum(), "aircraft": early["Aircraft"] / early.sum()}

# %%
#| wrong: You divided one category by the other. A share has the whole below the line.
late = kinds[kinds["year"].between(2020, 2024)].groupby("category")["tiv"].sum()
early = kinds[kinds["year"].between(1995, 2009)].groupby("category")["tiv"].sum()
parts = {
    "engines": late["Engines"] / late["Aircraft"],
    "aircraft": early["Aircraft"] / early["Engines"],
}

# %% [markdown]
# ### 3.19 The seller's share (2 points)
# *Claim C18.* What share of Russia's **own** arms exports went to China in 2000 to 2004, and in 2020
# to 2024? `arms` holds the pair and `exports` all of Russia's exports, both in million TIV. Put the two
# shares (between 0 and 1) into `of_exports`, as a list, the earlier one first. Tolerance: 0.001.

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
#| core: true
#| tolerance: 0.001
#| data: tables
#| claims: [C18]
#| objective: 3.3
#| hints:
#|   - In question 3.7 the whole was what China imports. What is it here?
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
# ### 3.11 Who delivered to Russia? (2 points)
# *Claims C18, C24.* Use `arms` again, now with Russia as the recipient, in 2022 to 2024. What share
# of the recorded volume (between 0 and 1) came from Iran, from North Korea and from China? Put the
# three shares into `suppliers`, with the names as labels. Tolerance: 0.002.

# %%
arms[(arms["recipient"] == "Russia") & (arms["year"] >= 2021)]

# %%
#| stub
suppliers = ...

# %%
#| solution: Choose recipient and years first; then every share has the same whole.
to_russia = arms[(arms["recipient"] == "Russia") & arms["year"].between(2022, 2024)]
volume = to_russia.groupby("supplier")["tiv"].sum()
suppliers = (volume / volume.sum())[["Iran", "North Korea", "China"]]

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C18, C24]
#| objective: 3.3
#| hints:
#|   - Keep the rows with Russia as recipient and the three years.
#|   - Add up the volumes by supplier, then divide by the sum of all suppliers.
#| explanation: >
#|   By this measure China delivered almost nothing. That is true and easy to misread. The measure
#|   counts major weapons only, while parts, chips and machine tools are not in it. Lesson 05 is
#|   about those.
check("3.11", suppliers)

# %%
#| wrong: You used all years. Before 2022 Russia bought from others, above all from Ukraine.
volume = arms[arms["recipient"] == "Russia"].groupby("supplier")["tiv"].sum()
suppliers = (volume / volume.sum())[["Iran", "North Korea", "China"]]

# %%
#| wrong: These are volumes in million TIV. Divide by the volume of all suppliers.
to_russia = arms[(arms["recipient"] == "Russia") & arms["year"].between(2022, 2024)]
suppliers = to_russia.groupby("supplier")["tiv"].sum()[["Iran", "North Korea", "China"]]

# %%
#| wrong: You used 2024 alone. The question asks for the three years together.
to_russia = arms[(arms["recipient"] == "Russia") & (arms["year"] == 2024)]
volume = to_russia.groupby("supplier")["tiv"].sum()
volume = volume.reindex(["Iran", "North Korea", "China"], fill_value=0)
suppliers = volume / to_russia["tiv"].sum()

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
#| core: true
#| tolerance: 0.01
#| data: tables
#| claims: [C17]
#| objective: 3.4
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
#| wrong: You divided Russia's dollars by America's. It is the other way round.
more = spending.loc[2024] - spending.loc[2015]
added = more["Russia"] / more["United States"]

# %% [markdown]
# ### 3.13 Evidence of capability (1 point)
# *Claim C17.* A *signal* shows an intention, *practice* lets forces learn something together, and
# *capability* means that either can do something that it could not do alone. Which of these reports,
# if true, would be evidence of **capability**? Set `evidence` to one of these words:
#
# - `"flight"`: bombers of both countries flew along the coast of a third one;
# - `"landing"`: bombers of one country landed on an airfield of the other during a patrol;
# - `"warning"`: radars of one country now give missile warning that the other had no means to get;
# - `"statement"`: both ministries said that cooperation has no limits.

# %%
#| stub
evidence = ...

# %%
#| solution: Ask what would be missing if the partner went away.
evidence = "warning"

# %%
#| check
#| core: true
#| data: none
#| claims: [C17, C18]
#| objective: 3.4
#| choices: [flight, landing, warning, statement]
#| hints:
#|   - Imagine that the two stopped working together. In which case would something be missing?
#|   - One of the four is a signal, one is practice, one is only words.
#| explanation: >
#|   Capability is judged by what would be missing without the partner. A flight can be flown alone,
#|   a landing teaches procedures that may or may not be needed, and a statement costs little. The
#|   classes are not exclusive, and one event can be signal and practice at once.
check("3.13", evidence)

# %%
#| wrong: A flight along a coast shows an intention. Each could fly it alone.
evidence = "flight"

# %%
#| wrong: A landing is practice. It becomes capability only if it makes something possible.
evidence = "landing"

# %%
#| wrong: Words are cheap. A statement is a signal at most.
evidence = "statement"

# %% [markdown]
# ### 3.14 The exercise that did not happen (1 point)
# *Claim C16.* Suppose that a large joint exercise was planned for a year and then cancelled. What would
# you find in `events`? Set `trace` to one of these words:
#
# - `"nothing"`: no row at all;
# - `"gap"`: a row with a start and no end;
# - `"low"`: a row of low confidence;
# - `"cancelled"`: a row with the kind "cancelled".

# %%
#| stub
trace = ...

# %%
#| solution: The list was made from reports of events that took place.
trace = "nothing"

# %%
#| check
#| core: true
#| data: none
#| claims: [C16]
#| objective: 3.4
#| choices: [nothing, gap, low, cancelled]
#| hints:
#|   - How does an event get into the list?
#|   - 'Look at the kinds: events["kind"].unique().'
#| explanation: >
#|   The list selects what took place and was reported. Friction leaves no row, so a rising count
#|   can go together with rising friction. Look for failures in another kind of source.
check("3.14", trace)

# %%
#| wrong: A missing end means that only the first day was reported. It says nothing about plans.
trace = "gap"

# %%
#| wrong: Confidence says how sure a report is. It needs an event that was reported.
trace = "low"

# %%
#| wrong: There is no such kind in the list. Look at the column kind.
trace = "cancelled"

# %% [markdown]
# ### 3.15 Write the ratio yourself (2 points)
# *Claim C16.* Write a function `times_more` that takes four numbers (the count and the years of the
# later period, then the count and the years of the earlier period) and returns how many times more
# often per year something happened in the later period. The check calls it with the numbers in
# `cases`, which are drawn for this question. Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = fresh("3.15", low=1, high=40, size=4)
cases[0]


# %%
#| stub
def times_more(late, late_years, early, early_years):
    return ...


# %%
#| solution: Each count is divided by its own years, so the lengths may differ.
def times_more(late, late_years, early, early_years):
    return (late / late_years) / (early / early_years)


# %%
#| check
#| core: true
#| tolerance: 0.001
#| data: inputs
#| claims: [C16]
#| objective: 3.2
#| hints:
#|   - Compute two rates first.
#|   - Try times_more(2, 1, 2, 2). The later rate is twice the earlier one.
#| explanation: >
#|   A function that is right for one pair of periods can be right by chance, for example when both
#|   are equally long. Inputs that it has not seen are a harder test.
check("3.15", times_more, on=cases)


# %%
#| wrong: You divided the counts. The two periods can have different lengths.
def times_more(late, late_years, early, early_years):
    return late / early


# %%
#| wrong: You divided the earlier rate by the later one.
def times_more(late, late_years, early, early_years):
    return (early / early_years) / (late / late_years)


# %%
#| wrong: You subtracted the rates. "Times more often" asks for a ratio.
def times_more(late, late_years, early, early_years):
    return late / late_years - early / early_years


# %%
#| wrong: You exchanged the years. Each count needs the years of its own period.
def times_more(late, late_years, early, early_years):
    return (late / early_years) / (early / late_years)


# %% [markdown]
# ### 3.16 Draw the deliveries (3 points)
# *Claim C18.* Draw Russia's deliveries to China since 2000 as bars with plotly: one bar per year, its
# height the volume in million TIV (`pair` holds it). Give the figure a title that states a finding or
# a question, and a title on both axes, with the unit. Put the figure into `figure`. Tolerance: 1.

# %%
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
#| core: true
#| tolerance: 1
#| data: tables
#| claims: [C18]
#| objective: 3.3
#| hints:
#|   - pair.loc[2000:] keeps the years from 2000 on.
#|   - go.Bar takes the years as x and the volumes as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#| explanation: >
#|   A ship counts in the year of its delivery, so a line between two years would show values that
#|   nobody measured. The unit belongs on the axis because TIV are not dollars.
check("3.16", figure)

# %%
#| wrong: You drew the years before 2000 too. Begin in 2000.
figure = go.Figure(go.Bar(x=pair.index, y=pair))
figure.update_layout(title="Deliveries", xaxis_title="Year", yaxis_title="Deliveries (million TIV)")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
since_2000 = pair.loc[2000:]
figure = go.Figure(go.Bar(x=since_2000.index, y=since_2000))

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
# ### 3.17 Your score sheet (3 points)
# *Claims C16, C17.* Lesson 03 asked how strongly the alignment works in the military domain. Write
# your scores down: for each of the six criteria the lowest, most likely and highest score from 0 to
# 100, and one line of evidence (a figure, a table, a source). A right score below your lowest, or above
# your highest, should surprise you one time in ten. Hardware and know-how belong to lesson
# 05, so leave them out here. The next cell prints the criteria. The check looks at the **form** only:
# six rows, scores in order, a note in each row. It never compares your opinion with anybody's.

# %%
from alignment.checks import forms

criteria = load("criteria").set_index("criterion")
criteria[["name", "prompt"]]

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (20, 40, 60, "Patrols repeat a route; nothing shows a joint command (3.13)"),
    "B": (35, 50, 65, "The ministries speak of a yearly plan for the patrols (lesson)"),
    "C": (30, 55, 85, "Events reached the open Pacific since 2022 (map in the lesson)"),
    "D": (40, 60, 80, "Patrols are frequent already, joint combat was not seen (3.18)"),
    "E": (15, 30, 50, "A yearly plan can be left out for a year (lesson)"),
    "F": (25, 45, 60, "For exercises the interval leaves the trend open (3.3)"),
}

# %%
#| check
#| data: none
#| claims: [C16, C17]
#| objective: 3.4
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
