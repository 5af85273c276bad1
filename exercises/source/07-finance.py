# %% [markdown]
# # Exercises 7: the financial order
#
# Fifteen short questions on reserves, payments and bonds. They follow lesson 07. Plan about 60
# minutes. You can stop at any time; your progress is kept.
#
# **Objectives.** **7.1** tell shares apart by their wholes · **7.2** compute concentration, change
# and trend, and say how the window matters · **7.3** grade claims by who states them ·
# **7.4** count what a table holds without counting twice.
#
# The questions test claim C14 of the reading (systems that reduce reliance on structures led by the
# United States) and C27 (what could change China's support).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `reserves` holds the share of each currency in the world's allocated reserves, in per cent, by
# quarter (`start` is the first day of the quarter). `other` is not one currency: it collects all
# that are not named.

# %%
reserves = load("cofer").pivot(index="start", columns="currency", values="pct")
reserves.tail(3).round(2)

# %% [markdown]
# ### 7.1 What is named (1 point)
# *Claim C14.* In the last quarter of `reserves`, how large is the share of all **named** currencies
# together, that is without `other`? Put it into `named`, in per cent. Tolerance: 0.02.

# %%
#| stub
named = ...

# %%
#| solution: All shares add up to 100, and other is the only column that names no currency.
named = reserves.iloc[-1].drop("other").sum()

# %%
#| check
#| tolerance: 0.02
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: 7.4
#| hints:
#|   - reserves.iloc[-1] is the last quarter, one number per currency.
#|   - Leave out the column other and add up the rest.
#|   - Print the list of columns. Some currencies are small and easy to forget.
#| explanation: >
#|   Add the shares before you work with them. If they do not give 100 with everything in, a
#|   column is missing or there twice. The group "other" has grown, and it hides many currencies.
check("7.1", named)

# %%
#| wrong: You dropped the Swiss franc. It is small, but it is named.
named = reserves.iloc[-1].drop(["other", "CHF"]).sum()

# %%
#| wrong: You left other in. The question asks for the named currencies only.
named = reserves.iloc[-1].sum()

# %%
#| wrong: This is the first quarter of the table. The question asks for the last one.
named = reserves.iloc[0].drop("other").sum()

# %%
#| wrong: This is the dollar and the euro only. More currencies are named.
named = reserves.iloc[-1][["USD", "EUR"]].sum()

# %% [markdown]
# ### 7.2 How concentrated are reserves? (2 points)
# *Claim C14.* The Herfindahl-Hirschman index (HHI) adds up squared shares (between 0 and 1; do not
# rescale them). Compute it over the **named** currencies for the quarters that start on 2016-10-01
# and on 2025-01-01. Put the two numbers into the dictionary `hhi` with the labels `"2016"` and
# `"2025"`. Tolerance: 0.001.

# %%
#| stub
hhi = {"2016": ..., "2025": ...}

# %%
#| solution: The group "other" is left out, because it is many small currencies and not one large one.
squares = (reserves.drop(columns="other") / 100) ** 2
hhi = {"2016": squares.loc["2016-10-01"].sum(), "2025": squares.loc["2025-01-01"].sum()}

# %%
#| check
#| tolerance: 0.001
#| data: tables
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - Divide the shares by 100 first, so that they lie between 0 and 1.
#|   - Square each share, then add up one row.
#|   - The whole stays all allocated reserves, also when you leave out the group "other".
#| explanation: >
#|   Reserves became less concentrated, because the dollar lost share to many others. Leaving the
#|   group out makes the index a little too small and treating it as one currency makes it too
#|   large, so say which you did.
check("7.2", hhi)

# %%
#| wrong: You treated other as one currency. It is a group of many small ones.
squares = (reserves / 100) ** 2
hhi = {"2016": squares.loc["2016-10-01"].sum(), "2025": squares.loc["2025-01-01"].sum()}

# %%
#| wrong: You used shares in per cent, which gives the scale to 10,000. Use shares from 0 to 1.
squares = reserves.drop(columns="other") ** 2
hhi = {"2016": squares.loc["2016-10-01"].sum(), "2025": squares.loc["2025-01-01"].sum()}

# %%
#| wrong: You added the shares without squaring them.
shares = reserves.drop(columns="other") / 100
hhi = {"2016": shares.loc["2016-10-01"].sum(), "2025": shares.loc["2025-01-01"].sum()}

