# %% [markdown]
# # Exercises 7: the financial order
#
# Fourteen short questions on reserves, payments and bonds. They follow lesson 07. You can stop at
# any time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **tell** shares apart by their wholes;
# - **compute** concentration, change and trend, and say how the window matters;
# - **grade** claims by who states them;
# - **count** what a table holds without counting twice.
#
# The questions test claim C14 of the reading (systems that reduce reliance on structures led by the
# United States) and C27 (what could change China's support).

# %%
#| setup
import numpy as np
import pandas as pd

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

pd.set_option("display.max_colwidth", None)

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
#| step: "2"
#| tolerance: 0.02
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: count
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
#| step: "2"
#| tolerance: 0.001
#| data: tables
#| claims: [C14]
#| objective: compute
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
#| step: "3"
#| tolerance: 0.01
#| unit: percentage points
#| data: tables
#| claims: [C14]
#| objective: compute
#| hints:
#|   - Eight quarters before the last one is the ninth value from the end.
#|   - 'yuan.iloc[-9] is that value. Subtract it from the last one.'
#| explanation: >
#|   A share of two and a half per cent that loses half a point loses a fifth of itself. Both numbers describe
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
# ### 7.16 The euro since 1999 (2 points)
# *Claim C14.* Lesson 07 asks who gained what the dollar lost since 2016. Take a longer window: from the
# first quarter of `reserves` to the last one. What per cent **of the dollar's loss** equals the gain of
# the euro (`EUR`)? Put it into `euro_part`. Tolerance: 0.2.

# %%
#| stub
euro_part = ...

# %%
#| solution: The gain in points is divided by the loss in points.
early, late = reserves.iloc[0], reserves.iloc[-1]
euro_part = (late["EUR"] - early["EUR"]) / (early["USD"] - late["USD"]) * 100

# %%
#| check
#| step: "2"
#| core: true
#| tolerance: 0.2
#| unit: per cent of the loss
#| data: tables
#| claims: [C14]
#| objective: tell
#| hints:
#|   - Subtract the first quarter from the last one, for every currency at once.
#|   - The dollar's change is negative. Its loss is the same number without the sign.
#| explanation: >
#|   In a quarter of a century the second currency of the world gained about a seventh of what the
#|   dollar lost. The rest is spread over pound, yuan and many others. And a gain is not a transfer.
check("7.16", euro_part)

# %%
#| wrong: This is the window from 2016. Start with the first quarter of the table.
moved = reserves.iloc[-1] - reserves.loc["2016-10-01"]
euro_part = moved["EUR"] / -moved["USD"] * 100

# %%
#| wrong: This is the growth of the euro's own share. Divide by the points that the dollar lost.
euro_part = (reserves["EUR"].iloc[-1] / reserves["EUR"].iloc[0] - 1) * 100

# %%
#| wrong: These are the euro's points. Divide them by the points that the dollar lost.
euro_part = reserves["EUR"].iloc[-1] - reserves["EUR"].iloc[0]

# %%
#| wrong: The sign is wrong. The dollar's loss is positive, and so is the euro's gain.
moved = reserves.iloc[-1] - reserves.iloc[0]
euro_part = moved["EUR"] / moved["USD"] * 100

# %% [markdown]
# ### 7.17 A pair that the machine accepts (2 points)
# *Claim C14.* `quantities` is the table of the denominator machine in lesson 07. The column `inside` names
# the wholes that a quantity lies in; everything else is refused. Take the bonds **kept in Belgium**. What
# per cent are they of the one whole that the machine accepts? Put it into `accepted`. Tolerance: 0.05.

# %%
quantities = load("quantities").set_index("name")
quantities[["value", "unit", "kind", "inside"]]

# %%
#| stub
accepted = ...

# %%
#| solution: The table says in which whole the part lies; divide by that one.
belgium = quantities.loc["Treasuries kept in Belgium"]
accepted = belgium["value"] / quantities.loc[belgium["inside"], "value"] * 100

# %%
#| check
#| step: "1"
#| core: true
#| tolerance: 0.05
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: tell
#| hints:
#|   - Read the column inside in the row of Belgium.
#|   - Divide the value of that row by the value of the whole it names.
#| explanation: >
#|   Bonds kept in Belgium lie in all bonds held abroad. They do not lie in the bonds recorded for China,
#|   even if some of them belong to China, so that ratio is refused.
check("7.17", accepted)

