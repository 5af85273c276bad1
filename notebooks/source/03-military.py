# %% [markdown]
# # Lesson 3. The military domain: more together, or only more visible?
#
# **Question of the day.** Do the armed forces of China and Russia do more together than before, and
# can they do anything together that neither could do alone?
#
# The reading says that joint exercises increased (claim C16), that they "complicate strategic
# planning" for others (C17), and that the two exchange advanced equipment (C18). The first claim can
# be counted. *Increased* compares two periods, so first decide which two.
#
# ## Step 1. Choose the window
#
# A **window** is a stretch of years. The later window is 2022 to 2025: the year of the full invasion of Ukraine
# and the three after it. The earlier window that you compare it with is the **base**. A long base holds more
# events, so chance plays a smaller part. A short one is closer to today, but 2020 and 2021 were years of a pandemic. Write down your
# choice and one reason. Then put the first and the last year of your base into the cell, and run it.

# %%
import pandas as pd
import plotly.express as px
from IPython.display import display

from alignment.charts import COLOURS, present
from alignment.methods.measures import rate_ratio
from alignment.tables import load
from alignment.widgets import CountingRules, ScoreSheet, predict, reveal

first, last = 2014, 2021  # change this: two years of your own
events = load("joint_exercises")
events["year"] = events["start"].dt.year
# a word in place of True and False
events["what"] = events["patrol"].map({True: "patrol", False: "exercise"})
base = events.loc[events["year"].between(first, last), "what"]
later = events.loc[events["year"].between(2022, 2025), "what"]
table = pd.DataFrame({"base": base.value_counts(), "later": later.value_counts()}).fillna(0)
# events a year in the later window (4 years), divided by events a year in the base
table["ratio"] = (table["later"] / 4) / (table["base"] / (last - first + 1))
table.round(2)

# %% [markdown]
# `base` and `later` count events. `ratio` is a **rate ratio**: events a year in the later window, divided by
# events a year in the base. It allows for windows of different lengths; 1 means no change. An
# *exercise* trains something, often for days. A *patrol* is a flight or a voyage at sea that both make together and
# that a ministry, the border service or a coast guard calls a joint patrol. Patrols on rivers do not count.
#
# Now look at all the years. Would you keep your base?

# %% tags=["picture"]
yearly = events[events["year"] < 2026].groupby(["year", "what"]).size().rename("events")
labels = {"year": "Year of the start", "events": "Events (number a year)", "what": ""}
fig = px.bar(yearly.reset_index(), x="year", y="events", color="what", labels=labels)
fig.update_traces(selector={"name": "patrol"}, marker_pattern_shape="/")
present(
    fig,
    finding="There was no joint patrol before July 2019; since then there was at least one in every "
    "year. The number of exercises goes up and down.",
    caveat="One unit may be two bombers for a day or thousands of soldiers for a week.",
    sources=["joint_exercises"],
)

# %% [markdown]
# A base that begins in 2014 holds five years in which nobody flew or sailed a joint patrol. Those
# empty years make the ratio of patrols large. No base is *the* right one, but you must say which
# you took, and why.
#
# ## What you will be able to do
#
# - **Construct** a count under rules and windows that you state.
# - **Estimate** how many times as often something happens as before, with an honest interval.
# - **Interpret** arms transfer values, shares and volumes without mixing them.
# - **Separate** a signal, practice and capability, and grade what is claimed about capability.
#
# **You need:** percentages, and lesson 00.
# **Claims of the reading tested here:** C16 (exercises increased), C17 (planning becomes harder), C18 (equipment
# and technology are exchanged), C30 (challenges in the Indo-Pacific).
#
# **How old are these numbers?** The list of events aims to be complete to the end of 2025. Of 2026 only two
# events were found. Arms transfers and military spending end in 2024.
#
# ## Data card
#
# The list aims at a **census**: every event that fits a written rule of ten parts, checked against published
# counts. Table `exercises_left_out` holds each event that was refused, with the part of the rule that it fails.
# The list falls a little short of that: a handful of small drills of 2003 to 2018 are likely to be missing. And
# some years were searched harder than others:

# %%
search = load("exercise_search").set_index("year")["queries"]
before, since = search.loc[2014:2021].mean(), search.loc[2022:2025].mean()
print(f"searches a year: {before:.1f} in 2014-2021, {since:.1f} in 2022-2025")

