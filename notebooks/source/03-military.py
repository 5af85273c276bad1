# %% [markdown]
# # Lesson 3. The military domain: more together, or only more visible?
#
# **Question of the day.** Do the armed forces of China and Russia do more together than before, and
# can they do anything together that neither could do alone?
#
# The reading says that joint exercises increased (claim C16), that they "complicate strategic
# planning" for others (C17), and that the two exchange advanced equipment (C18). The first claim
# can be counted. To count, you need a rule that says what is counted. In this lesson you choose the
# rule and see what it does to the answer.
#
# The next cell loads a list of named events and puts each into one of three groups.

# %%
import pandas as pd
import plotly.graph_objects as go

from alignment.charts import present, theme
from alignment.charts.coast import coast
from alignment.tables import cite, load

events = load("joint_exercises")
events["year"] = events["start"].dt.year
events["group"] = "exercise of the two"
events.loc[~events["bilateral"], "group"] = "exercise with others"
events.loc[events["patrol"], "group"] = "patrol of the two"

# %% [markdown]
# First look: events per year. An *exercise* trains something in one area, often for days. A
# *patrol* is a flight or a voyage along a route. "With others" means that at least one more state
# took part. Patterns repeat what the colours say.

# %%
counts = pd.crosstab(events["year"], events["group"])
fig = go.Figure().update_layout(title="Did joint exercises increase?", barmode="stack")
fig = fig.update_xaxes(title="Year").update_yaxes(title="Events (number a year)")
colours, patterns = [theme.BLUE, theme.ORANGE, theme.GREY], ["", "/", "x"]
for group, colour, pattern in zip(counts.columns, colours, patterns, strict=True):
    fig.add_bar(x=counts.index, y=counts[group], name=group, marker_color=colour)
    fig.data[-1].marker.pattern.shape = pattern
finding = "There is more joint activity since 2019, and most of what is new is patrols."
caveat = "One bar unit may be two bombers for a day or thousands of soldiers for a week."
present(fig, finding=finding, caveat=caveat, sources=["joint_exercises"])

# %% [markdown]
# Open the fold under the figure to read the figure in words and the numbers behind it.

# %% [markdown]
# ## What you will be able to do
#
# - **Construct** a count under rules that you state.
# - **Estimate** how many times more often something happens, with an honest interval.
# - **Interpret** arms transfer values, shares and volumes without mixing them.
# - **Separate** a signal, practice and capability.
#
# **Minutes:** 75 with the exercises, 45 without. **You need:** percentages, and lesson 00.
# **Claims of the reading tested here:** C16 (exercises increased), C17 (planning becomes harder),
# C18 (equipment and technology are exchanged).
#
# **How old are these numbers?** The list of events ends in December 2025. Arms transfers and
# military spending end in 2024. Two later events are known:
# [a naval exercise with Iran](https://news.az/news/china-russia-iran-begin-brics-plus-naval-drills-in-south-africa)
# off South Africa in January 2026, and an eleventh joint air patrol in June 2026, which
# [one outlet reports](https://themonexus.com/articles/2026-06-27-russia-china-11th-joint-air-patrol).
# Nothing dated after mid-2026 was found.

# %% [markdown]
# ## Data card
#
# The list was put together from one public page per event. It holds named series that somebody
# reported. It is not a census: small drills are missing, and what is never reported cannot be in
# it. The places on the map are approximate points. The next cell prints how to cite the list and
# how sure each row is.

# %%
print(cite("joint_exercises"))
events["confidence"].value_counts()

# %% [markdown]
# ## Step 1. Count under a rule
#
# A question with "increased" compares two periods. We take the eight years before 2022 and the four
# years from 2022 on. An event belongs to the year in which it began.

# %%
before = events[events["year"].between(2014, 2021)]["group"].value_counts()
after = events[events["year"].between(2022, 2025)]["group"].value_counts()
table = pd.DataFrame({"2014-2021": before, "2022-2025": after})
table

# %% [markdown]
# The periods differ in length: eight years and four. So counts must not be compared. A **rate** is
# the count divided by the years.

# %%
rates = table / [8, 4]
rates.round(2)

