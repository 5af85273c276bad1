# %% [markdown]
# # Exercises 4: the economic domain
#
# Eighteen short questions on trade and energy between China and Russia. They follow lesson 04.
# You can stop at any time; your progress is kept.
#
# **Objectives.** You will be able to:
#
# - **compute** growth, shares, concentration and asymmetry;
# - **reconcile** figures that come from different sources;
# - **read** a series before and after an event;
# - **test** a claim about cause and effect against what else could explain the data.
#
# Each question names the claim of the reading that it tests: C3 (the partnership deepens),
# C7 (China's support sustains the war), C13 (new supply routes), C21 (China's economic stakes),
# C27 (benefits could make China cooperate more).

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
#| step: "1"
#| data: none
#| claims: [C3]
#| objective: reconcile
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
# ### 4.21 Up by two thirds? (2 points)
# *Claim C3.* A headline says: "Trade between China and Russia is up by two thirds since 2021." That is
# true in US dollars. But China's customs also count in yuan, and the yuan lost value. `per_usd` holds
# yuan per US dollar by year. By how many per cent did `trade["total"]` grow from 2021 to 2024, counted
# **in yuan**? Put it into `in_yuan`. Tolerance: 0.2 per cent.

# %%
rates = load("exchange_rates")
per_usd = rates[rates["currency"] == "CNY"].set_index("year")["per_usd"]
per_usd.loc[2021:2024]

# %%
#| stub
in_yuan = ...

# %%
#| solution: Turn both levels into yuan with the rate of their own year, then compare them.
yuan = trade["total"] * per_usd
in_yuan = (yuan[2024] / yuan[2021] - 1) * 100

# %%
#| check
#| step: "1"
#| tolerance: 0.2
#| unit: per cent
#| data: tables
#| claims: [C3]
#| objective: reconcile
#| hints:
#|   - The rate says how many yuan one dollar buys. What must you do with the dollars?
#|   - Multiply the level of each year by the rate of the same year.
#|   - Growth is the later level divided by the earlier one, minus 1, times 100.
#| explanation: >
#|   Each dollar of 2024 was worth more yuan than a dollar of 2021, so the same trade grew more in
#|   yuan. Neither growth rate is false. A growth rate of money needs the name of the money.
check("4.21", in_yuan)

# %%
#| wrong: This is the growth in dollars, the headline itself. Turn both levels into yuan first.
in_yuan = (trade["total"][2024] / trade["total"][2021] - 1) * 100

# %%
#| wrong: You divided by the rate. One dollar buys several yuan, so multiply.
yuan = trade["total"] / per_usd
in_yuan = (yuan[2024] / yuan[2021] - 1) * 100

# %%
#| wrong: This is the change in billion yuan. Divide it by the level of 2021.
yuan = trade["total"] * per_usd
in_yuan = yuan[2024] - yuan[2021]

# %%
#| wrong: You stopped in 2023. The question asks for the growth to 2024.
yuan = trade["total"] * per_usd
in_yuan = (yuan[2023] / yuan[2021] - 1) * 100

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
#| step: "2"
#| core: true
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C3]
#| objective: reconcile
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
#| step: "3"
#| tolerance: 0.005
#| unit: percentage points
#| data: tables
#| claims: [C3]
#| objective: compute
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
# ### 4.9 One buyer or many? (3 points)
# *Claim C13.* `revenue` holds what Russia earned per day from oil, gas and coal as CREA estimates it, in
# million euros, by buyer (the European Union is one) and by time window. The Herfindahl-Hirschman index (HHI) measures concentration: divide
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
#| step: "4"
#| tolerance: 0.002
#| data: tables
#| claims: [C13]
#| objective: compute
#| hints:
#|   - First make shares between 0 and 1. They must add up to 1 in each window.
#|   - Square the shares, then add them up by column.
#|   - revenue / revenue.sum() divides every column by its own sum.
#| explanation: >
#|   Concentration fell although China's own share rose, because the share of the European Union, one
#|   buyer here, fell much more. One buyer's share and the concentration of all buyers are two things.
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
# ### 4.23 A price before and after (2 points)
# *Claim C27.* On 22 October 2025 the United States blocked the oil firms Rosneft and Lukoil. `espo`
# holds reports, from January 2025 on, of what a cargo of Russian ESPO oil cost in China above or below
# Brent (column `usd`). Compute the **median** of the reports before that day and of those from that day
# on, and subtract the first from the second. Put the change into `moved`, in dollars a barrel.
# Tolerance: 0.05.