# %% [markdown]
# So a part of any rise in the count may come from more reporting and more searching.
#
# ## Step 2. How much can chance do?
#
# The counts are small. We counted all events, and yet chance plays a part: with the same habits there could
# have been a few more, or fewer. If the true rate had not changed at all, chance alone would often give a
# ratio a little above or below 1. The **exact interval** is the range of ratios that fit our counts. If we
# made many intervals this way, at least nineteen in twenty would include the true ratio. In the figure a sign is a
# ratio, and the line through it is its interval. Each step of the axis doubles the ratio; at the dotted line it is 1.

# %%
windows = {"2014-2021": (2014, 2021), "2018-2021": (2018, 2021), "2019-2021": (2019, 2021)}
rows = []
for window, (start, end) in windows.items():
    # three pairs of a name and its list of years: exercise, patrol, together
    for what, years in [*events.groupby("what")["year"], ("together", events["year"])]:
        late, early = years.between(2022, 2025).sum(), years.between(start, end).sum()
        ratio, low, high = rate_ratio(late, 4, early, end - start + 1)
        rows.append([window, what, ratio, low, high])
intervals = pd.DataFrame(rows, columns=["base", "what", "ratio", "low", "high"])

# %% tags=["picture"]
shown = intervals.assign(up=intervals["high"] - intervals["ratio"])
shown["down"] = intervals["ratio"] - intervals["low"]
labels = {"ratio": "Rate ratio, 2022-2025 against the base (times)", "base": "Base", "what": ""}
fig = px.scatter(
    shown, x="ratio", y="base", color="what", symbol="what", labels=labels, log_x=True,
    facet_row="what", error_x="up", error_x_minus="down",
)  # fmt: skip
fig.update_xaxes(tickvals=[0.5, 1, 2, 4, 8, 16, 32])
fig.update_layout(showlegend=False).add_vline(x=1, line_dash="dot")
fig.for_each_annotation(lambda title: title.update(text=title.text.removeprefix("=")))
present(
    fig,
    finding="The ratio depends on the base: for patrols it is 7.0, 3.5 or 2.6 (longest base first), "
    "for both kinds together about 2. With the base 2019-2021 all three intervals include 1 "
    "(no change); for exercises alone the interval includes 1 with every base.",
    caveat="An interval that includes 1 leaves open whether anything changed.",
    table=intervals.round(2),
    sources=["joint_exercises"],
)

# %% [markdown]
# **What the interval assumes.** Events do not depend on each other, and the rate is constant in each window.
# But China's ministry says that patrols follow a yearly plan; if so, chance moves their number less than the
# interval supposes. And a patrol that follows an exercise depends on it. Missing events add an error that no interval covers. So read the ends
# of an interval as a rough guide.
#
# Safe to say, without any ratio: there was no joint patrol before July 2019, and at least one in each year since.
#
# **Quick check.** Our list holds eleven events of 2024 and seven of 2025. Did cooperation fade?
#
# <details><summary>Show the answer</summary>
# The count fell. But with so few events the interval of the ratio reaches from far below one to well
# above it: try `rate_ratio(7, 1, 11, 1)`, which gives ratio, low end, high end. And of all
# years 2024 had the most events: after a record, fewer is no surprise. 2025 was searched more often than 2024
# (though less well after August), so the search alone does not explain the fall. "Fewer" is true as a count and
# shows no trend.
# </details>

# %% [markdown]
# ## The counting panel
#
# Now change the rule too. Tick what counts, move both windows (the first is the base), and watch the interval.
# The box *rows of high confidence only* leaves out events that rest on one source or a second-hand one.
# Publishers print totals too, each for its own years. Whatever your windows are, the table under the panel sets
# a total beside our count of the same kinds in the same years if you have ticked these kinds. The nearest total
# stands first; the others are folded below. Publishers count
# different things: the largest total is far above our count, and we could not see its list. Never add or subtract
# totals of two publishers to get a trend.


# %%
def count(events: pd.DataFrame, groups: list[str], first: int, last: int) -> int:
    return int(events[events["group"].isin(groups)]["year"].between(first, last).sum())


# patrols by their kind, exercises by who took part
alone = events["bilateral"].map({True: "exercise of the two", False: "exercise with others"})
patrols = events["kind"].map({"air": "air patrol", "naval": "naval patrol"}).fillna("other patrol")
events["group"] = patrols.where(events["patrol"], alone)
published = load("exercise_counts_published")
# the years in the text of a period: the first and the last
years = published["period"].str.findall(r"\d{4}")
published = published.assign(first=years.str[0].astype(int), last=years.str[-1].astype(int))
CountingRules(events, published, count=count, ratio=rate_ratio)