# %% [markdown]
# The **rate ratio** says how many times more often something happens in the later period: the later
# rate divided by the earlier one.

# %%
ratio = rates["2022-2025"] / rates["2014-2021"]
ratio.round(2)

# %% [markdown]
# Both kinds of exercises have the same ratio, and it is close to one. Patrols have a large one.
# These are small counts, though. If the true rate had not changed at all, chance alone would still
# give a ratio a little above or below one.
#
# How much can chance do? Suppose the rate never changed. Then each event falls into the later
# period with a probability of one third, because that period has four of twelve years. For other
# true ratios the probability is another one. The **exact interval** holds all true ratios for which
# counts like ours would not be surprising, at the usual level of nineteen cases in twenty. We compute
# it for three rules. First the counts.

# %%
rules = {"all events": table.index, "patrols alone": ["patrol of the two"]}
rules["without patrols"] = ["exercise of the two", "exercise with others"]
totals = {name: table.loc[groups].sum() for name, groups in rules.items()}
pd.DataFrame(totals).T

# %% [markdown]
# The function `rate_ratio` takes a count and its years, twice. It returns the ratio and the two
# ends of its exact interval.

# %%
from alignment.methods.measures import rate_ratio

columns = ["ratio", "low", "high"]
found = {name: rate_ratio(late, 4, early, 8) for name, (early, late) in totals.items()}
intervals = pd.DataFrame.from_dict(found, orient="index", columns=columns)
intervals.round(2)

# %% [markdown]
# We draw the three ratios with their intervals. The vertical line marks "no change". The axis
# multiplies: the step from 1 to 2 is as wide as the step from 2 to 4.

# %%
mark = {"symbol": "circle-open", "size": 13, "color": theme.BLUE, "line": {"width": 3}}
width = {"array": intervals["high"] - intervals["ratio"]}
width |= {"arrayminus": intervals["ratio"] - intervals["low"], "color": theme.INK}
fig = go.Figure(go.Scatter(x=intervals["ratio"], y=intervals.index, marker=mark, error_x=width))
fig = fig.update_traces(mode="markers+text", text=intervals["ratio"].round(1))
fig = fig.update_traces(textposition="top center", textfont_size=14)

# %% [markdown]
# Then a title, the line and the axes.

# %%
title = "How many times more often since 2022, by counting rule"
fig = fig.update_layout(title=title)
fig = fig.add_vline(x=1, line_dash="dot", line_color=theme.INK)
fig = fig.update_yaxes(title="What is counted", range=[2.4, -0.6])
fig = fig.update_xaxes(title="Rate ratio (times)", type="log", tickvals=[0.5, 1, 2, 4, 8, 16])

# %% [markdown]
# Ask of every interval: does it include one?

# %%
present(
    fig,
    finding=f"Patrols became about {intervals.loc['patrols alone', 'ratio']:.0f} times as frequent; "
    f"without them the ratio is {intervals.loc['without patrols', 'ratio']:.1f}, and its interval "
    "includes no change.",
    caveat="An interval that includes 1 does not show that nothing changed: these counts are small.",
    table=intervals.round(2),
    sources=["joint_exercises"],
)

# %% [markdown]
# Some rows of the list are less sure than others. Does the answer depend on them? We keep only the
# rows of high confidence.

# %%
sure = events[events["confidence"] == "high"]
late, early = (sure["year"].between(*w).sum() for w in [(2022, 2025), (2014, 2021)])
print(f"{late} and {early} events: ratio {late / 4 / (early / 8):.2f}")

# %% [markdown]
# The ratio becomes larger, because more of the less sure rows lie in the earlier period. Older
# events are harder to document. A list like this one can show an increase that is partly an
# increase of reporting.
#
# **Quick check.** Ten joint air patrols took place in the seven years from 2019 to 2025. How many
# is that per year? And may you compare it with exercises per year?
#
# <details><summary>Show the answer</summary>
# Ten divided by seven, a little under one and a half per year. You may put the two rates beside
# each other, but you may not say that one is "more": a flight of a day and an exercise of a week
# are not the same unit.
# </details>

# %% [markdown]
# ## Step 2. Whose total is right?
#
# Others publish totals too. They differ a lot.

