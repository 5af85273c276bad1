# %% [markdown]
# # Exercises 4: the economic domain
#
# Eighteen short questions on trade and energy between China and Russia. They follow lesson 04.
# Plan about 75 minutes. You can stop at any time; your progress is kept.
#
# **Objectives.** **4.1** compute growth, shares, concentration and asymmetry ·
# **4.2** reconcile figures that come from different sources ·
# **4.3** read a series before and after an event · **4.4** test a claim about cause and effect
# against what else could explain the data.
#
# Each question names the claim of the reading that it tests: C3 (the partnership deepens),
# C7 (China's support sustains the war), C13 (new supply routes), C21 (China's economic stakes),
# C27 (pressure on banks and firms changes behaviour).

# %%
#| setup
import pandas as pd
import plotly.graph_objects as go

from alignment.checks import check, hint, solution
from alignment.tables import cite, describe, load

# %% [markdown]
# `trade` holds China's trade with Russia by year, in billion US dollars. `exports` go from China
# to Russia; `imports` come from Russia to China; `total` is both together.

# %%
trade = load("trade").set_index("year")
trade.loc[2020:, ["total", "exports", "imports"]]

# %% [markdown]
# ### 4.1 Growth from year to year (2 points)
# *Claim C3.* By how many per cent did `trade["total"]` change from the year before, in each of
# the years 2022, 2023, 2024 and 2025? Put the four numbers into `growth`, as a series with the
# years as labels or as a dictionary such as `{2022: ..., 2023: ...}`. Tolerance: 0.2 per cent.

# %%
#| stub
growth = ...

# %%
#| solution: Growth is the change divided by the level at the start of the year.
growth = trade["total"].pct_change().loc[2022:2025] * 100

# %%
#| check
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C3]
#| objective: 4.1
#| hints:
#|   - Growth compares a level with the level of the year before.
#|   - Divide the change by the earlier level, then multiply by 100.
#|   - pandas can do it. Try trade["total"].pct_change(), then choose the years with .loc[2022:2025].
#| explanation: >
#|   The base of a growth rate is always the earlier level. Dividing by the later level makes
#|   every rise look smaller and every fall look larger.
check("4.1", growth)

# %%
#| wrong: You divided by the later year. Growth is measured from where the year started.
total = trade["total"]
growth = ((total - total.shift(1)) / total).loc[2022:2025] * 100

# %%
#| wrong: This is the change in billion dollars. Divide it by the level of the year before.
growth = trade["total"].diff().loc[2022:2025]

# %%
#| wrong: You used China's exports only. The question asks for total trade.
growth = trade["exports"].pct_change().loc[2022:2025] * 100

# %%
#| wrong: You compared every year with 2021. Growth from year to year needs the year before.
growth = (trade["total"].loc[2022:2025] / trade["total"][2021] - 1) * 100

# %% [markdown]
# ### 4.2 Two growth rates for one year (1 point)
# *Claim C3.* When China Customs announced the trade of 2022, it also announced a growth rate for
# 2022. That rate is a little lower than the one you get from the two levels in `trade`. The level
# of 2021 in `trade` is the figure announced a year earlier. Which reason fits best? Set `reason`
# to one of these words:
#
# - `"inflation"`: customs took the rise of prices out of the rate;
# - `"revised"`: customs had raised its figure for 2021 in the meantime;
# - `"rounded"`: customs rounded the two levels to whole billions first;
# - `"mirror"`: customs used Russia's figures for one of the years.

# %%
#| stub
reason = ...

# %%
#| solution: A higher base gives a lower rate, so the level of 2021 must have been raised.
reason = "revised"

# %%
#| check
#| data: none
#| claims: [C3]
#| objective: 4.2
#| choices: [inflation, revised, rounded, mirror]
#| hints:
#|   - A rate has two parts, the level and the base. Which of them can change later?
#|   - If the base becomes larger and the level stays, what happens to the rate?
#| explanation: >
#|   Statistical offices correct a year's figure when late records come in. The published rate
#|   then uses the corrected base, and an old list of levels does not. Neither number is false,
#|   but they belong to two vintages and must not be mixed.
check("4.2", reason)

# %%
#| wrong: Trade in dollars is reported in current prices. Customs does not take inflation out.
reason = "inflation"

# %%
#| wrong: The levels are published to a hundredth of a billion; rounding is far too small.
reason = "rounded"

# %%
#| wrong: Each country's customs uses its own records. Think of what can happen to an old figure.
reason = "mirror"

# %% [markdown]
# ### 4.3 Growth that compounds (2 points)
# *Claim C3.* By what constant yearly rate would `trade["total"]` have had to grow to get from its
# level of 2021 to its level of 2024? Put the rate into `cagr` (compound annual growth rate), in
# per cent. Tolerance: 0.1 per cent.

# %%
#| stub
cagr = ...