# %%
espo = load("espo_brent").query("reported >= '2025-01-01'")
espo[["loading", "reported", "usd", "bound"]]

# %%
#| stub
moved = ...

# %%
#| solution: Split the reports at the day, take each median, and subtract the earlier one.
late = espo["reported"] >= "2025-10-22"
moved = espo.loc[late, "usd"].median() - espo.loc[~late, "usd"].median()

# %%
#| check
#| step: "5"
#| tolerance: 0.05
#| unit: dollars a barrel
#| data: tables
#| claims: [C27]
#| objective: read
#| hints:
#|   - espo["reported"] >= "2025-10-22" says for each row whether it is late.
#|   - .median() gives the middle value of a column.
#|   - A change is the later value minus the earlier one. A fall is negative.
#| explanation: >
#|   Few reports and a large change. The act was a threat to buyers too, and after it a premium
#|   became a discount. It does not show that less oil was sold, nor what an inducement would do.
check("4.23", moved)

# %%
#| wrong: You subtracted the later median from the earlier one. A fall is negative.
late = espo["reported"] >= "2025-10-22"
moved = espo.loc[~late, "usd"].median() - espo.loc[late, "usd"].median()

# %%
#| wrong: These are means. The question asks for medians, which one extreme cargo cannot move.
late = espo["reported"] >= "2025-10-22"
moved = espo.loc[late, "usd"].mean() - espo.loc[~late, "usd"].mean()

# %%
#| wrong: This is the median after the day. Subtract the median before it.
moved = espo.loc[espo["reported"] >= "2025-10-22", "usd"].median()

# %%
#| wrong: You compared the last report with the first. Use the medians of the two groups.
moved = espo["usd"].iloc[-1] - espo["usd"].iloc[0]

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
#| step: "4"
#| core: true
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C7]
#| objective: test
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
#| step: "3"
#| tolerance: 0.05
#| unit: billion US dollars
#| data: tables
#| claims: [C21]
#| objective: reconcile
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
#| wrong: You mixed the reports. Each balance needs one reporter for both flows.
east, west = mirror.loc["Russia to China"], mirror.loc["China to Russia"]
balance = {
    "China": west["china_reported"] - east["russia_reported"],
    "Russia": east["russia_reported"] - west["china_reported"],
}

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
#| step: "4"
#| tolerance: 1
#| unit: million euros per day
#| data: tables
#| claims: [C7, C13]
#| objective: test
#| hints:
#|   - revenue has one column per window. Subtract one column from the other.
#|   - A fall is negative, so the earlier window is subtracted from the later one.
#| explanation: >
#|   Look at the buyers with a plus. Together they replaced only a part of what the European Union
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
# ### 4.19 When did China pass Europe? (2 points)
# *Claim C13.* `fuel` holds CREA's estimates of what Russia earned from oil, gas and coal, in billion euros,
# by month and buyer. Find the **first** month in which China paid more than the European Union. How much more did it
# pay in that month? Put the difference into `ahead`, in billion euros. Tolerance: 0.01.

# %%
fuel = load("fossil_revenue").pivot(index="month", columns="destination", values="eur_bn")
fuel[["China", "European Union", "India"]].head(3)

# %%
#| stub
ahead = ...