# %%
published = load("exercise_counts_published")
published[["counted", "period", "value", "bound", "publisher"]]

# %% [markdown]
# One of them counts more than twice as many events as our list. That is no contradiction: it may
# include small drills, port calls or staff talks. Since the rules are not printed with the totals,
# totals of two publishers must never be added, and one must never be subtracted from the other to
# get a trend.
#
# **Quick check.** A newspaper writes: "In 2013 there had been nine joint exercises. Today it is more
# than a hundred. Cooperation grew more than tenfold." Name two errors.
#
# <details><summary>Show the answer</summary>
# The two totals come from different publishers with different rules. And both are totals since
# 2003: a total can only grow, even if nothing new happens in most years.
# </details>

# %% [markdown]
# ## Step 3. Where?
#
# Claim C17 says that the exercises make planning harder for others. For that, the place matters
# more than the number. We sort the points by longitude into three areas. Counting all degrees
# eastward, around the globe, keeps Alaska east of Japan.

# %%
east = events["lon"] % 360
areas = ["west of 110° E", "110–138° E", "east of 138° E"]
events["area"] = pd.cut(east, [0, 110, 138, 360], labels=areas)
events["period"] = events["year"].ge(2022).map({False: "2003-2021", True: "2022-2025"})
pd.crosstab(events["area"], events["period"])

# %% [markdown]
# The middle area holds the seas between China, Korea and Japan. (A note on names: the list speaks of
# the Sea of Japan, as Japan does; Korea calls it the East Sea.) Now the map. It has coasts and no
# borders, and five cities show where you are. Each sign is one event. The coasts are those of
# Natural Earth, a free map.

# %%
fig = go.Figure().update_layout(title="Where did they exercise and patrol?", height=450)
looks = {"2003-2021": ("circle-open", theme.BLUE), "2022-2025": ("diamond", theme.ORANGE)}
for period, (symbol, colour) in looks.items():
    part = events[events["period"] == period]
    fig.add_scattergeo(lon=part["lon"], lat=part["lat"], text=part["name"], name=period)
    fig.data[-1].marker = {"symbol": symbol, "color": colour, "size": 10}
    fig.data[-1].marker.line = {"color": colour if "open" in symbol else theme.INK, "width": 2}

# %% [markdown]
# The coasts lie under the signs, the names of the cities above them.

# %%
cities = {"Moscow": (37.6, 55.8), "Beijing": (116.4, 39.9), "Tokyo": (139.7, 35.7)}
cities |= {"Anchorage": (-149.9, 61.2), "Mumbai": (72.9, 19.1)}
lon, lat = zip(*cities.values(), strict=True)
look = {"textposition": "top center", "marker_color": theme.INK, "showlegend": False}
fig = fig.add_scattergeo(lon=lon, lat=lat, text=list(cities), mode="markers+text", **look)
fig = fig.add_scattergeo(**coast(west=10, east=225, south=0, north=80))
fig.data = fig.data[-1:] + fig.data[:-1]

# %% [markdown]
# We look at the part of the globe that holds the events.

# %%
grid = {"showgrid": True, "gridcolor": theme.GRID, "dtick": 20}
fig = fig.update_geos(projection_type="natural earth", projection_rotation_lon=110)
fig = fig.update_geos(lonaxis=grid, lataxis=grid, lataxis_range=[5, 78], lonaxis_range=[10, 225])
fig = fig.update_geos(showland=False, showcoastlines=False, framecolor=theme.INK)

# %% [markdown]
# Look first at the right edge, near Alaska.

# %%
shown = events[["start", "name", "place", "area"]]
present(
    fig,
    finding="Since 2022 more events took place in the open Pacific, some of them near Alaska.",
    caveat="A dot is an approximate place, not combat power; a patrol is a route, not a point.",
    table=shown,
    sources=["joint_exercises"],
    alt="Map with one sign per event in two periods. Before 2022 signs lie from the Mediterranean "
    "to Japan, since 2022 also in the North Pacific and the Bering Sea.",
)