# %%
#| wrong: This is the square of the dollar's share alone. Add the other named currencies.
hhi = {
    "2016": (reserves.loc["2016-10-01", "USD"] / 100) ** 2,
    "2025": (reserves.loc["2025-01-01", "USD"] / 100) ** 2,
}

# %% [markdown]
# ### 7.3 Points, not per cent (1 point)
# *Claim C14.* By how many **percentage points** did the yuan's share (`CNY`) change over the last
# eight quarters: the last quarter minus the one eight quarters before it? Put it into `change`.
# Tolerance: 0.01.

# %%
#| stub
change = ...

# %%
#| solution: A difference of two shares is measured in points.
yuan = reserves["CNY"]
change = yuan.iloc[-1] - yuan.iloc[-9]

# %%
#| check
#| tolerance: 0.01
#| unit: percentage points
#| data: tables
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - Eight quarters before the last one is the ninth value from the end.
#|   - 'yuan.iloc[-9] is that value. Subtract it from the last one.'
#| explanation: >
#|   A share of two per cent that loses half a point loses a fifth of itself. Both numbers describe
#|   the same fall, so the unit must stand beside the number.
check("7.3", change)

# %%
#| wrong: This is the change in per cent of the earlier share. The question asks for points.
change = (reserves["CNY"].iloc[-1] / reserves["CNY"].iloc[-9] - 1) * 100

# %%
#| wrong: You subtracted the later share from the earlier one. A fall is negative.
change = reserves["CNY"].iloc[-9] - reserves["CNY"].iloc[-1]

# %%
#| wrong: You went back seven quarters. The eighth value from the end is seven steps away.
change = reserves["CNY"].iloc[-1] - reserves["CNY"].iloc[-8]

# %%
#| wrong: You went back four quarters, which is one year. Eight quarters are two years.
change = reserves["CNY"].iloc[-1] - reserves["CNY"].iloc[-5]

# %% [markdown]
# ### 7.4 The window decides (3 points)
# *Claim C14.* Fit a straight line to the yuan's share in three windows that all end with the last
# quarter and start on 2016-10-01, 2020-01-01 and 2022-01-01. What is the slope of each line, in
# percentage points **per year**? `np.polyfit(x, y, 1)` returns slope and level of a line. Put the
# three slopes into the dictionary `slopes` with the labels `2016`, `2020` and `2022`.
# Tolerance: 0.005.

# %%
yuan = reserves["CNY"].dropna()
len(yuan.loc["2022-01-01":])

# %%
#| stub
slopes = {2016: ..., 2020: ..., 2022: ...}

# %%
#| solution: Four quarters are one year, so the quarters are numbered in steps of one quarter of a year.
slopes = {}
for start in ("2016-10-01", "2020-01-01", "2022-01-01"):
    piece = yuan.loc[start:]
    years = np.arange(len(piece)) * 0.25
    slopes[int(start[:4])] = np.polyfit(years, piece, 1)[0]

# %%
#| check
#| tolerance: 0.005
#| unit: percentage points a year
#| data: tables
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - yuan.loc["2020-01-01":] is one of the windows.
#|   - The x values count years. np.arange(len(piece)) * 0.25 gives 0, 0.25, 0.5 and so on.
#|   - The first of the two numbers that np.polyfit returns is the slope.
#| explanation: >
#|   The sign of the trend depends on where the window starts, and each start can be defended. Show
#|   all of them, or choose the window before you look.
check("7.4", slopes)

# %%
#| wrong: These are slopes per quarter. Four quarters are one year.
slopes = {}
for start in ("2016-10-01", "2020-01-01", "2022-01-01"):
    piece = yuan.loc[start:]
    slopes[int(start[:4])] = np.polyfit(np.arange(len(piece)), piece, 1)[0]

# %%
#| wrong: You joined the first and the last point. The fitted line uses every quarter of the window.
slopes = {}
for start in ("2016-10-01", "2020-01-01", "2022-01-01"):
    piece = yuan.loc[start:]
    slopes[int(start[:4])] = (piece.iloc[-1] - piece.iloc[0]) / ((len(piece) - 1) / 4)