# %% [markdown]
# **Quick check.** A newspaper writes: "In 2013 there had been nine joint exercises. Today it is more
# than a hundred. Cooperation grew more than tenfold." Name two errors.
#
# <details><summary>Show the answer</summary>
# The two totals come from different publishers with different rules. And both are totals since 2003:
# a total can only grow, even if nothing new happens in most years.
# </details>

# %% [markdown]
# ## Step 3. Where?
#
# Claims C17 and C30 (challenges in the Indo-Pacific) are about places. Each sign on the map is one
# event. One event of the list has no place, so the map lacks it. The map draws
# coasts and no borders. Japan lies to the right of the middle, Alaska in the upper right corner. (The list
# says Sea of Japan, as Japan does; Korea says East Sea.)

# %% tags=["picture"]
from alignment.charts.coast import coast

placed = events.dropna(subset="lon").assign(
    period=events["year"].ge(2022).map({False: "2003-2021", True: "2022-2026"})
)
far = placed[placed["lon"] % 360 >= 150]
fig = px.scatter_geo(
    placed, lon="lon", lat="lat", color="period", symbol="period", hover_name="name"
)
fig.add_scattergeo(**coast(west=10, east=225, south=-40, north=80))
fig.update_geos(projection_type="natural earth", projection_rotation_lon=110, showland=False)
fig.update_geos(lataxis_range=[-40, 78], lonaxis_range=[10, 225], showcoastlines=False)
present(
    fig,
    finding=f"The {len(far)} events farthest east (150° E and beyond), in the North Pacific and the Bering Sea, "
    f"all date from {far['year'].min()} or later.",
    caveat="A sign is an approximate place; a patrol is a route. The map shows where the two went, and not "
    "whether anybody changed a plan.",
    table=placed[["start", "name", "place"]],
    sources=["joint_exercises"],
    alt="Map with one sign per event in two periods. Before 2022 signs lie from the Baltic and the "
    "Mediterranean to Japan, since 2022 also in the North Pacific and the Bering Sea.",
)

# %% [markdown]
# ## Step 4. What was delivered?
#
# The public measure of arms used here is the trend-indicator value (TIV) of the Stockholm institute
# SIPRI. It measures the **volume of military capability** delivered, in points and not in money. It counts
# major weapons and some main parts, such as engines and sensors, but no small parts, chips or advice.

# %% tags=["predict"]
predict("p3-1")

# %% tags=["result", "picture"]
arms = load("arms_transfers")
sold = arms.query("supplier == 'Russia' and recipient == 'China' and year >= 2000")
labels = {"year": "Year of delivery", "tiv": "Deliveries (million TIV)", "supplier": ""}
fig = px.bar(sold, x="year", y="tiv", color="supplier", color_discrete_map=COLOURS, labels=labels)
present(
    fig,
    finding="Russia's recorded deliveries to China fell to almost nothing in 2024.",
    caveat="What China builds itself, secret transfers and know-how are not in this record.",
    sources=["arms_transfers"],
    guess="p3-1",
)

# %% tags=["predict"]
predict("p3-2")

# %% tags=["result"]
start = 2020  # change this: 2010 or 2015
to_china = arms[(arms["recipient"] == "China") & arms["year"].between(start, start + 4)]
volume = to_china.groupby("supplier")["tiv"].sum()
print(f"Russia: {volume['Russia']:.0f} million TIV, {volume['Russia'] / volume.sum():.0%} of all")
reveal("p3-2")

# %% [markdown]
# The volume says how much Russia delivered. The share says what part that is of all arms that China received.

# %% tags=["predict"]
predict("p3-3")

# %% tags=["result"]
kinds = load("arms_categories").query("year >= 2020")
print((kinds.groupby("category")["tiv"].sum() / kinds["tiv"].sum()).round(2).to_string())
reveal("p3-3")

# %% [markdown]
# Why did the volume fall? SIPRI says: because China now builds engines and helicopters itself
# ([SCMP, March 2025](https://scmp.com/news/china/military/article/3301475/chinas-falling-arms-imports-signal-massive-growth-military-self-reliance)).

# %% tags=["predict"]
predict("p3-5")

# %% tags=["result"]
to_russia = arms.query("recipient == 'Russia' and 2022 <= year <= 2024")
print((to_russia.groupby("supplier")["tiv"].sum() / to_russia["tiv"].sum()).round(3).to_string())
reveal("p3-5")