# %%
#| solution: From 2021 to 2024 there are three steps of growth, and the cube root undoes three steps.
total = trade["total"]
cagr = ((total[2024] / total[2021]) ** (1 / 3) - 1) * 100

# %%
#| check
#| tolerance: 0.1
#| unit: per cent
#| data: tables
#| claims: [C3]
#| objective: 4.1
#| hints:
#|   - Each year multiplies the level by the same factor. How many times?
#|   - The ratio of the two levels is that factor to the power of the number of steps.
#|   - A root is a power. Use ** (1 / 3) on the ratio, subtract 1, multiply by 100.
#| explanation: >
#|   Growth multiplies, so the average growth of several years is found with a root and not with
#|   a mean. The mean of the yearly rates is always a little too high when the rates differ.
check("4.3", cagr)

# %%
#| wrong: You averaged the yearly rates. Average growth does not compound; take a root of the ratio.
cagr = trade["total"].pct_change().loc[2022:2024].mean() * 100

# %%
#| wrong: You divided the total growth by three. The second and third year grow from a higher level.
cagr = (trade["total"][2024] / trade["total"][2021] - 1) / 3 * 100

# %%
#| wrong: You used four steps. Four levels have three steps of growth between them.
cagr = ((trade["total"][2024] / trade["total"][2021]) ** (1 / 4) - 1) * 100

# %%
#| wrong: This is the growth over the whole time. The question asks for the rate per year.
cagr = (trade["total"][2024] / trade["total"][2021] - 1) * 100

# %% [markdown]
# ### 4.4 How much of China's trade is with Russia? (2 points)
# *Claim C21.* `world` holds China's trade with all countries, in billion US dollars. What share of
# China's total trade was trade with Russia in 2025? Put it into `share`, in per cent.
# Tolerance: 0.02 per cent.

# %%
world = load("china_world_trade").set_index("year")
world.loc[2022:, ["total", "exports", "imports"]]

# %%
#| stub
share = ...

# %%
#| solution: The part and the whole must be the same flow, here exports and imports together.
share = trade["total"][2025] / world["total"][2025] * 100

# %%
#| check
#| tolerance: 0.02
#| unit: per cent
#| data: tables
#| claims: [C21]
#| objective: 4.1
#| hints:
#|   - A share is a part divided by its whole. Which table holds the whole?
#|   - Use the same year and the same flow above and below the line.
#| explanation: >
#|   A share means something only if the part lies inside the whole. Total trade on top and only
#|   exports below gives a number that looks like a share and is none.
check("4.4", share)

# %%
#| wrong: You put total trade on top and only China's exports below. Use the total for both.
share = trade["total"][2025] / world["exports"][2025] * 100

# %%
#| wrong: This is Russia's share of China's imports. The question asks for total trade.
share = trade["imports"][2025] / world["imports"][2025] * 100

# %%
#| wrong: You used 2024 for both tables. The question asks for 2025.
share = trade["total"][2024] / world["total"][2024] * 100

# %%
#| wrong: The whole must be China's trade with all countries, not with all countries except Russia.
share = trade["total"][2025] / (world["total"][2025] - trade["total"][2025]) * 100

# %% [markdown]
# ### 4.5 Who needs whom more? (3 points)
# *Claim C21.* `of_russia` holds the share of Russia's exports that went to China, in per cent, for
# two years and from one source. The column `share_of_china_imports_pct` of `trade` holds the share
# of China's imports that came from Russia. How many times larger is the first share than the
# second, in 2021 and in 2023? Put the two ratios into `asymmetry`, with the years as labels.
# Tolerance: 0.02.

# %%
shares = load("dependence_shares").query("on_whom == 'China' and flow == 'exports'")
of_russia = shares[shares["claimant"] == "OEC"].set_index("year")["pct"]
of_russia

# %%
#| stub
asymmetry = ...

# %%
#| solution: Both shares describe the same goods, seen from the seller and from the buyer.
asymmetry = of_russia / trade["share_of_china_imports_pct"].loc[[2021, 2023]]

# %%
#| check
#| tolerance: 0.02
#| data: tables
#| claims: [C21]
#| objective: 4.1
#| hints:
#|   - Russia's exports to China are China's imports from Russia. Use the column that matches.
#|   - The words "how many times larger than" put the first share above the line.
#|   - pandas matches the labels of two series. Choose the two years with .loc[[2021, 2023]].
#| explanation: >
#|   The same goods weigh much more in Russia's sales than in China's purchases. The ratio measures
#|   exposure. It does not measure control, because the buyer may have few other sellers for a
#|   particular good.
check("4.5", asymmetry)

# %%
#| wrong: You divided China's side by Russia's side. The question asks how much larger Russia's is.
asymmetry = trade["share_of_china_imports_pct"].loc[[2021, 2023]] / of_russia

# %%
#| wrong: You compared exports on one side with total trade on the other. Use China's imports.
asymmetry = of_russia / trade["share_of_china_pct"].loc[[2021, 2023]]