# %%
#| wrong: You gave the level at the start of each line. The slope is the first of the two numbers.
slopes = {}
for start in ("2016-10-01", "2020-01-01", "2022-01-01"):
    piece = yuan.loc[start:]
    slopes[int(start[:4])] = np.polyfit(np.arange(len(piece)) / 4, piece, 1)[1]

# %%
#| wrong: You used the longest window three times. Each slope has its own start.
slope = np.polyfit(np.arange(len(yuan)) / 4, yuan, 1)[0]
slopes = dict.fromkeys([2016, 2020, 2022], slope)

# %% [markdown]
# ### 7.5 When, or never? (2 points)
# *Claim C14.* Write a function `years_to(goal, now, slope)` that returns how many years a share needs
# from `now` to `goal` if it changes by `slope` points a year. `goal` is always above `now`. If the
# share does not rise, the goal is never reached: return `None`. The next cell prints the first case
# of the check. Tolerance: 0.01.


# %%
def draw_cases():
    """Draw a goal, a share and a slope."""
    from alignment.checks import fresh

    drawn = fresh("7.5", low=-0.4, high=0.6, size=3, cases=6)
    return [(10 + abs(a), 2 + b, c if abs(c) > 0.05 else -0.1) for a, b, c in drawn]


year_cases = draw_cases()
year_cases[0]

# %%
#| stub
years_to = ...


# %%
#| solution: The way that is left, divided by the speed; without speed there is no arrival.
def years_to(goal, now, slope):
    if slope <= 0:
        return None
    return (goal - now) / slope


# %%
#| check
#| tolerance: 0.01
#| unit: years
#| data: inputs
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - The way that is left is goal - now.
#|   - What happens with a slope of zero or below? Test for it first.
#| explanation: >
#|   A formula gives a number also where there is no answer. A negative number of years would mean
#|   that the goal was passed in the past, which is not what a falling share says.
check("7.5", years_to, on=year_cases)


# %%
#| wrong: A falling share does not reach a higher goal. Return None if the slope is not positive.
def years_to(goal, now, slope):
    return (goal - now) / slope


# %%
#| wrong: You divided the goal by the slope. The share starts from where it is now.
def years_to(goal, now, slope):
    return goal / slope if slope > 0 else None


# %%
#| wrong: You turned the fraction round. Years are way divided by speed.
def years_to(goal, now, slope):
    return slope / (goal - now) if slope > 0 else None


# %%
#| wrong: You took away the sign of the slope. A falling share never arrives.
def years_to(goal, now, slope):
    return (goal - now) / abs(slope)


# %% [markdown]
# ### 7.6 Nearly all of what? (2 points)
# *Claim C14.* `claims` holds what Russian officials said about the share of rouble and yuan in the
# trade of Russia and China. Take the claim of 2025 as true. What share of **all trade of China** in
# 2025 is that? Put it into `of_china`, in per cent. Tolerance: 0.02.

# %%
claims = load("finance_points").query("series == 'bilateral'").set_index("year")
trade = load("trade").set_index("year")
world = load("china_world_trade").set_index("year")
claims[["period", "value", "unit", "publisher"]]

# %%
#| stub
of_china = ...

# %%
#| solution: A share of a part, times the part, divided by the larger whole.
own_money = claims["value"][2025] / 100 * trade["total"][2025]
of_china = own_money / world["total"][2025] * 100

# %%
#| check
#| tolerance: 0.02
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: 7.1
#| hints:
#|   - First compute the amount, which is the claimed share times trade["total"] of 2025.
#|   - Then divide by all trade of China, world["total"] of 2025.
#|   - A claimed share in per cent must be divided by 100 before you multiply.
#| explanation: >
#|   The claim can be true to the last digit and still be small for China. A share of a small part
#|   says little about the whole.
check("7.6", of_china)

# %%
#| wrong: This is the claimed share of the trade of the two. Of what is it asked?
of_china = claims["value"][2025]

# %%
#| wrong: This is all trade of the two. Take only the part that the claim names.
of_china = trade["total"][2025] / world["total"][2025] * 100

# %%
#| wrong: You divided by China's exports. The trade of the two counts both directions.
of_china = claims["value"][2025] * trade["total"][2025] / world["exports"][2025]

# %%
#| wrong: You divided the claim by the share of Russia. Shares of shares are multiplied.
of_china = claims["value"][2025] / (trade["total"][2025] / world["total"][2025] * 100)