# %%
#| wrong: The machine refuses this pair. Bonds kept in Belgium are no part of those recorded for China.
value = quantities["value"]
accepted = value["Treasuries kept in Belgium"] / value["Treasuries held by China"] * 100

# %%
#| wrong: The part goes above the line and the whole below it.
value = quantities["value"]
accepted = value["Treasuries held abroad"] / value["Treasuries kept in Belgium"] * 100

# %%
#| wrong: This is the share of China. The question asks for the bonds kept in Belgium.
value = quantities["value"]
accepted = value["Treasuries held by China"] / value["Treasuries held abroad"] * 100

# %%
#| wrong: The question asks for per cent. Multiply the share by 100.
value = quantities["value"]
accepted = value["Treasuries kept in Belgium"] / value["Treasuries held abroad"]

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
#| step: "3"
#| tolerance: 0.01
#| unit: years
#| data: inputs
#| claims: [C14]
#| objective: compute
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
# ### 7.8 A ratio of small numbers (2 points)
# *Claim C14.* In January 2024 an agency wrote, from an interview with the head of Russia's central bank,
# that the yuan's share of payments for exports had risen 86-fold in two years. Two pages give different
# shares for the start: `bases`, by publisher. `latest` is the newest share that she named. How many times
# as large as each base is it? Put the two ratios into the dictionary `times` with the labels `"bank"` (the base from her interview, on
# PRIME) and `"press"` (the base printed by RIAMO). Tolerance: 0.5.

# %%
finance = load("finance_points")
yuan_paid = finance[finance["series"] == "cny_exports"]
bases = yuan_paid[yuan_paid["period"] == "2022-01"].set_index("publisher")["value"]
latest = yuan_paid.set_index("period").loc["2023-Q4", "value"]
print(bases.to_string(), f"latest: {latest}", sep="\n")

# %%
#| stub
times = {"bank": ..., "press": ...}

# %%
#| solution: The later share divided by each of the two earlier ones.
ratio = latest / bases
times = {
    "bank": ratio["Bank of Russia (Nabiullina) via PRIME"],
    "press": ratio["Bank of Russia via RIAMO"],
}

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.5
#| data: tables
#| claims: [C14]
#| objective: grade
#| hints:
#|   - '"How many times as large" is a ratio of two levels. Which one goes above the line?'
#|   - bases holds two numbers under their publishers. Divide latest by each.
#| explanation: >
#|   The quoted 86 is right for its own base. Two bases that round to the same half a per cent give
#|   ratios far apart. Multiples of a tiny base are mostly a choice of base, so quote the two shares.
check("7.8", times)

# %%
#| wrong: You divided the earlier share by the later one.
ratio = bases / latest
times = {
    "bank": ratio["Bank of Russia (Nabiullina) via PRIME"],
    "press": ratio["Bank of Russia via RIAMO"],
}

# %%
#| wrong: These are differences in points. The question asks how many times as large.
ratio = latest - bases
times = {
    "bank": ratio["Bank of Russia (Nabiullina) via PRIME"],
    "press": ratio["Bank of Russia via RIAMO"],
}

# %%
#| wrong: You exchanged the two publishers.
ratio = latest / bases
times = {
    "bank": ratio["Bank of Russia via RIAMO"],
    "press": ratio["Bank of Russia (Nabiullina) via PRIME"],
}

# %%
#| wrong: You took the mean of the two bases. Each ratio needs its own base.
times = {"bank": latest / bases.mean(), "press": latest / bases.mean()}

# %% [markdown]
# ### 7.18 "China dumped half its Treasuries" (3 points)
# *Claim C14.* So a headline might say; it would compare the column `China` of `bonds` in November 2013 with December
# 2025. Test an **upper case**: suppose that everything kept in Belgium was China's, in **both** months.
# By how many per cent did China's holdings change then? Put it into `upper`. Tolerance: 0.1.

# %%
bonds = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
bonds.loc[["2013-11-01", "2025-12-01"], ["China", "Belgium", "All foreign holders"]]

# %%
#| stub
upper = ...

# %%
#| solution: Add Belgium to China in both months, then compare the two sums.
both = bonds["China"] + bonds["Belgium"]
upper = (both["2025-12-01"] / both["2013-11-01"] - 1) * 100

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.1
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: tell
#| hints:
#|   - The assumption holds for both months. Add first, then compare.
#|   - The change is the later sum divided by the earlier sum, minus 1, times 100.
#| explanation: >
#|   The two cases show how much hangs on custody. They are no limits: China's part of Belgium may have
#|   changed, and there are other custodians. A range with its assumptions says more than one number.
check("7.18", upper)