# %%
#| wrong: Russia's exports arrive as China's imports. You used China's exports.
asymmetry = of_russia / trade["share_of_china_exports_pct"].loc[[2021, 2023]]

# %%
#| wrong: You subtracted the shares. "How many times larger" asks for a ratio.
asymmetry = of_russia - trade["share_of_china_imports_pct"].loc[[2021, 2023]]

# %% [markdown]
# ### 4.6 A figure that cannot be (2 points)
# *Claim C3.* The next cell prints a headline as it might stand in a news item. Look at
# `periods`, which holds trade for parts of a year (`start` to `end`, in billion US dollars).
# How much did the two countries trade in November 2023, in both directions together? Put it into
# `november`, in billion US dollars, and compare it with the headline. Tolerance: 0.05.

# %%
periods = load("trade_periods").set_index("start")
year_so_far = periods.loc["2023-01-01":"2023-11-30", ["exports", "imports"]].sum().sum()
print(f"Trade between China and Russia was {year_so_far:.2f} bn dollars in November 2023 alone")
periods.loc["2023-08-01":, ["end", "months", "exports", "imports"]].head(6)

# %%
#| stub
november = ...

# %%
#| solution: One month is one row; the headline is the sum of the year up to November.
november = periods.loc["2023-11-01", ["exports", "imports"]].sum()

# %%
#| check
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C3]
#| objective: 4.2
#| hints:
#|   - Find the row that starts on 1 November 2023.
#|   - Add its exports and its imports.
#| explanation: >
#|   Customs publishes sums from January on. A reporter who writes "in November" instead of
#|   "from January to November" makes the month about as large as a year. Compare every monthly
#|   figure with a twelfth of the year before you use it.
check("4.6", november)

# %%
#| wrong: This is the headline itself: the sum from January to November, not one month.
november = year_so_far

# %%
#| wrong: You took one direction only. Add exports and imports.
november = periods.loc["2023-11-01", "exports"]

# %%
#| wrong: You took one direction only. Add exports and imports.
november = periods.loc["2023-11-01", "imports"]

# %%
#| wrong: This is the average of the eleven months. The table has November itself.
november = year_so_far / 11

# %% [markdown]
# ### 4.7 Past the peak (1 point)
# *Claim C3.* `share_of_china_pct` in `trade` is Russia's share of China's trade, in per cent. Find
# its highest value from 2015 to 2025. By how many percentage points was the share of 2025 lower
# than that? Put the (positive) difference into `fall`. Tolerance: 0.005 percentage points.

# %%
#| stub
fall = ...

# %%
#| solution: The difference of two shares in per cent is in percentage points.
share_by_year = trade["share_of_china_pct"]
fall = share_by_year.max() - share_by_year[2025]

# %%
#| check
#| tolerance: 0.005
#| unit: percentage points
#| data: tables
#| claims: [C3]
#| objective: 4.1
#| hints:
#|   - Print the column and look for its largest value.
#|   - max() gives the largest value of a series. Subtract the value of 2025 from it.
#| explanation: >
#|   The share reached its peak before the amount did, because China's trade with others grew
#|   faster afterwards. "Trade reached a record" and "Russia became less important for China" can
#|   both be true of the same year.
check("4.7", fall)

# %%
#| wrong: This is the fall in per cent of the peak. The difference of two shares is in points.
share_by_year = trade["share_of_china_pct"]
fall = (1 - share_by_year[2025] / share_by_year.max()) * 100

# %%
#| wrong: You compared with the year before. The peak of the share came earlier.
fall = trade["share_of_china_pct"][2024] - trade["share_of_china_pct"][2025]

# %%
#| wrong: This is the fall of the amount in billion dollars. The question asks for the share.
fall = trade["total"].max() - trade["total"][2025]

# %%
#| wrong: This is the peak itself. Subtract the share of 2025 from it.
fall = trade["share_of_china_pct"].max()

# %% [markdown]
# ### 4.8 Before and after the order (3 points)
# *Claim C27.* In December 2023 the United States threatened foreign banks that serve Russia's war
# industry with sanctions. Did China's exports to Russia fall? Compare each first half-year
# (January to June) with the first half-year one year before. Put the change in per cent into
# `change`, with the labels 2024 and 2025. The function `exports_between` adds up the exports of all
# periods inside two dates. Tolerance: 0.05 per cent.


# %%
def exports_between(first: str, last: str) -> float:
    inside = (periods.index >= first) & (periods["end"] <= last)
    return periods.loc[inside, "exports"].sum()


print(f"{exports_between('2023-01-01', '2023-06-30'):.2f} bn dollars in the first half of 2023")

# %%
#| stub
change = ...

# %%
#| solution: The same months of two years share their season, so the season drops out.
halves = {year: exports_between(f"{year}-01-01", f"{year}-06-30") for year in (2023, 2024, 2025)}
change = {year: (halves[year] / halves[year - 1] - 1) * 100 for year in (2024, 2025)}