# %% [markdown]
# ### 7.7 How fast did CIPS grow? (1 point)
# *Claim C14.* `cips` holds the value that China's payment system settled, in trillion yuan. By how
# many per cent did it change from 2023 to 2024? Put it into `growth`. Tolerance: 0.2.

# %%
finance = load("finance_points")
cips = finance[finance["series"] == "cips_value"].set_index("year")["value"]
cips

# %%
#| stub
growth = ...

# %%
#| solution: The change divided by the earlier value.
growth = (cips[2024] / cips[2023] - 1) * 100

# %%
#| check
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - Growth is measured from the level of the year before.
#|   - Divide the later value by the earlier one, subtract 1, multiply by 100.
#| explanation: >
#|   The publisher printed a slightly larger number, perhaps from unrounded values. A fast growth of
#|   one system is no share of anything. For that you need the whole.
check("7.7", growth)

# %%
#| wrong: You divided by the later year. Growth is measured from where it started.
growth = (1 - cips[2023] / cips[2024]) * 100

# %%
#| wrong: This is the change in trillion yuan. Divide it by the value of 2023.
growth = cips[2024] - cips[2023]

# %%
#| wrong: You started from 2022. The question asks for one year.
growth = (cips[2024] / cips[2022] - 1) * 100

# %%
#| wrong: This is the later value in per cent of the earlier one. Subtract the start.
growth = cips[2024] / cips[2023] * 100

# %% [markdown]
# ### 7.8 A ratio of small numbers (2 points)
# *Claim C14.* The head of Russia's central bank said in 2024 that the yuan's share of payments had
# risen many times in two years: 86-fold for exports and eightfold for imports. Check it with the
# published points: divide the share of `2024-02` by the share of `2022-01`, for `cny_exports` and for
# `cny_imports`. Put the two ratios into the dictionary `times` with the labels `"exports"` and
# `"imports"`. Tolerance: 0.1.

# %%
points = finance[finance["series"].isin(["cny_exports", "cny_imports"])]
paid = points.pivot(index="period", columns="series", values="value")
paid

# %%
#| stub
times = {"exports": ..., "imports": ...}

# %%
#| solution: The later share divided by the earlier one.
ratio = paid.loc["2024-02"] / paid.loc["2022-01"]
times = {"exports": ratio["cny_exports"], "imports": ratio["cny_imports"]}

# %%
#| check
#| tolerance: 0.1
#| data: tables
#| claims: [C14]
#| objective: 7.3
#| hints:
#|   - paid.loc["2024-02"] is one row with two numbers.
#|   - '"Many times as much" is a ratio of two levels.'
#| explanation: >
#|   Neither ratio is the quoted one. A base of half a per cent is rounded, and a little more or
#|   less of it changes the ratio by dozens. Multiples of a tiny base are mostly rounding, so quote
#|   the two shares instead.
check("7.8", times)

# %%
#| wrong: You divided the earlier share by the later one.
ratio = paid.loc["2022-01"] / paid.loc["2024-02"]
times = {"exports": ratio["cny_exports"], "imports": ratio["cny_imports"]}

# %%
#| wrong: You subtracted the start. "Times as much" is the plain ratio of the two levels.
ratio = paid.loc["2024-02"] / paid.loc["2022-01"] - 1
times = {"exports": ratio["cny_exports"], "imports": ratio["cny_imports"]}

# %%
#| wrong: These are differences in points. The question asks how many times as large.
ratio = paid.loc["2024-02"] - paid.loc["2022-01"]
times = {"exports": ratio["cny_exports"], "imports": ratio["cny_imports"]}

# %%
#| wrong: You exchanged exports and imports.
ratio = paid.loc["2024-02"] / paid.loc["2022-01"]
times = {"imports": ratio["cny_exports"], "exports": ratio["cny_imports"]}

# %% [markdown]
# ### 7.9 Where did the dollar's points go? (3 points)
# *Claim C14.* From the quarter that starts on 2016-10-01 to the last one the dollar lost a number of
# points in `reserves`. What per cent **of that loss** equals the gain of the yuan (`CNY`), and what
# per cent the gain of `other`? Put the two into the dictionary `went` with the labels `"CNY"` and
# `"other"`. Tolerance: 0.2.

# %%
#| stub
went = {"CNY": ..., "other": ...}