# %%
#| wrong: This is the headline. Add Belgium to China in both months first.
upper = (bonds.loc["2025-12-01", "China"] / bonds.loc["2013-11-01", "China"] - 1) * 100

# %%
#| wrong: You added Belgium at the end only. The assumption holds for both months.
end = bonds.loc["2025-12-01", "China"] + bonds.loc["2025-12-01", "Belgium"]
upper = (end / bonds.loc["2013-11-01", "China"] - 1) * 100

# %%
#| wrong: This is the change in billion dollars. Divide it by the sum of 2013.
both = bonds["China"] + bonds["Belgium"]
upper = both["2025-12-01"] - both["2013-11-01"]

# %%
#| wrong: You divided by the later sum. A change is measured from where it started.
both = bonds["China"] + bonds["Belgium"]
upper = (1 - both["2013-11-01"] / both["2025-12-01"]) * 100

# %% [markdown]
# ### 7.19 Nearly all of a smaller whole (3 points)
# *Claim C14.* "The yuan took over the Moscow Exchange": its share of the currency trade rose from about
# half to almost all within a month, when dollar and euro left the exchange. `exchange` holds the share
# (`cny_exchange`, per cent) and the turnover of the whole (`exchange_turnover`, billion roubles a day).
# By how many per cent did the **amount** of yuan trade a day change from May to June 2024? Put it into
# `amount`. Tolerance: 0.2.

# %%
exchange = finance[finance["series"].isin(["cny_exchange", "exchange_turnover"])]
exchange = exchange.pivot(index="period", columns="series", values="value")
exchange.loc["2024-05":]

# %%
#| stub
amount = ...

# %%
#| solution: Share times whole is the amount; compare the amounts.
roubles = exchange["cny_exchange"] * exchange["exchange_turnover"] / 100
amount = (roubles["2024-06"] / roubles["2024-05"] - 1) * 100

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C14]
#| objective: tell
#| hints:
#|   - A share and its whole give the amount. How?
#|   - Multiply the two columns, month by month, and compare the two products.
#| explanation: >
#|   The share grew by far more than the amount, because the whole became smaller by about a third. Outside the
#|   exchange the yuan's share hardly moved. A share close to 100 can mean that the others had to go.
check("7.19", amount)

# %%
#| wrong: This is the growth of the share. The question asks for the amount, so use the turnover too.
share = exchange["cny_exchange"]
amount = (share["2024-06"] / share["2024-05"] - 1) * 100

# %%
#| wrong: This is the difference of the shares in points. The question asks for the change of the amount.
amount = exchange.loc["2024-06", "cny_exchange"] - exchange.loc["2024-05", "cny_exchange"]

# %%
#| wrong: This is the change of the whole turnover. The question asks for the yuan's part of it.
turnover = exchange["exchange_turnover"]
amount = (turnover["2024-06"] / turnover["2024-05"] - 1) * 100

# %%
#| wrong: You divided by the later amount. A change is measured from where it started.
roubles = exchange["cny_exchange"] * exchange["exchange_turnover"] / 100
amount = (1 - roubles["2024-05"] / roubles["2024-06"]) * 100

# %% [markdown]
# ### 7.20 Two methods in one list (2 points)
# *Claim C14.* `swift` holds the yuan's share of world payments, in per cent, by month. In **July 2023** the
# publisher changed its method. By how many percentage points did the share change from the first month
# to the last month that were counted **by the new method**? Put it into `change`. Tolerance: 0.005.

# %%
swift = finance[finance["series"] == "swift_rmb"].set_index("period")["value"].sort_index()
swift.loc["2023":]

# %%
#| stub
change = ...

# %%
#| solution: Keep the months from July 2023 on, then subtract the first from the last.
new_method = swift.loc["2023-07":]
change = new_method.iloc[-1] - new_method.iloc[0]

# %%
#| check
#| step: "3"
#| tolerance: 0.005
#| unit: percentage points
#| data: tables
#| claims: [C14]
#| objective: grade
#| hints:
#|   - Which months may be compared with each other?
#|   - swift.loc["2023-07":] keeps the months from July 2023 on.
#| explanation: >
#|   Across the break the yuan seems to gain; within the new method it lost. The euro "fell" by almost
#|   nine points from May to November 2023, a sign that the ruler changed more than the payments.
check("7.20", change)