# %%
#| check
#| tolerance: 0.05
#| unit: per cent
#| data: tables
#| claims: [C27]
#| objective: 4.3
#| hints:
#|   - You need three half-years, January to June of 2023, 2024 and 2025.
#|   - 'exports_between("2024-01-01", "2024-06-30") is one of them.'
#|   - The change of 2024 is the first half of 2024 against the first half of 2023.
#| explanation: >
#|   Exports are higher in the second half of most years. A comparison with the half-year just
#|   before mixes the season with the order. And even a matched comparison shows only timing: look
#|   at which of the two changes is larger, and ask what else changed in 2025.
check("4.8", change)

# %%
#| wrong: You compared with the half-year just before: another season. Use the same months.
before = {
    2024: exports_between("2023-07-01", "2023-12-31"),
    2025: exports_between("2024-07-01", "2024-12-31"),
}
after = {year: exports_between(f"{year}-01-01", f"{year}-06-30") for year in before}
change = {year: (after[year] / before[year] - 1) * 100 for year in before}

# %%
#| wrong: You compared both years with 2023. Each half-year needs the one a year before it.
halves = {year: exports_between(f"{year}-01-01", f"{year}-06-30") for year in (2023, 2024, 2025)}
change = {year: (halves[year] / halves[2023] - 1) * 100 for year in (2024, 2025)}

# %%
#| wrong: You compared whole years. The order came in December, so use January to June.
change = (trade["exports"].pct_change() * 100).loc[[2024, 2025]]

# %%
#| wrong: This is the change in billion dollars. Divide it by the earlier half-year.
halves = {year: exports_between(f"{year}-01-01", f"{year}-06-30") for year in (2023, 2024, 2025)}
change = {year: halves[year] - halves[year - 1] for year in (2024, 2025)}

# %% [markdown]
# ### 4.9 One buyer or many? (3 points)
# *Claim C13.* `revenue` holds what Russia earned per day from oil, gas and coal, in million euros,
# by buyer and by time window. The Herfindahl-Hirschman index (HHI) measures concentration: divide
# each buyer's revenue by the sum of all buyers, square these shares, and add the squares. It is 1
# if there is one buyer only. Compute it for the windows `"before"` and `"war_year_2"`. Put the two
# numbers into `hhi`, with the names of the windows as labels. Tolerance: 0.002.

# %%
windows = load("fossil_revenue_windows")
revenue = windows.pivot(index="destination", columns="window", values="mn_eur_per_day")
revenue.round(1)

# %%
#| stub
hhi = ...

# %%
#| solution: Squaring gives large buyers more weight than small ones.
shares_of_revenue = revenue / revenue.sum()
hhi = (shares_of_revenue**2).sum()[["before", "war_year_2"]]

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C13]
#| objective: 4.1
#| hints:
#|   - First make shares between 0 and 1. They must add up to 1 in each window.
#|   - Square the shares, then add them up by column.
#|   - revenue / revenue.sum() divides every column by its own sum.
#| explanation: >
#|   Concentration fell although China's own share rose, because the share of the European Union
#|   fell much more. One buyer's share and the concentration of all buyers are two things.
check("4.9", hhi)

# %%
#| wrong: You used shares in per cent, which gives the scale from 0 to 10,000. Use shares from 0 to 1.
hhi = ((revenue / revenue.sum() * 100) ** 2).sum()[["before", "war_year_2"]]

# %%
#| wrong: You squared the revenues. Divide each by the sum of its window first.
hhi = (revenue**2).sum()[["before", "war_year_2"]]

# %%
#| wrong: This is China's share alone. Concentration counts every buyer.
hhi = (revenue / revenue.sum()).loc["China", ["before", "war_year_2"]]

# %%
#| wrong: You left out the group "Others". Without it the shares do not describe all revenue.
known = revenue.drop(index="Others")
hhi = ((known / known.sum()) ** 2).sum()[["before", "war_year_2"]]

# %%
#| wrong: You divided by one sum for all windows. Each window needs its own.
hhi = ((revenue / revenue.sum().sum()) ** 2).sum()[["before", "war_year_2"]]

# %% [markdown]
# ### 4.10 More oil, or dearer oil? (3 points)
# *Claim C7.* `crude` holds China's imports of Russian crude oil by year: million tonnes
# (`crude_mt`) and billion US dollars (`crude_bn_usd`). Split the change in value from 2021 to 2022
# into three parts:
#
# - `"price"`: the change in price (dollars per tonne) times the **old** quantity;
# - `"quantity"`: the change in quantity times the **old** price;
# - `"both"`: the change in price times the change in quantity.
#
# Put them into the dictionary `parts`, in billion US dollars. Tolerance: 0.05.

# %%
energy = load("energy_imports")
year = energy["month"].dt.year.rename("year")
crude = energy.groupby(year)[["crude_mt", "crude_bn_usd"]].sum()
crude.loc[2019:2022].round(2)

# %%
#| stub
parts = ...

