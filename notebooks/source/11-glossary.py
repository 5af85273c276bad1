# %% [markdown]
# # Glossary: the words of the course
#
# **Minutes:** {minutes}; or look up a word when you need it. Each word is explained in plain
# English, with the lesson that explains it. Some words have other meanings elsewhere; here they
# mean what stands below.
#
# The first words are the most important ones. "Likely" means different things to different people,
# so this course gives seven words a range each. The ranges come from a directive of US
# intelligence, ICD 203.

# %% tags=["picture"]
import plotly.express as px

from alignment.charts import present
from alignment.tables import load

words = load("likelihood_words")
words["width"] = words["high"] - words["low"]
words["range"] = words["low"].astype(str) + "–" + words["high"].astype(str)
names = {"width": "Probability (per cent)", "word": "Word"}
fig = px.bar(words, x="width", y="word", base="low", text="range", orientation="h", labels=names)
fig.update_traces(textposition="outside")
fig.update_xaxes(range=[0, 135], tickvals=[0, 50, 100])
fig.update_yaxes(autorange="reversed")
present(
    fig,
    finding="The ranges differ in width: “unlikely” is wide, “roughly even chance” is narrow.",
    caveat="The words say how likely an event is, and not how good your sources are.",
    table=words.set_index("word")[["low", "high"]],
    sources=["likelihood_words"],
)

# %% [markdown]
# Where two ranges meet, the number belongs to the upper one. **Confidence** (how good your sources
# and your reasoning are) stands in a sentence of its own; see lesson 10.
#
# ## Find a word
#
# Write a word or a part of it between the quotation marks and run the cell. Capital letters do not
# matter. The words are the same as in the list below.

# %%
glossary = load("glossary")
look_for = "share"  # change this
text = (glossary["term"] + ": " + glossary["meaning"]).str.lower()
for line in text[text.str.contains(look_for.lower(), regex=False)]:
    print("-", line)

# %% [markdown]
# ## All words
#
# The numbers after a word are lessons: the first one explains it, the others use it too.

# %%
from IPython.display import Markdown, display

lines = []
for topic, rows in glossary.groupby("topic", sort=False):
    lines.append(f"\n### {topic}\n")
    lines += [f"- **{row.term}** ({row.lessons}): {row.meaning}" for row in rows.itertuples()]
display(Markdown("\n".join(lines)))

# %% [markdown]
# **Is a word missing?** Write it down with the sentence in which you met it, and ask your teacher.
# Teachers: the words stand in the table `glossary`, one row each.