# %%
#| solution: Each gain in points is divided by the dollar's loss in points.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
went = {name: moved[name] / -moved["USD"] * 100 for name in ("CNY", "other")}

# %%
#| check
#| tolerance: 0.2
#| unit: per cent of the loss
#| data: tables
#| claims: [C14]
#| objective: 7.1
#| hints:
#|   - Subtract the early quarter from the last one, for every currency at once.
#|   - The dollar's change is negative. Its loss is the same number without the sign.
#|   - Divide the gain of each by the loss and multiply by 100.
#| explanation: >
#|   The largest gainer is the group of many small currencies and not the yuan. And a gain is not a
#|   transfer, because no table says which bank sold dollars to buy yuan.
check("7.9", went)

# %%
#| wrong: These are the gains in points. Divide them by the points that the dollar lost.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
went = {name: moved[name] for name in ("CNY", "other")}

# %%
#| wrong: The sign is wrong. The dollar's loss is positive, and so are the two gains.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
went = {name: moved[name] / moved["USD"] * 100 for name in ("CNY", "other")}

# %%
#| wrong: You divided by the early share of each currency, which gives its own growth.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
went = {name: moved[name] / reserves.loc["2016-10-01", name] * 100 for name in ("CNY", "other")}

# %%
#| wrong: You used the shares of the last quarter. The question asks for the change since 2016.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
went = {name: reserves.iloc[-1][name] / -moved["USD"] * 100 for name in ("CNY", "other")}

# %% [markdown]
# ### 7.10 China's Treasuries (2 points)
# *Claim C14.* `bonds` holds US Treasury securities in billion dollars, by month and holder. Compare
# November 2013 with December 2025 for China: by how many per cent did its holdings change
# (`"change"`), and what per cent of **all foreign holdings** did it have in December 2025
# (`"share"`)? Put the two into the dictionary `china`. Tolerance: 0.1.

# %%
bonds = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
bonds.loc[["2013-11-01", "2025-12-01"]]

# %%
#| stub
china = {"change": ..., "share": ...}

# %%
#| solution: The change has the earlier level as its base; the share has all foreign holders as its whole.
then, now = bonds.loc["2013-11-01"], bonds.loc["2025-12-01"]
china = {
    "change": (now["China"] / then["China"] - 1) * 100,
    "share": now["China"] / now["All foreign holders"] * 100,
}

# %%
#| check
#| tolerance: 0.1
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: 7.1
#| hints:
#|   - A change is measured from the earlier level.
#|   - The whole of the share is the column "All foreign holders" in the same month.
#| explanation: >
#|   Bonds are counted where they are kept, so holdings of China in Belgium or Luxembourg are not in
#|   its row. And a country that is missing from the list does not hold nothing.
check("7.10", china)

# %%
#| wrong: You measured the change from the later level. Its base is 2013.
then, now = bonds.loc["2013-11-01"], bonds.loc["2025-12-01"]
china = {
    "change": (1 - then["China"] / now["China"]) * 100,
    "share": now["China"] / now["All foreign holders"] * 100,
}

# %%
#| wrong: This is the share of 2013. The question asks for December 2025.
then, now = bonds.loc["2013-11-01"], bonds.loc["2025-12-01"]
china = {
    "change": (now["China"] / then["China"] - 1) * 100,
    "share": then["China"] / then["All foreign holders"] * 100,
}

# %%
#| wrong: Your whole is China and Japan together. It must be all foreign holders.
then, now = bonds.loc["2013-11-01"], bonds.loc["2025-12-01"]
china = {
    "change": (now["China"] / then["China"] - 1) * 100,
    "share": now["China"] / (now["China"] + now["Japan"]) * 100,
}

# %%
#| wrong: The change is in billion dollars. Divide it by the holdings of 2013.
then, now = bonds.loc["2013-11-01"], bonds.loc["2025-12-01"]
china = {
    "change": now["China"] - then["China"],
    "share": now["China"] / now["All foreign holders"] * 100,
}

# %% [markdown]
# ### 7.11 Partners, not rows (3 points)
# *Claim C14.* `lines` holds agreements by which a central bank lends its money to another one
# (`recipient`). Renewals are rows of their own. With how many **different** recipients did China
# (`source` is `"CHN"`) have a line in force on 31 December 2022? A line is in force from `start` to
# `end`; an empty `end` means open. Leave out pooled funds (`kind` is `"pooled fund"`). Put the number
# into `partners`.