# %%
#| solution: The three parts add up to the whole change, with nothing left over.
quantity, price = crude["crude_mt"], crude["crude_bn_usd"] / crude["crude_mt"]
more, dearer = quantity[2022] - quantity[2021], price[2022] - price[2021]
parts = {"price": dearer * quantity[2021], "quantity": more * price[2021], "both": dearer * more}

# %%
#| check
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C7]
#| objective: 4.4
#| hints:
#|   - 'The price of a year is its value divided by its quantity: crude_bn_usd / crude_mt.'
#|   - Compute the change in price and the change in quantity first.
#|   - Check yourself. The three parts must add up to the change in value.
#| explanation: >
#|   Most of the rise in value came from the price and not from the quantity. A figure in dollars
#|   alone cannot tell whether China bought more. Whoever gives the whole rise to one cause has
#|   hidden the other one.
check("4.10", parts)

# %%
#| wrong: You measured the quantity at the new price, so the part "both" is counted twice.
quantity, price = crude["crude_mt"], crude["crude_bn_usd"] / crude["crude_mt"]
more, dearer = quantity[2022] - quantity[2021], price[2022] - price[2021]
parts = {"price": dearer * quantity[2021], "quantity": more * price[2022], "both": dearer * more}

# %%
#| wrong: You measured the price at the new quantity, so the part "both" is counted twice.
quantity, price = crude["crude_mt"], crude["crude_bn_usd"] / crude["crude_mt"]
more, dearer = quantity[2022] - quantity[2021], price[2022] - price[2021]
parts = {"price": dearer * quantity[2022], "quantity": more * price[2021], "both": dearer * more}

# %%
#| wrong: Your price is quantity divided by value. A price is money divided by quantity.
quantity, price = crude["crude_mt"], crude["crude_mt"] / crude["crude_bn_usd"]
more, dearer = quantity[2022] - quantity[2021], price[2022] - price[2021]
parts = {"price": dearer * quantity[2021], "quantity": more * price[2021], "both": dearer * more}

# %%
#| wrong: You counted from 2022 back to 2021. A change is the later level minus the earlier one.
quantity, price = crude["crude_mt"], crude["crude_bn_usd"] / crude["crude_mt"]
more, dearer = quantity[2021] - quantity[2022], price[2021] - price[2022]
parts = {"price": dearer * quantity[2022], "quantity": more * price[2022], "both": dearer * more}

# %% [markdown]
# ### 4.11 Two customs offices, one border (3 points)
# *Claim C21.* `mirror` shows the same flows as each country reports them, for 2021, in billion US
# dollars. What was each country's trade balance with the other (its exports minus its imports),
# **by its own figures**? Put the two balances into the dictionary `balance` with the labels
# `"China"` and `"Russia"`. Tolerance: 0.05.

# %%
mirror = load("trade_mirror").query("year == 2021").set_index("flow")
mirror

# %%
#| stub
balance = ...

# %%
#| solution: What is an export for one side is an import for the other.
east, west = mirror.loc["Russia to China"], mirror.loc["China to Russia"]
balance = {
    "China": west["china_reported"] - east["china_reported"],
    "Russia": east["russia_reported"] - west["russia_reported"],
}

# %%
#| check
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C21]
#| objective: 4.2
#| hints:
#|   - For China the flow "China to Russia" is an export. What is it for Russia?
#|   - Use the column china_reported for China and russia_reported for Russia.
#| explanation: >
#|   Each side counts more arriving than the other side counts leaving. Imports are valued with
#|   freight and insurance and exports without them, and goods that travel through a third country
#|   can be booked differently. So both can report a deficit and neither has to lie.
check("4.11", balance)

# %%
#| wrong: For Russia you subtracted its exports from its imports. A balance is exports minus imports.
east, west = mirror.loc["Russia to China"], mirror.loc["China to Russia"]
balance = {
    "China": west["china_reported"] - east["china_reported"],
    "Russia": west["russia_reported"] - east["russia_reported"],
}

# %%
#| wrong: You used China's figures for both countries. Russia has its own column.
surplus = mirror.loc["China to Russia"] - mirror.loc["Russia to China"]
balance = {"China": surplus["china_reported"], "Russia": -surplus["china_reported"]}

# %%
#| wrong: You exchanged the two columns. Use each country's own figures.
surplus = mirror.loc["China to Russia"] - mirror.loc["Russia to China"]
balance = {"China": surplus["russia_reported"], "Russia": -surplus["china_reported"]}

# %%
#| wrong: This is the difference between the two reports of one flow. A balance compares two flows.
gap = mirror["china_reported"] - mirror["russia_reported"]
balance = {"China": gap["China to Russia"], "Russia": gap["Russia to China"]}

# %% [markdown]
# ### 4.12 Who filled the gap? (2 points)
# *Claims C7, C13.* By how many million euros per day did Russia's fossil revenue from each buyer
# change between the windows `"before"` and `"war_year_2"` of `revenue`? Put all eight changes into
# `gap`, with the buyers as labels. A fall is negative. Tolerance: 1 million euros per day.