# %% [markdown]
# The table gives parts of 1 (0.65 is 65 per cent). It also holds tiny entries, such as the one for the United
# States; we do not know what they are. What China sends to Russia is mostly not major arms: lesson 5 is about that.
#
# ## Step 5. Compared with what?
#
# Cooperation adds to what each country has alone. Military spending gives the scale. It is in dollars of
# 2023, so inflation and the exchange rates of other years do not change its growth. But how large the spending
# looks depends on the exchange rate of 2023.

# %% tags=["predict"]
predict("p3-4")

# %% tags=["result", "picture"]
names = ["China", "Germany", "Russia", "United States"]
every = load("military_spending").pivot(index="year", columns="country", values="usd_2023")
spending = every[names]
growth = ((spending.loc[2024] / spending.loc[2015] - 1) * 100).rename("growth").reset_index()
labels = {"growth": "Growth 2015-2024 (per cent)", "country": "Country"}
fig = px.bar(
    growth, x="growth", y="country", color="country", color_discrete_map=COLOURS, labels=labels
)
fig.update_layout(showlegend=False)
both, alone = every.loc[2024, ["China", "Russia"]].sum(), every.loc[2024, "United States"]
allies = every.loc[2024, ["Germany", "Japan", "South Korea", "United Kingdom"]].sum()
present(
    fig,
    finding="From 2015 to 2024 Russia's spending doubled and Germany's nearly did.",
    caveat="Nobody pools these budgets: spending is what each has without the other. Figures for China and Russia are estimates.",
    sources=["military_spending"],
    guess="p3-4",
)
print("In 2024 China and Russia together spent (at market exchange rates of 2023)")
print(f"- {both / alone:.2f} dollars per dollar of the United States")
print(f"- {both / (alone + allies):.2f} per dollar of the US, UK, Germany, Japan and South Korea")

# %% [markdown]
# Exercises have a scale too. In 2016 a US general spoke of more than a hundred joint and multinational
# exercises of US forces a year in the Pacific
# ([Government Executive](https://govexec.com/defense/2016/08/us-military-holds-more-pacific-exercises-you-probably-realize/131061/)).
# He counts by another rule than we do, so compare only the rough size.
#
# ## Step 6. Signal, practice, capability
#
# The same event can mean three things. Keep them apart.
#
# | | what it is | how one would know |
# |---|---|---|
# | signal | shows others an intention | place, timing, publicity |
# | practice | forces learn something together | length, staff, what is repeated |
# | capability | at least one of the two can do something that it could not do before | what would be missing without the partner |
#
# A gain in capability cannot be counted as events can. One can list who claims what, and how well it is shown:
#
# | grade | how well it is shown |
# |---|---|
# | A | shown in the open by those who do it, or said by both |
# | B | admitted by one side, or others saw documents or parts that show it |
# | C | cannot be examined by others |
# | D | only said or expected |
#
# In the table, `claimed_by` is who says it, `other_side` what those concerned answered, and `would_raise` the
# evidence that would give the claim a better grade. The figure uses shorter names: point at a sign for the
# longer one, or change the grade in the cell to read the claim.

# %%
grade = "D"  # change this: A, B, C or D
claims = load("capability_claims")
columns = ["item", "claimed_by", "other_side", "would_raise"]
with pd.option_context("display.max_colwidth", None):
    display(claims.loc[claims["grade"] == grade.upper(), columns].fillna("–"))

# %% tags=["picture"]
claims = claims.sort_values(["grade", "item"], ascending=[False, True])
labels = {"grade": "How well it is shown (A best)", "short": "Claim", "direction": ""}
fig = px.scatter(
    claims, x="grade", y="short", color="direction", symbol="direction", labels=labels, height=500,
    hover_name="item",
)  # fmt: skip
fig.update_xaxes(categoryorder="array", categoryarray=["D", "C", "B", "A"])
fig.update_traces(marker_size=12)
present(
    fig,
    finding=f"{claims['grade'].isin(['A', 'B']).sum()} of {len(claims)} claims have grade A or B (shown or "
    "admitted); quieter submarines and a working warning system have a lower one.",
    caveat="A grade judges published evidence. A claim without such evidence may still be true.",
    table=claims[["short", "item", "direction", "claimed_by", "admitted_by", "evidence", "grade"]],
    sources=["capability_claims"],
)

# %% [markdown]
# Among the better shown claims is the training of Russian soldiers in China (B): documents were seen, and
# Beijing calls the reports baseless.
#
# **Quick check.** A large joint exercise was planned and then cancelled. What would you find in our
# list?
#
# <details><summary>Show the answer</summary>
# Nothing. The list holds only what took place. So it shows cooperation; friction that stops an exercise leaves no row.
# </details>