# %%
#| wrong: You compared across the break of July 2023. Keep one method.
change = swift.iloc[-1] - swift["2023-05"]

# %%
#| wrong: You started with the first month of the table, which was counted by the old method.
change = swift.iloc[-1] - swift.iloc[0]

# %%
#| wrong: You subtracted the last month from the first. A fall is negative.
new_method = swift.loc["2023-07":]
change = new_method.iloc[0] - new_method.iloc[-1]

# %%
#| wrong: This is the change in per cent. The difference of two shares is in points.
new_method = swift.loc["2023-07":]
change = (new_method.iloc[-1] / new_method.iloc[0] - 1) * 100

# %% [markdown]
# ### 7.11 Partners, not rows (3 points)
# *Claim C14.* `lines` holds agreements by which a central bank lends its money to another one
# (`recipient`). Renewals are rows of their own. With how many **different** recipients did China
# (`source` is `"CHN"`) and the United States (`"USA"`) each have a line in force on 31 December 2022? A
# line is in force from `start` to `end`; an empty `end` means open. Leave out pooled funds (`kind` is
# `"pooled fund"`). Put the two numbers into the dictionary `partners` with the labels `"CHN"` and
# `"USA"`.

# %%
lines = load("swap_lines")
day = pd.Timestamp("2022-12-31")
lines[["source", "recipient", "start", "end", "kind", "form"]].tail(3)

# %%
#| stub
partners = {"CHN": ..., "USA": ...}

# %%
#| solution: First the lines that are in force on the day, then the different recipients of each source.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
live = live[live["kind"] != "pooled fund"]
partners = live.groupby("source")["recipient"].nunique()

# %%
#| check
#| unit: partners
#| data: tables
#| claims: [C14]
#| objective: count
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
#| wrong: You dropped the lines with an empty end. They are open, so they are in force.
live = lines[(lines["start"] <= day) & (lines["end"] >= day)]
live = live[live["kind"] != "pooled fund"]
partners = live.groupby("source")["recipient"].nunique()

# %%
#| wrong: You counted rows. A partner with two lines is one partner.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
partners = live[live["kind"] != "pooled fund"].groupby("source")["recipient"].size()

# %%
#| wrong: You counted every partner that ever had a line. Some had ended by that day.
own = lines[lines["kind"] != "pooled fund"]
partners = own.groupby("source")["recipient"].nunique()

# %%
#| wrong: You left the pooled funds in.
live = lines[(lines["start"] <= day) & (lines["end"].isna() | (lines["end"] >= day))]
partners = live.groupby("source")["recipient"].nunique()

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
#| step: "4"
#| tolerance: 0.5
#| unit: percentage points
#| data: tables
#| claims: [C14]
#| objective: compute
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
# *Claim C14.* `claims` holds five statements on the share of rouble and yuan in the trade between Russia
# and China. Look at the column `publisher`. What can be said about the five claims together? Set `grade`
# to one of these words:
#
# - `"confirmed"`: five statements agree, so the number is confirmed;
# - `"false"`: the sources have an interest, so the numbers are false;
# - `"one interest"`: all come from one interested side, so they do not confirm each other;
# - `"average"`: the true value is the average of the five.

# %%
claims = finance[finance["series"] == "bilateral"]
claims[["period", "value", "publisher"]]

# %%
#| stub
grade = ...

# %%
#| solution: Repetition by one side is not corroboration, and interest is not falsity.
grade = "one interest"

# %%
#| check
#| step: "1"
#| core: true
#| data: none
#| claims: [C14]
#| objective: grade
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
#| step: "4"
#| data: none
#| claims: [C14, C27]
#| objective: tell
#| choices: [replaces, different jobs, same thing, no banks]
#| hints:
#|   - What does each system do with a payment? Look at step 4 of lesson 07.
#|   - Who takes part in CIPS?
#| explanation: >
#|   Two numbers about two jobs cannot be divided by each other and cannot refute each other. Banks
#|   take part in both, so a threat against a bank can work whichever system it uses.
check("7.14", systems)

# %%
#| wrong: Growth of one does not show that the other is gone. Many CIPS payments use SWIFT messages.
systems = "replaces"

# %%
#| wrong: They count different things. One counts messages in all currencies, one settled yuan.
systems = "same thing"

# %%
#| wrong: The members of CIPS are mostly banks. In 2024 some Chinese banks were said to stop payments after a threat.
systems = "no banks"

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about money and the alignment, how
# sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("cofer"))` prints its source and `describe("cofer")` says
# what each column means.