# %% [markdown]
# **Quick check.** Does the map show that planners in Washington or Tokyo changed anything?
#
# <details><summary>Show the answer</summary>
# No. It shows where the two went, not how anybody reacted. For claim C17 one would need plans,
# budgets or deployments of the others, and evidence that they changed because of these events.
# </details>

# %% [markdown]
# ## Step 4. What was delivered?
#
# Claim C18 speaks of advanced equipment. One public measure exists: the trend-indicator value (TIV)
# of the Stockholm institute SIPRI. It measures the **volume of military capability** delivered,
# not money, and only whole major weapons and engines. Parts, chips and advice are not in it.

# %%
arms = load("arms_transfers")
arms = arms[arms["recipient"] == "China"]
seller = arms["supplier"].where(arms["supplier"] == "Russia", "Others")
deliveries = arms.groupby(["year", seller])["tiv"].sum().unstack(fill_value=0)
deliveries.tail(4).round(0)

# %% [markdown]
# Single years jump, because a ship counts in the year of delivery. So we add up five years and
# divide the sums.

# %%
windows = ["2010-2014", "2015-2019", "2020-2024"]
five_years = pd.cut(deliveries.index, [2009, 2014, 2019, 2024], labels=windows)
sums = deliveries.groupby(five_years, observed=True).sum()
sums["Russia's share"] = sums["Russia"] / (sums["Russia"] + sums["Others"])
sums.round(2)

# %% [markdown]
# Russia's **share** hardly moved in the last ten years. The **volume** fell a lot, from Russia and
# in all. Both statements are true, and only one of them will be in a headline.

# %%
volume_change = (sums["Russia"].iloc[-1] / sums["Russia"].iloc[-2] - 1) * 100
print(f"Volume from Russia: {volume_change:.0f} per cent against the five years before")

# %% [markdown]
# We draw the yearly volume.

# %%
title = "Major arms delivered to China, by year of delivery"
fig = go.Figure().update_layout(title=title, barmode="stack")
fig = fig.add_bar(x=deliveries.index, y=deliveries["Russia"], name="from Russia")
fig.data[0].update(theme.bar("Russia"))
fig = fig.add_bar(x=deliveries.index, y=deliveries["Others"], name="from others")
fig.data[1].update(theme.bar("Others")).marker.pattern.shape = "/"
fig = fig.update_xaxes(title="Year").update_yaxes(title="Deliveries (million TIV)")

# %% [markdown]
# Why the volume fell is another question. Read what the caveat says about it.

# %%
share = sums["Russia's share"].iloc[-1]
present(
    fig,
    finding=f"In 2020–2024 Russia sent {-volume_change:.0f} per cent less than in the five years "
    f"before, and still {share * 100:.0f} per cent of what China imported.",
    caveat="Why: what China builds itself is not in this table. Secret transfers and know-how are "
    "not in it either, so no recorded delivery is weak evidence that nothing was shared.",
    table=sums.round(2),
    sources=["arms_transfers"],
)

# %% [markdown]
# Published numbers also change. The same institute's release of 2022 and its release of 2026 give
# different values for the same year.

# %%
vintages = load("arms_vintages").set_index("year")
vintages.loc[2018:2021].round(0)

# %% [markdown]
# **Quick check.** You have the older release up to 2021 and the newer one for the years after. May
# you join them?
#
# <details><summary>Show the answer</summary>
# No. The last years of a release are always revised most. The join would show a fall that is only
# the difference between two releases. Use one release for all years.
# </details>

# %% [markdown]
# ## Step 5. Compared with what?
#
# Cooperation adds to what each country has alone. How large is that? Military spending gives the
# scale. We use dollars of 2023, so that neither prices nor exchange rates move the lines.

# %%
spending = load("military_spending")
names = ["United States", "China", "Russia", "Japan", "South Korea"]
spending = spending[spending["country"].isin(names) & spending["year"].between(2015, 2024)]
levels = spending.pivot(index="year", columns="country", values="usd_2023") / 1000
levels.loc[[2015, 2024]].round(0)

# %% [markdown]
# The figures of China and Russia are estimates by the institute, so their markers are hollow. The
# axis multiplies again: one step up is twice as much, and equal growth has an equal slope.