# %% [markdown]
# ## The other side of the table
#
# Official statements are evidence of a position, not of a fact; the
# rule is the same for every government.
#
# - **Washington, a voice that sees a grave threat.** Avril Haines, then head of US intelligence, said in
#   May 2024 that for the first time the two practised together with Taiwan in mind. Jeffrey Kruse, head of military
#   intelligence, added that they would cooperate, and that US plans were being revised because of this
#   ([The Japan Times, May 2024](https://japantimes.co.jp/news/2024/05/03/asia-pacific/politics/us-spies-china-russia-taiwan)).
# - **Beijing.** The defence ministry calls the air patrol of December 2025 a part of the yearly plan. The patrol,
#   it says, shows the will and the ability of both sides to meet challenges to regional security
#   ([People's Daily Online, December 2025](http://en.people.cn/n3/2025/1210/c90000-20400621.html)).
# - **Moscow.** In February 2022 the scholar Vasily Kashin saw room for more military cooperation without
#   an alliance: coordination keeps an opponent from massing on one front. A treaty of alliance could strain
#   Russia's ties with India and Vietnam, and nothing made it necessary: there was no real clash with the
#   United States and NATO
#   ([TASS](https://tass.com/world/1399733/amp)).
# - **Tokyo.** The white paper of Japan's defence ministry calls China's growing military cooperation with
#   Russia a serious concern for Japan's security ([AP via KSTP, July 2025](https://kstp.com/ap-top-news/japan-calls-chinas-military-activity-its-biggest-strategic-challenge/)).
#
# **Change the point of view.** One day after the patrol of December 2025, US bombers and Japanese
# fighters flew over the Sea of Japan, and Tokyo said that it showed their resolve
# ([CNA](https://www.channelnewsasia.com/world/us-bombers-join-japanese-jets-show-force-after-china-russia-drills-tokyo-says-5575911)).
# Write the sentence "the joint exercises of X and Y complicate strategic planning" as a planner in
# Beijing would, and then as a planner in Tokyo, who must watch two navies. Look at the column *how one would
# know* in step 6: which of its three rows would each planner check first?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each of the six criteria give three scores from 0 to 100: lowest, most likely, highest. Choose the ends so
# that the right score (the one you would give if you knew everything) has one chance in ten of lying below the
# lowest, and one in ten of lying above the highest. Add one line of evidence. Judge the **cooperation**: what
# would be different if both
# countries existed with the same aims, but did not cooperate? Here count what the two do together, the use of
# each other's bases and airspace, and that others must plan for two regions at once. Hardware and know-how
# belong to lesson 5, so the arms of step 4 do not count here. Criterion C asks
# for harm to one vital interest: name it in your evidence, for example the balance and the allies in the Indo-Pacific. Your sheet
# is kept in `my-work/` for lesson 8. Nobody grades it.

# %%
ScoreSheet("M")

# %% [markdown]
# In code: `ScoreSheet("M").set("A", 30, 45, 60, note="the figure I used")`, with your own numbers, in a
# cell of your own.
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** There were no joint patrols before July 2019, and at least one in every year
#   since; some reached waters near Alaska. Recorded arms deliveries from Russia to China fell after 2018.
# - **Mixed.** How much more frequent patrols became depends on the base. For exercises alone the
#   ratio is about one and a half, and every interval here includes no change. Counted together, the two
#   kinds became more than twice as frequent as in 2014-2021, and that interval lies above 1.
#   Russia's share of China's arms imports stayed high to 2023 while the volume fell; in 2024 the share was lower,
#   too.
# - **Said by an official.** The head of US military intelligence said in 2024 that US plans were being revised
#   because the two would cooperate (C17). What was changed is not public.
# - **Not settled here.** Whether the two could fight together, and what is shared in secret (C18).
#
# Confidence: high that patrols are new since 2019, moderate for counts of exercises, low for every
# ratio and for capability.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 03; its link stands at the end of this page.
#
# **Discuss.** Is a problem on two fronts real if the two never fight together? Must forces be able to
# work together in order to do harm? Why might both sides *overstate*, or hide, their cooperation?
#
# **Read.** R. Weitz, *Assessing Chinese-Russian Military Exercises*, on their history and purposes
# (CSIS, July 2021);
# EUISS, *Rehearsing for war*
# ([report](https://www.iss.europa.eu/content/rehearsing-war-china-and-russias-military-exercises));
# L. Goldstein on watching closely without overreacting
# ([Defense Priorities](https://www.defensepriorities.org/press-releases/watch-russia-china-cooperation-closely-avoid-overreacting)).