# %%
lines = load("swap_lines")
day = pd.Timestamp("2022-12-31")
lines[["source", "recipient", "start", "end", "kind", "form"]].tail(3)

# %%
#| stub
partners = ...

# %%
#| solution: First the lines that are in force on the day, then the different recipients among them.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
live = live[(live["source"] == "CHN") & (live["kind"] != "pooled fund")]
partners = live["recipient"].nunique()

# %%
#| check
#| unit: partners
#| data: tables
#| claims: [C14]
#| objective: 7.4
#| hints:
#|   - 'lines["start"] <= day keeps the lines that had begun.'
#|   - A line has not ended if end is empty or not before the day.
#|   - nunique() counts different values, len() counts rows.
#| explanation: >
#|   A table of agreements is not a list of partners. Lines end and are renewed, one partner can have
#|   two at once, and a pooled fund joins many. A line also says only what could be lent, not what
#|   was.
check("7.11", partners)

# %%
#| wrong: You counted rows. A partner with two lines is one partner.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
partners = len(live[(live["source"] == "CHN") & (live["kind"] != "pooled fund")])

# %%
#| wrong: You counted every partner that ever had a line. Some had ended by that day.
own = lines[(lines["source"] == "CHN") & (lines["kind"] != "pooled fund")]
partners = own["recipient"].nunique()

# %%
#| wrong: You left the pooled funds in.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
partners = live[live["source"] == "CHN"]["recipient"].nunique()

# %%
#| wrong: These are the partners of the United States. The question asks for China.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
partners = live[live["source"] == "USA"]["recipient"].nunique()

# %% [markdown]
# ### 7.12 Out of dollar and euro (1 point)
# *Claim C14.* By how many percentage points did the share of dollar and euro in payments for Russia's
# exports (`usd_eur_exports`) change from `2022-01` to `2023-06`? Put it into `shift`. Tolerance: 0.5.

# %%
western = finance[finance["series"].isin(["usd_eur_exports", "usd_eur_imports"])]
western = western.pivot(index="period", columns="series", values="value")
western

# %%
#| stub
shift = ...

# %%
#| solution: The later share minus the earlier one, in points.
shift = western.loc["2023-06", "usd_eur_exports"] - western.loc["2022-01", "usd_eur_exports"]

# %%
#| check
#| tolerance: 0.5
#| unit: percentage points
#| data: tables
#| claims: [C14]
#| objective: 7.2
#| hints:
#|   - Take the column of the exports and the two periods that are named.
#|   - A fall is negative.
#| explanation: >
#|   Here the change is large and agrees with what one would expect after sanctions. It concerns
#|   Russia's trade with all countries, and it says nothing about the trade of others.
check("7.12", shift)

# %%
#| wrong: This is the change in per cent of the share. The question asks for points.
shift = (western.loc["2023-06"] / western.loc["2022-01"] - 1)["usd_eur_exports"] * 100

# %%
#| wrong: These are payments for imports. The question asks for exports.
shift = western.loc["2023-06", "usd_eur_imports"] - western.loc["2022-01", "usd_eur_imports"]

# %%
#| wrong: You stopped in December 2022. The question goes to 2023-06.
shift = western.loc["2022-12", "usd_eur_exports"] - western.loc["2022-01", "usd_eur_exports"]

# %%
#| wrong: You subtracted the later share from the earlier one. A fall is negative.
shift = western.loc["2022-01", "usd_eur_exports"] - western.loc["2023-06", "usd_eur_exports"]

# %% [markdown]
# ### 7.13 Five claims, how many sources? (1 point)
# *Claim C14.* Look at the column `publisher` of `claims` in question 7.6. What can be said about the
# five claims together? Set `grade` to one of these words:
#
# - `"confirmed"`: five statements agree, so the number is confirmed;
# - `"false"`: the sources have an interest, so the numbers are false;
# - `"one interest"`: all come from one interested side, so they do not confirm each other;
# - `"average"`: the true value is the average of the five.

# %%
#| stub
grade = ...

# %%
#| solution: Repetition by one side is not corroboration, and interest is not falsity.
grade = "one interest"

