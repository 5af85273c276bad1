# %% [markdown]
# # Glossary: the words of the course
#
# **Minutes:** 15 to read, or look up a word when you need it. Each word is explained in plain
# English, with the lesson that explains it. Some words have other meanings elsewhere; here they
# mean what stands below.
#
# The first words are the most important ones. "Likely" means different things to different people,
# so this course gives seven words a range each. The next cell loads the words.

# %%
import plotly.graph_objects as go
from IPython.display import Markdown, display

from alignment.charts import present
from alignment.tables import load

words = load("likelihood_words").set_index("word")
glossary = load("glossary")

# %% [markdown]
# Each bar is the range of one word. The ranges come from a directive of US intelligence, ICD 203.

# %%
fig = go.Figure().update_layout(title="What does “likely” mean? Seven words and their ranges")
fig.update_xaxes(title="Probability (per cent)", range=[0, 109], dtick=20)
fig.update_yaxes(title="Word", autorange="reversed")
label = words["low"].astype(str) + "–" + words["high"].astype(str)
width = words["high"] - words["low"]
bars = {"orientation": "h", "text": label, "textposition": "outside", "name": "range"}
fig.add_bar(y=words.index, x=width, base=words["low"], showlegend=False, **bars)
finding = "The ranges differ in width: “unlikely” is wide, “roughly even chance” is narrow."
caveat = "The words say how likely an event is, and not how good your sources are."
present(fig, finding=finding, caveat=caveat, table=words, sources=["likelihood_words"])

# %% [markdown]
# Where two ranges meet, the number belongs to the upper one. **Confidence** (how good your sources
# and your reasoning are) stands in a sentence of its own; see lesson 10.
#
# ## Find a word
#
# Write a word or a part of it between the quotation marks and run the cell. Capital letters do not
# matter. The words are the same as in the lists below.

# %%
look_for = "share"
text = (glossary["term"] + ": " + glossary["meaning"]).str.lower()
for line in text[text.str.contains(look_for.lower(), regex=False)]:
    print("-", line)

# %% [markdown]
# ## All words
#
# This small function writes the words of one topic as a list. The numbers after a word are
# lessons: the first one explains it, the others use it too.


# %%
def show(topic):
    chosen = glossary[glossary["topic"] == topic].itertuples()
    lines = [f"- **{row.term}** ({row.lessons}): {row.meaning}" for row in chosen]
    display(Markdown("\n".join(lines)))


# %% [markdown]
# ### Reading a text
#
# What a sentence claims decides how it can be tested.

# %%
show("Reading a text")

# %% [markdown]
# ### The relationship
#
# Names of hypotheses are not names of facts.

# %%
show("The relationship")

# %% [markdown]
# ### Counting
#
# A number needs a rule, a unit, and a whole that it is a part of.

# %%
show("Counting")

# %% [markdown]
# ### Trade and energy
#
# Words for growth, dependence, and what would have happened otherwise.

# %%
show("Trade and energy")

# %% [markdown]
# ### Technology
#
# Where goods come from has more than one answer.

# %%
show("Technology")

# %% [markdown]
# ### The United Nations
#
# Agreement depends on its definition.

# %%
show("The United Nations")

# %% [markdown]
# ### Money
#
# Shares of different wholes cannot be compared without care.

# %%
show("Money")

# %% [markdown]
# ### Weighing
#
# Words for judgements that no table can settle.

# %%
show("Weighing")

# %% [markdown]
# ### How sure
#
# Words for what follows when values or facts are uncertain.

# %%
show("How sure")

# %% [markdown]
# ### Judging and forecasting
#
# Words for judging in a group, and for finding out later who was right.

# %%
show("Judging and forecasting")

# %% [markdown]
# **Is a word missing?** Write it down with the sentence in which you met it, and ask your teacher.
# Teachers: the words stand in the table `glossary`, one row each.