# %%
fig = go.Figure().update_layout(title="Military spending: what each has alone")
fig = fig.update_xaxes(title="Year")
fig = fig.update_yaxes(title="Spending (billion US dollars of 2023)", type="log")
fig = fig.update_yaxes(tickvals=[32, 64, 128, 256, 512, 1024], range=[1.4, 3.1])
for name in names:
    look = theme.line(name, derived=name in ("China", "Russia"))
    fig.add_scatter(x=levels.index, y=levels[name], name=name, **look)

# %% [markdown]
# Growth over the nine years, in per cent:

# %%
growth = (levels.loc[2024] / levels.loc[2015] - 1) * 100
growth.round(0).sort_values()

# %% [markdown]
# Russia's spending doubled, from a small base. How much do the two spend for each dollar of the
# United States?

# %%
both = levels.loc[2024, ["China", "Russia"]].sum() / levels.loc[2024, "United States"]
print(f"{both:.2f} dollars")

# %% [markdown]
# The figure with its limits.

# %%
present(
    fig,
    finding=f"China and Russia together spent {both:.2f} dollars for each dollar of the United "
    f"States in 2024; Russia's spending grew by {growth['Russia']:.0f} per cent since 2015.",
    caveat="Spending is not cooperation: this is what each would have without the other. A dollar "
    "also buys more in some countries than in others.",
    table=levels.round(1),
    sources=["military_spending"],
)

# %% [markdown]
# ## Step 6. Signal, practice, capability
#
# The same event can mean three different things. Keep them apart when you score.
#
# | | what it is | how one would know | example |
# |---|---|---|---|
# | signal | shows others an intention | place, timing, publicity | a port visit on a holiday |
# | practice | forces learn something together | length, staff, what is repeated | a map exercise of two staffs |
# | capability | either can do something it could not do before | a test without the partner fails | a shared warning network |
#
# There is one more trap. Our list has events that took place. What about an exercise that was
# planned and **cancelled**? Search the list for one: you will find nothing. The list selects
# cooperation. An event that fails leaves no row.

# %% [markdown]
# ## The counting panel
#
# Now you choose the rule. First, air patrols, naval patrols and the one map exercise with computers
# get groups of their own.

# %%
kinds = {"air_patrol": "air patrol", "naval_patrol": "naval patrol"}
kinds |= {"missile_defence_cpx": "command-post exercise"}
events["group"] = events["kind"].map(kinds).fillna(events["group"])

# %% [markdown]
# The period of a published total is a text such as "2012 to 2019". We take the years out of it.

# %%
years = published["period"].str.findall(r"\d{4}")
published["first"] = years.str[0].astype(int)
published["last"] = years.str[-1].astype(int)

# %% [markdown]
# This is the whole computation: keep some groups and count the years of a window.


# %%
def count(events: pd.DataFrame, groups: list[str], first: int, last: int) -> int:
    """Count the events of some groups that began in the years from first to last."""
    kept = events[events["group"].isin(groups)]
    return int(kept["year"].between(first, last).sum())


# %% [markdown]
# Tick the groups, move the windows with the mouse or the arrow keys, and watch the interval. The
# panel also says which published total your rule comes closest to. Close is not equal: two rules
# can give the same number.

# %%
from alignment.widgets import CountingRules

panel = CountingRules(events, published, count=count, ratio=rate_ratio)
panel

# %% [markdown]
# The same in one code cell, without the panel: exercises of the two only.

# %%
only = ["exercise of the two", "command-post exercise"]
late, early = count(events, only, 2022, 2025), count(events, only, 2014, 2021)
ratio, low, high = rate_ratio(late, 4, early, 8)
print(f"{late} and {early} events: ratio {ratio:.2f}, from {low:.2f} to {high:.2f}")

# %% [markdown]
# **Quick check.** Find a rule and two windows that give a ratio above two with an interval that
# does not include one. Then find others that give a ratio below one. What follows?
#
# <details><summary>Show the answer</summary>
# Both exist. Keep everything and the windows as they were; then keep only "exercise of the two", with
# the windows 2012–2017 and 2018–2025. So the sentence "joint exercises increased" is not a finding
# until it names what is counted and which years are compared.
# </details>