# %%
#| stub
gap = ...

# %%
#| solution: The later level minus the earlier one, buyer by buyer.
gap = revenue["war_year_2"] - revenue["before"]

# %%
#| check
#| tolerance: 1
#| unit: million euros per day
#| data: tables
#| claims: [C7, C13]
#| objective: 4.4
#| hints:
#|   - revenue has one column per window. Subtract one column from the other.
#|   - A fall is negative, so the earlier window is subtracted from the later one.
#| explanation: >
#|   Look at the buyers with a plus. Several of them together replaced only a part of what Europe
#|   no longer paid, and China is not the largest among them. A share can double while the amount
#|   grows much less, if the whole shrinks.
check("4.12", gap)

# %%
#| wrong: You subtracted the later window from the earlier one. A fall must be negative.
gap = revenue["before"] - revenue["war_year_2"]

# %%
#| wrong: These are changes in per cent. The question asks for million euros per day.
gap = (revenue["war_year_2"] / revenue["before"] - 1) * 100

# %%
#| wrong: You compared with the first year of the war. The question asks for "before".
gap = revenue["war_year_2"] - revenue["war_year_1"]

# %%
#| wrong: These are changes in shares of revenue. The question asks for million euros per day.
gap = (revenue / revenue.sum() * 100)["war_year_2"] - (revenue / revenue.sum() * 100)["before"]

# %% [markdown]
# ### 4.13 India and China (2 points)
# *Claim C7.* Compare two buyers in `revenue`. How many times larger was the **increase** of India's
# payments than the increase of China's, from `"before"` to `"war_year_2"`? Put the ratio into
# `times`. Tolerance: 0.02.

# %%
#| stub
times = ...

# %%
#| solution: Compare increases with increases; the level at the start must not enter.
increase = revenue["war_year_2"] - revenue["before"]
times = increase["India"] / increase["China"]

# %%
#| check
#| tolerance: 0.02
#| data: tables
#| claims: [C7]
#| objective: 4.4
#| hints:
#|   - Compute the two increases first.
#|   - India goes above the line, China below it.
#| explanation: >
#|   The claim says that China's support sustains the war. Judged by what was added after February
#|   2022, another buyer added more. Judged by the level, China still paid more. Say which of the
#|   two you mean.
check("4.13", times)

# %%
#| wrong: You compared the levels of the second year. The question asks for the increases.
times = revenue["war_year_2"]["India"] / revenue["war_year_2"]["China"]

# %%
#| wrong: You put China above the line. The question asks how many times larger India's increase was.
increase = revenue["war_year_2"] - revenue["before"]
times = increase["China"] / increase["India"]

# %%
#| wrong: You compared growth in per cent. India started from almost nothing, so its rate is huge.
rate = revenue["war_year_2"] / revenue["before"] - 1
times = rate["India"] / rate["China"]

# %%
#| wrong: You compared with the first year of the war. The question asks for "before".
increase = revenue["war_year_2"] - revenue["war_year_1"]
times = increase["India"] / increase["China"]

# %% [markdown]
# ### 4.14 A table with sums inside (3 points)
# *Claim C13.* `energy_2023` lists where Russia's energy exports went in 2023. The column `level`
# says what a row is: a single `destination`, the sum of an `area`, or the `total`. What share of
# each commodity went to China? The next cell shows the rows of one of the four commodities. Put
# the four shares (between 0 and 1) into `to_china`, with the commodities as labels.
# Tolerance: 0.002.

# %%
energy_2023 = load("energy_destinations_2023")
gas = energy_2023[energy_2023["commodity"] == "pipeline gas"]
gas[["level", "area", "destination", "value", "unit"]]

# %%
#| stub
to_china = ...

# %%
#| solution: Only the single destinations add up to the whole without counting anything twice.
finest = energy_2023[energy_2023["level"] == "destination"]
whole = finest.groupby("commodity")["value"].sum()
to_china = finest[finest["destination"] == "China"].set_index("commodity")["value"] / whole

# %%
#| check
#| tolerance: 0.002
#| data: tables
#| claims: [C13]
#| objective: 4.1
#| hints:
#|   - Some rows are sums of other rows. Which level holds every amount exactly once?
#|   - Keep only the rows with level "destination", then add up by commodity.
#|   - 'whole = finest.groupby("commodity")["value"].sum() gives the four totals.'
#| explanation: >
#|   A table that mixes members with their sums counts everything two or three times when you add
#|   it up, and every share becomes too small. Look for the column that says what a row is.
check("4.14", to_china)

# %%
#| wrong: You added area sums and totals to their own members. Keep one level only.
whole = energy_2023.groupby("commodity")["value"].sum()
rows = energy_2023[energy_2023["destination"] == "China"]
to_china = rows.set_index("commodity")["value"] / whole