# %%
#| solution: Subtract month by month, keep the months with a plus, and take the first.
lead = fuel["China"] - fuel["European Union"]
ahead = lead[lead > 0].iloc[0]

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.01
#| unit: billion euros
#| data: tables
#| claims: [C13]
#| objective: read
#| hints:
#|   - Subtract one column from the other. What sign does the difference have when China paid more?
#|   - lead[lead > 0] keeps the months with a plus. The first of them is .iloc[0].
#|   - Print lead[lead > 0].head(1) to see the month as well.
#| explanation: >
#|   The order of the buyers turned about a year after the invasion, and not at once. Contracts ran on,
#|   and the Union's bans on oil by sea came in December 2022 and February 2023. "Since the war" hides this.
check("4.19", ahead)

# %%
#| wrong: This is the first month of the table. Look for the first month in which China paid more.
ahead = (fuel["China"] - fuel["European Union"]).iloc[0]

# %%
#| wrong: You compared India with the European Union. The question asks about China.
lead = fuel["India"] - fuel["European Union"]
ahead = lead[lead > 0].iloc[0]

# %%
#| wrong: You compared tonnes. The question asks how much more China paid.
tonnes = load("fossil_revenue").pivot(index="month", columns="destination", values="mt")
lead = tonnes["China"] - tonnes["European Union"]
ahead = lead[lead > 0].iloc[0]

# %%
#| wrong: This is the last such month. The question asks for the first.
lead = fuel["China"] - fuel["European Union"]
ahead = lead[lead > 0].iloc[-1]

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
#| step: "4"
#| tolerance: 0.02
#| data: tables
#| claims: [C7]
#| objective: test
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
# ### 4.20 Set the dial (3 points)
# *Claim C7.* Lesson 04 has a dial for a world in which China buys less. Suppose that **half** of what
# China pays (window `"war_year_2"` of `revenue`) vanishes, and that what Russia sells elsewhere instead
# goes **30 per cent cheaper**. Which part of the lost purchases must be sold elsewhere so that Russia
# loses exactly **5 per cent of all** its income in that window? Put it into `needed`, in per cent.
# You can try it on the dial, but compute it. Tolerance: 0.5.

# %%
income = revenue["war_year_2"]
print(f"China {income['China']:.1f} of {income.sum():.1f} million euros a day")

# %%
#| stub
needed = ...

# %%
#| solution: What is lost less what comes back must be 5 per cent of all income.
gone = income["China"] / 2
allowed = income.sum() * 0.05
needed = (gone - allowed) / (gone * 0.7) * 100

# %%
#| check
#| step: "The counterfactual dial"
#| core: true
#| tolerance: 0.5
#| unit: per cent
#| data: tables
#| claims: [C7]
#| objective: test
#| hints:
#|   - How many million euros a day vanish? How many may be missing in the end?
#|   - The difference of the two must come back from sales elsewhere.
#|   - Each euro sold elsewhere brings only 0.70. Divide by it.
#| explanation: >
#|   Two assumptions that look harmless, half the purchases and a discount, leave no room: nearly all
#|   of it must find another buyer. A dispute about "critical" is a dispute about this number.
check("4.20", needed)

# %%
#| wrong: You forgot the discount. A euro of lost sales brings only 0.70 elsewhere.
gone = income["China"] / 2
needed = (gone - income.sum() * 0.05) / gone * 100

# %%
#| wrong: You took 5 per cent of China's purchases. The loss is 5 per cent of all income.
gone = income["China"] / 2
needed = (gone - income["China"] * 0.05) / (gone * 0.7) * 100

# %%
#| wrong: You let all of China's purchases vanish. The question takes half.
gone = income["China"]
needed = (gone - income.sum() * 0.05) / (gone * 0.7) * 100

# %%
#| wrong: This is 100 minus 5. The 5 per cent are of all income, and the lost sales are a part of it.
needed = 95

# %% [markdown]
# ### 4.14 A table with sums inside (3 points)
# *Claim C13.* `energy_2023` lists where Russia's energy exports went in 2023, by the Energy Institute. The column `level`
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
#| step: "4"
#| core: true
#| tolerance: 0.002
#| data: tables
#| claims: [C13]
#| objective: compute
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