# %% [markdown]
# ## The other side of the table
#
# The same events are read differently elsewhere. Official statements are evidence of a position,
# not of a fact; the rule is the same for every government.
#
# - **Beijing.** The defence ministry calls the air patrols part of a yearly plan that is aimed at no
#   third party ([People's Daily, December 2024](http://en.people.cn/n3/2024/1202/c90000-20248933.html)).
#   A year later it added that they show the will to meet regional security challenges
#   ([December 2025](http://en.people.cn/n3/2025/1210/c90000-20400621.html)).
# - **Moscow.** The defence ministry says that the flights keep to international law, violate no
#   airspace and follow the plan for the year
#   ([TASS, June 2023](https://tass.com/defense/1629169)).
# - **Tokyo and Seoul.** Both sent fighters and complained. Japan's minister called the flight of
#   December 2025 a show of force against his country; South Korea protested because aircraft had
#   entered its identification zone, which is not its airspace
#   ([Japan Today](https://japantoday.com/category/politics/south-korea-japan-protest-over-china-russia-aircraft-incursions)).
# - **A critic in the United States.** Lyle Goldstein asks to watch the cooperation closely and not to
#   overstate the challenge
#   ([Defense Priorities, 2024](https://www.defensepriorities.org/press-releases/watch-russia-china-cooperation-closely-avoid-overreacting)).
#
# **Turn the frame round.** One day after the patrol of December 2025, US bombers and Japanese
# fighters flew over the same sea, and Tokyo called it a sign of resolve
# ([CNA](https://www.channelnewsasia.com/world/us-bombers-join-japanese-jets-show-force-after-china-russia-drills-tokyo-says-5575911));
# a US official said that it had been planned before
# ([Devdiscourse](https://www.devdiscourse.com/article/law-order/3728264-power-play-in-the-pacific-us-and-japan-display-military-might-amid-rising-tensions)).
# Draw lots for a capital: Beijing, Moscow or Tokyo. Write the sentence "the joint exercises of X
# and Y complicate strategic planning" as a planner there would. Which of your tests for signal,
# practice and capability would you apply to it?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion enter your best score (most likely) and two ends: a right score below the lowest,
# or above the highest, should surprise you one time in ten. Add one line of evidence. Judge the **cooperation**: what would be different if both countries existed with
# the same aims, but did not cooperate? Joint activity, access and planning for two theatres belong
# here; hardware and know-how (step 4) belong to lesson 5. Your sheet is kept in `my-work/` and feeds
# the board in lesson 8. Nobody grades it.

# %%
from alignment.widgets import ScoreSheet

sheet = ScoreSheet("M")
sheet

# %% [markdown]
# The same in a code cell: take away the `#`, put in your own numbers and your own note, and run it.

# %%
# sheet.set("A", 30, 45, 60, note="why I think so, with the figure I used")
sheet.to_frame()

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Joint patrols are new since 2019 and became frequent; they reached the open
#   Pacific and the waters near Alaska. Recorded arms deliveries from Russia to China fell.
# - **Mixed.** Whether exercises proper became more frequent: the ratio is a little above one and the
#   interval includes no change. Russia's share of China's arms imports stayed high while the
#   volume fell.
# - **Not settled here.** Whether anybody's planning changed (C17), whether the two could fight
#   together, and what is shared in secret (C18).
#
# Confidence: high that patrols increased, moderate for all counts of exercises (a list of reports is
# not a census), low for capability.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 03; its link stands at the end of this page.
#
# **Discuss.** Is a problem on two fronts real if the two never fight together? Must forces be able to
# work together in order to do harm? Why might both sides *overstate* their cooperation?
#
# **Read.** R. Weitz on the history and purposes of the exercises
# ([2021, copy](https://www.strategicstudyindia.com/2021/07/assessing-chinese-russian-military.html));
# EUISS, *Rehearsing for war*
# ([report](https://www.iss.europa.eu/content/rehearsing-war-china-and-russias-military-exercises));
# A. Korolev, "On the Verge of an Alliance", *Asian Security*
# ([doi](https://doi.org/10.1080/14799855.2018.1463991)).