# %%
#| wrong: You left out the totals but kept the area sums. They still count their members twice.
part = energy_2023[energy_2023["level"] != "total"]
rows = part[part["destination"] == "China"].set_index("commodity")["value"]
to_china = rows / part.groupby("commodity")["value"].sum()

# %%
#| wrong: This is the share of the whole area Asia Pacific. The question asks for China alone.
finest = energy_2023[energy_2023["level"] == "destination"]
asia = finest[finest["area"] == "Asia Pacific"].groupby("commodity")["value"].sum()
to_china = asia / finest.groupby("commodity")["value"].sum()

# %%
#| wrong: You divided by what went to Asia Pacific. The whole is everything Russia exported.
finest = energy_2023[energy_2023["level"] == "destination"]
asia = finest[finest["area"] == "Asia Pacific"].groupby("commodity")["value"].sum()
to_china = finest[finest["destination"] == "China"].set_index("commodity")["value"] / asia

# %% [markdown]
# ### 4.15 Write the measure yourself (2 points)
# *Claim C13.* Write a function `concentration` that takes a list of amounts (one per buyer) and
# returns the HHI of question 4.9, between 0 and 1. The check calls it with the five lists in
# `cases`, which are drawn for this question; the next cell shows the first. Tolerance: 0.001.

# %%
from alignment.checks import fresh

cases = fresh("4.15", low=1, high=90, size=5, together=True)
cases[0][0]


# %%
#| stub
def concentration(amounts):
    return ...


# %%
#| solution: The function divides by its own sum, so it works for any unit.
def concentration(amounts):
    whole = sum(amounts)
    return sum((amount / whole) ** 2 for amount in amounts)


# %%
#| check
#| tolerance: 0.001
#| data: inputs
#| claims: [C13]
#| objective: 4.1
#| hints:
#|   - The amounts are not shares yet. What must you divide by?
#|   - Square each share inside the sum. sum(x for x in amounts) adds up any expression.
#|   - Try your function on concentration([1, 1]). Two equal buyers give 0.5.
#| explanation: >
#|   A function that is right for one list can be right by chance. Five lists it has not seen are
#|   a much harder test. The same idea is behind every check of a measure in this course.
check("4.15", concentration, on=cases)


# %%
#| wrong: You squared the amounts without dividing by their sum first.
def concentration(amounts):
    return sum(amount**2 for amount in amounts)


# %%
#| wrong: You added the shares without squaring them. Shares always add up to 1.
def concentration(amounts):
    return sum(amount / sum(amounts) for amount in amounts)


# %%
#| wrong: You took the mean of the squares. The index is their sum.
def concentration(amounts):
    return sum((amount / sum(amounts)) ** 2 for amount in amounts) / len(amounts)


# %%
#| wrong: This is the share of the largest buyer. The index counts all of them.
def concentration(amounts):
    return max(amounts) / sum(amounts)


# %% [markdown]
# ### 4.16 Draw the gap (3 points)
# *Claim C13.* Draw the eight changes of question 4.12 as bars with plotly: one bar per buyer,
# its height the change in million euros per day from `"before"` to `"war_year_2"`. Give the figure
# a title that states the finding, and a title on both axes, with the unit. Put the figure into
# `figure`. Horizontal bars are fine; the order of the bars is yours. Tolerance: 1.

# %%
#| stub
figure = ...

# %%
#| solution: Bars that start at zero show gains and losses on one scale.
changes = (revenue["war_year_2"] - revenue["before"]).sort_values()
figure = go.Figure(go.Bar(x=changes.index, y=changes))
figure.update_layout(
    title="Europe paid far less; several buyers paid more",
    xaxis_title="Buyer",
    yaxis_title="Change in revenue (million euros per day)",
)

# %%
#| check
#| tolerance: 1
#| data: tables
#| claims: [C13]
#| objective: 4.4
#| hints:
#|   - go.Bar takes the labels as x and the numbers as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#|   - Write figure in a cell of its own to look at it.
#| explanation: >
#|   A chart of levels would show that Europe paid less and China more, but not how far the gains
#|   make up for the loss. Bars from zero let the reader add and subtract by eye. A title that
#|   states the finding tells the reader what to look for, and can be tested.
check("4.16", figure)

# %%
#| wrong: You drew the levels of the second year. Draw the change since "before".
figure = go.Figure(go.Bar(x=revenue.index, y=revenue["war_year_2"]))
figure.update_layout(title="Revenue", xaxis_title="Buyer", yaxis_title="Million euros per day")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
changes = revenue["war_year_2"] - revenue["before"]
figure = go.Figure(go.Bar(x=changes.index, y=changes))

# %%
#| wrong: You joined the buyers with a line. Buyers have no order, so use bars.
changes = revenue["war_year_2"] - revenue["before"]
figure = go.Figure(go.Scatter(x=changes.index, y=changes))
figure.update_layout(title="Change", xaxis_title="Buyer", yaxis_title="Million euros per day")