# %%
#| wrong: These are quantities. Divide each by all that Russia exported of that commodity.
finest = energy_2023[energy_2023["level"] == "destination"]
to_china = finest[finest["destination"] == "China"].set_index("commodity")["value"]

# %% [markdown]
# ### 4.22 Which Europe, which year? (3 points)
# *Claim C13.* "Russia's gas still goes to Europe." `gas` holds pipeline gas in billion cubic metres a
# year: to Europe **without Türkiye**, and to China. How many times as much as Europe did China take, in
# 2023, 2024 and 2025? Put the three ratios into `times`, with the years as labels. Tolerance: 0.01.

# %%
points = load("energy_points")
gas = pd.DataFrame(
    {
        "Europe": points[points["series"] == "gas_europe"].set_index("year")["value"],
        "China": load("gas_pipeline").set_index("year")["bcm"],
    }
)
gas

# %%
#| stub
times = ...

# %%
#| solution: China goes above the line, Europe below it, year by year.
times = (gas["China"] / gas["Europe"]).loc[2023:2025]

# %%
#| check
#| step: "4"
#| core: true
#| tolerance: 0.01
#| data: tables
#| claims: [C13]
#| objective: compute
#| hints:
#|   - '"How many times as much as Europe" puts Europe below the line.'
#|   - pandas divides year by year. Choose the three years with .loc[2023:2025].
#| explanation: >
#|   The ratio passed 1 in 2025, when transit through Ukraine had ended. China's rise explains the
#|   smaller part of it; Europe's fall explains the larger one. And a "Europe" that includes Türkiye
#|   would be far ahead in 2024 and about level in 2025. Year and border decide the headline.
check("4.22", times)

# %%
#| wrong: You put Europe above the line. The question asks how many times as much China took.
times = (gas["Europe"] / gas["China"]).loc[2023:2025]

# %%
#| wrong: These are China's shares of the two together. The question asks for a ratio of the two.
times = (gas["China"] / (gas["China"] + gas["Europe"])).loc[2023:2025]

# %%
#| wrong: These are differences in billion cubic metres. The question asks how many times as much.
times = (gas["China"] - gas["Europe"]).loc[2023:2025]

# %%
#| wrong: You divided China's gas by the pipeline's capacity. Divide by what Europe took.
pipe = load("gas_pipeline").set_index("year")
times = (pipe["bcm"] / pipe["design_capacity_bcm"]).loc[2023:2025]

# %% [markdown]
# ### 4.24 "China halts Russian oil" (3 points)
# *Claims C7, C27.* So a headline might have run in October 2025, when four state firms of China were said to
# have stopped buying Russian oil **by sea**. `oil` holds amounts of 2025 in million barrels a day: what China took by sea,
# what it took by pipeline (which traders expected to be little affected), and two estimates of what the
# state firms had bought by sea. What share of **all** Russian crude to China did the stop concern, by the lower and by
# the higher estimate? Put the two shares (between 0 and 1) into `share`, with the labels `"low"` and
# `"high"`. Tolerance: 0.002.

# %%
barrels = points[points["unit"] == "million barrels a day"]
oil = barrels[barrels["year"] == 2025].set_index("series")["value"]
oil

# %%
#| stub
share = {"low": ..., "high": ...}

# %%
#| solution: The whole is oil by sea and by pipeline together.
whole = oil["crude_seaborne"] + oil["crude_pipeline"]
share = {"low": oil["state_firms_low"] / whole, "high": oil["state_firms_high"] / whole}

# %%
#| check
#| step: "5"
#| core: true
#| tolerance: 0.002
#| data: tables
#| claims: [C7, C27]
#| objective: test
#| hints:
#|   - What is all Russian crude to China made of?
#|   - Add what came by sea and what came by pipeline, then divide each estimate by the sum.
#| explanation: >
#|   The stop was reported, and it concerned a tenth, or less, to a little more than a fifth of the oil. The
#|   rest came by pipeline or was bought by others. A headline that drops "state firms" and "by sea" drops the
#|   finding. And two serious estimates of one amount differ by a factor of two or more.
check("4.24", share)