# %%
#| check
#| data: none
#| claims: [C14]
#| objective: 7.3
#| choices: [confirmed, "false", one interest, average]
#| hints:
#|   - Who speaks in each row, and for whom does that person work?
#|   - Would an interested source always say something false?
#| explanation: >
#|   Two questions must be kept apart. Is the source interested, and does somebody independent say
#|   the same? Here the first answer is yes and the second is not known.
check("7.13", grade)

# %%
#| wrong: Five statements of one government are one source. Who else has counted?
grade = "confirmed"

# %%
#| wrong: An interest is a reason to look for other evidence. It does not make a number false.
grade = "false"

# %%
#| wrong: The claims are of different dates and describe a rise. An average of them describes no day.
grade = "average"

# %% [markdown]
# ### 7.14 Two systems, two jobs (1 point)
# *Claims C14, C27.* CIPS grew fast, and the yuan's share of SWIFT payments is small. Which sentence is
# right? Set `systems` to one of these words:
#
# - `"replaces"`: CIPS has replaced SWIFT for payments in yuan;
# - `"different jobs"`: SWIFT carries messages and CIPS settles payments, so one payment can use both;
# - `"same thing"`: the two count the same payments, so one of the numbers must be wrong;
# - `"no banks"`: payments through CIPS need no bank, so threats against banks cannot touch them.

# %%
#| stub
systems = ...

# %%
#| solution: A message says that money shall move; settlement moves it.
systems = "different jobs"

# %%
#| check
#| data: none
#| claims: [C14, C27]
#| objective: 7.1
#| choices: [replaces, different jobs, same thing, no banks]
#| hints:
#|   - What does each system do with a payment? Look at step 4 of lesson 07.
#|   - Who takes part in CIPS?
#| explanation: >
#|   Two numbers about two jobs cannot be divided by each other and cannot refute each other. Banks
#|   take part in both, so a threat against a bank works whichever system it uses.
check("7.14", systems)

# %%
#| wrong: Growth of one does not show that the other is gone. Many CIPS payments use SWIFT messages.
systems = "replaces"

# %%
#| wrong: They count different things. One counts messages in all currencies, one settled yuan.
systems = "same thing"

# %%
#| wrong: The members of CIPS are banks. In 2024 some of them stopped payments after a threat.
systems = "no banks"

# %% [markdown]
# ### 7.15 Your score sheet (2 points)
# *Claim C14.* Judge the financial domain on six criteria. What would be different if both states
# existed with the same aims, but did not cooperate? For each letter give the lowest, the most likely
# and the highest score from 0 to 100, and your evidence. A right score below your lowest, or above
# your highest, should surprise you one time in ten. Any opinion is right; the check looks at the form
# only. The next cell prints the criteria.

# %%
from alignment.checks import forms

for row in load("criteria").itertuples():
    print(f"{row.criterion}  {row.name}: {row.prompt}")

# %%
#| stub
# One row per criterion: (lowest, most likely, highest, "evidence").
sheet = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %%
#| solution: These scores are an illustration; any scores with evidence are as good as these.
sheet = {
    "A": (15, 35, 55, "Payments between the two can go on without the dollar (7.6)"),
    "B": (30, 50, 70, "Lines between central banks are standing agreements (7.11)"),
    "C": (10, 30, 60, "The yuan's share of reserves is below its peak (7.4)"),
    "D": (15, 30, 50, "No trend points to a large share soon (7.4, 7.5)"),
    "E": (30, 55, 80, "Systems that are built stay when sanctions end (7.7)"),
    "F": (15, 30, 45, "Banks stopped payments after a threat (7.14)"),
}

# %%
#| check
#| data: none
#| claims: [C14]
#| objective: 7.3
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 7.6").
#| explanation: >
#|   A range says how sure you are, and a note says why. You will weigh this sheet against the
#|   other domains in lesson 08.
check("7.15", forms.score_sheet(sheet))

# %%
#| wrong: Criterion E is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 7.6 above"))
sheet["E"] = (60, 40, 20, "seen in question 7.6 above")

# %%
#| wrong: Criterion A has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 7.6 above"))
sheet["A"] = (20, 40, 160, "seen in question 7.6 above")

# %%
#| wrong: Criterion C has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 7.6 above"))
sheet["C"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: D.
sheet = dict.fromkeys("ABCEF", (20, 40, 60, "seen in question 7.6 above"))

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about money and the alignment, how
# sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("cofer"))` prints its source and `describe("cofer")` says
# what each column means.