# %%
#| wrong: The gains point down and the losses up. Subtract the earlier window from the later one.
changes = revenue["before"] - revenue["war_year_2"]
figure = go.Figure(go.Bar(x=changes.index, y=changes))
figure.update_layout(title="Change", xaxis_title="Buyer", yaxis_title="Million euros per day")

# %% [markdown]
# ### 4.17 Your score sheet (3 points)
# *Claims C7, C21.* Lesson 04 asked how strongly the alignment works in the economic domain. Write
# your scores down: for each of the six criteria the lowest, most likely and highest score from 0
# to 100, and one line of evidence (a figure, a table, a source). The next cell prints the criteria.
# The check looks at the **form** only: six rows, scores in order, a note in each row. It never
# compares your opinion with anybody's.

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
    "A": (30, 50, 70, "Crude imports from Russia rose in value more than in tonnes (4.10)"),
    "B": (20, 40, 60, "Trade fell from 2024 to 2025, so the tie has a price (4.1)"),
    "C": (40, 60, 80, "Several buyers together filled a part of Europe's gap (4.12)"),
    "D": (60, 80, 95, "The change was visible within two years of February 2022 (4.9)"),
    "E": (30, 50, 75, "China took less than a quarter of the pipeline gas in 2023 (4.14)"),
    "F": (30, 45, 60, "Matched half-years show little change after the order (4.8)"),
}

# %%
#| check
#| data: none
#| claims: [C7, C21]
#| objective: 4.4
#| hints:
#|   - A wide range is honest if you are unsure. Write low and high before the middle.
#|   - One row looks like this. "A" colon, then (20, 35, 60, "what I saw in question 4.5").
#| explanation: >
#|   A range says how sure you are, and a note says why. Both can be discussed; a single number
#|   without a reason cannot. You will weigh this sheet against the other domains in lesson 08.
check("4.17", forms.score_sheet(sheet))

# %%
#| wrong: Criterion A is not in order: low, then most likely, then high.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 4.5 above"))
sheet["A"] = (60, 40, 20, "seen in question 4.5 above")

# %%
#| wrong: Criterion C has a score outside 0 to 100.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 4.5 above"))
sheet["C"] = (20, 40, 600, "seen in question 4.5 above")

# %%
#| wrong: Criterion F has no evidence note yet: name a figure or a source.
sheet = dict.fromkeys("ABCDEF", (20, 40, 60, "seen in question 4.5 above"))
sheet["F"] = (20, 40, 60, "")

# %%
#| wrong: A criterion has no score yet: F.
sheet = dict.fromkeys("ABCDE", (20, 40, 60, "seen in question 4.5 above"))

# %% [markdown]
# ### 4.18 How likely is growth? (2 points)
# *Claim C3.* Will the trade of 2026 be higher than that of 2025? Put one sentence and your
# probability in per cent into `estimate`, as `(sentence, percent)`. The sentence says what will
# happen, names trade, and uses exactly one term of the list that the next cell prints. The check
# looks at the **form** only: does the term fit the number, and is confidence left out? How sure
# you are of your sources belongs in a second sentence.

# %%
from alignment.checks import wording

for row in load("likelihood_words").itertuples():
    print(f"from {row.low:>2} per cent: {row.word}")

# %%
#| stub
estimate = (..., ...)

# %%
#| solution: The number and the words say the same, and in January 2027 anyone can see who was right.
sentence = "It is likely that customs will report higher trade for 2026 than for 2025."
estimate = (sentence, 60)

# %%
#| check
#| data: none
#| claims: [C3]
#| objective: 4.4
#| hints:
#|   - Choose the number first, then take the last term whose range begins at or below it.
#|   - A sentence can be tested if it names an event, a source and a date.
#| explanation: >
#|   Readers give very different numbers to a word such as "possible". A list that ties each term to
#|   a range makes estimates comparable, and a date makes them testable. Any probability is right
#|   here, as long as the word and the number agree.
check("4.18", wording.estimate(estimate, about=("trade", "Trade")))

# %%
#| wrong: For 60 per cent the word is 'likely'; the sentence has very likely.
estimate = ("It is very likely that customs will report higher trade for 2026.", 60)

# %%
#| wrong: For 60 per cent the word is 'likely'; the sentence has no word of probability.
estimate = ("Customs will report higher trade for 2026 than for 2025.", 60)

# %%
#| wrong: Likelihood and confidence do not belong in one sentence; leave out confidence.
estimate = ("We have high confidence that higher trade in 2026 is likely.", 60)

# %%
#| wrong: The probability must be a number in per cent, such as 60.
estimate = ("It is likely that customs will report higher trade for 2026.", "60 per cent")

# %% [markdown]
# ## What you can now say
# Write three sentences for yourself: what these tables show about the economic side of the
# alignment, how sure you are, and what they cannot show.
#
# Every table can be cited: `print(cite("trade"))` prints its source and `describe("trade")` says
# what each column means.