# %%
#| wrong: You divided by oil by sea only. The question asks for all Russian crude to China.
sea = oil["crude_seaborne"]
share = {"low": oil["state_firms_low"] / sea, "high": oil["state_firms_high"] / sea}

# %%
#| wrong: You exchanged the lower and the higher estimate.
whole = oil["crude_seaborne"] + oil["crude_pipeline"]
share = {"low": oil["state_firms_high"] / whole, "high": oil["state_firms_low"] / whole}

# %%
#| wrong: You added the two estimates. They are two answers to one question, so use each alone.
whole = oil["crude_seaborne"] + oil["crude_pipeline"]
both = oil["state_firms_low"] + oil["state_firms_high"]
share = {"low": both / whole, "high": both / whole}

# %%
#| wrong: The state firms' oil is a part of the oil by sea. Do not add it to the whole again.
whole = oil.sum()
share = {"low": oil["state_firms_low"] / whole, "high": oil["state_firms_high"] / whole}

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
#| step: "4"
#| tolerance: 0.001
#| data: inputs
#| claims: [C13]
#| objective: compute
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


# %%
#| wrong: You used shares in per cent, which gives the scale from 0 to 10,000. Use shares from 0 to 1.
def concentration(amounts):
    return sum((amount / sum(amounts) * 100) ** 2 for amount in amounts)


# %% [markdown]
# ### 4.16 Draw the gap (3 points)
# *Claim C13.* Draw the eight changes of question 4.12 as bars with plotly: one bar per buyer,
# its height the change in million euros per day from `"before"` to `"war_year_2"`. Give the figure
# a title that states the finding, and a title on both axes; that of the changes names their unit. Whether
# your title is true, the check cannot see: read it beside the bars. Put the figure into `figure`.
# Horizontal bars are fine; the order of the bars is yours. Tolerance: 1.

# %%
from alignment.checks import forms

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
#| step: "4"
#| tolerance: 1
#| data: tables
#| claims: [C13]
#| objective: test
#| hints:
#|   - go.Bar takes the labels as x and the numbers as y.
#|   - figure.update_layout(title=..., xaxis_title=..., yaxis_title=...) writes the three titles.
#|   - Write figure in a cell of its own to look at it.
#| explanation: >
#|   A chart of levels would show that Europe paid less and China more, but not how far the gains
#|   make up for the loss. Bars from zero let the reader add and subtract by eye. A title that
#|   states the finding tells the reader what to look for, and can be tested.
unit = ("million|mn|mln|mio|m|meur|eurm", "euro|eur|meur|eurm|€", "day|daily|d")
check("4.16", forms.with_unit(figure, *unit))

# %%
#| wrong: You drew the levels of the second year. Draw the change since "before".
figure = go.Figure(go.Bar(x=revenue.index, y=revenue["war_year_2"]))
figure.update_layout(title="Revenue", xaxis_title="Buyer", yaxis_title="Million euros per day")

# %%
#| wrong: The bars are right, but the figure has no titles. A reader cannot tell what it shows.
changes = revenue["war_year_2"] - revenue["before"]
figure = go.Figure(go.Bar(x=changes.index, y=changes))

# %%
#| wrong: The bars are right, but the axis of the changes does not say in what: million euros per day.
changes = revenue["war_year_2"] - revenue["before"]
figure = go.Figure(go.Bar(x=changes.index, y=changes))
figure.update_layout(title="Europe paid far less", xaxis_title="Buyer", yaxis_title="Change")

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
#| core: true
#| data: none
#| claims: [C3]
#| objective: test
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
#| wrong: For 60 per cent the word is 'likely'; the sentence has very likely.
estimate = ("Higher trade in 2026 is highly probable.", 60)

# %%
#| wrong: Likelihood and confidence do not belong in one sentence; leave out confidence.
estimate = ("I am quite sure that higher trade in 2026 is likely.", 60)

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
