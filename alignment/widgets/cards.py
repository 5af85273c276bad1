"""What the two coders share: one card on top, a choice for each of its parts, saved at once."""

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from alignment.errors import AlignmentError
from alignment.messages import say
from alignment.widgets.panel import ChoicePanel, kept


class CardPanel(ChoicePanel):
    """Cards that a person codes part by part; other codings show only after the own one.

    A subclass ends its ``__init__`` with ``self._deal(...)``. It defines ``label(card)`` (in the
    menu of cards), ``menus()`` (the control of each part), ``front()`` (the card on top, as HTML),
    ``about(card)`` (what is said when it is turned up) and ``progress()`` (how many are coded); its
    group of messages has the sentences `begin`, `chosen`, `open`, `coded`, `card`, `previous` and
    `next`.

    Attributes
    ----------
    coded : dict of str to dict
        What is chosen, by card: a word by part.
    card : str
        The card on top.
    message : str
        What the last step did.
    """

    group = ""
    coded: dict[str, dict[str, str]]

    def part_name(self, part: str) -> str:
        """Return what a part is called in a sentence."""
        return part

    def own(self, card: str | None = None) -> dict[str, str]:
        """Return what is chosen of a card, by part; of the one on top unless another is named."""
        return self.coded.get(card or self.card, {})

    def turn(self, card: str) -> None:
        """Bring a card to the top."""
        self._put({"card": card, "codes": {}})

    # --- how it works -----------------------------------------------------------------------

    def _deal(
        self,
        cards: Sequence[str],
        load: Callable[[], dict[str, dict[str, str]]],
        save: Callable[[dict[str, dict[str, str]]], object],
    ) -> None:
        """Take the cards in their order and what is saved of them, and build the view."""
        self._cards, self._save, self.card, self.coded = list(cards), save, cards[0], {}
        try:
            saved = load()
        except AlignmentError as error:
            self.message = say("panel.unread", error=error)
        else:
            self.coded = {card: dict(saved[card]) for card in self._cards if card in saved}
            self.message = say(f"{self.group}.begin", progress=self.progress())
        self._front = widgets.HTML()
        self._open({"card": self.card, "codes": {}})

    def _code(self, card: str, codes: dict[str, str]) -> None:
        """Take codes of a card from a cell, and say what was done."""
        self._put({"card": card, "codes": codes})
        print(self.message)

    def compute(self) -> None:
        """Keep what was chosen of the card on top, or turn another one up."""
        card, codes = self.now["card"], self.now["codes"]
        if codes:
            self._keep(card, {part: word.strip() for part, word in codes.items()})
        elif card != self.card:
            self.message = f"{card}: {self.about(card)}"
        self.card = card

    def _keep(self, card: str, codes: dict[str, str]) -> None:
        chosen = self.own(card) | codes
        self.coded[card] = {part: word for part, word in chosen.items() if word}
        if not self.coded[card]:
            del self.coded[card]
        unset = say(f"{self.group}.open")
        words = (
            say(f"{self.group}.chosen", part=self.part_name(part), word=word or unset)
            for part, word in codes.items()
        )
        parts = {"words": ", ".join(words), "progress": self.progress()}
        saved = kept(self._save, self.coded)
        self.message = say(f"{self.group}.coded", card=card, saved=saved, **parts)

    def controls(self) -> dict[str, widgets.Widget]:
        """Make the menu of the cards and those of a card's parts."""
        options = [(self.label(card), card) for card in self._cards]
        name = say(f"{self.group}.card")
        return {"card": widgets.Dropdown(options=options, description=name)} | self.menus()

    def steps(self) -> list[widgets.Button]:
        """Make the two buttons that turn up the card before and the one after."""
        return [self._step(f"{self.group}.previous", -1), self._step(f"{self.group}.next", +1)]

    def _step(self, name: str, by: int) -> widgets.Button:
        button = widgets.Button(description=say(name), layout={"width": "auto"})
        order = self._cards
        button.on_click(lambda _: self.turn(order[(order.index(self.card) + by) % len(order)]))
        return button

    def shown(self) -> dict[str, object]:
        """Show the card on top and what is chosen of it."""
        parts = (part for part in self._boxes if part != "card")
        return {"card": self.card} | {part: self.own().get(part, "") for part in parts}

    def chosen(self, values: dict[str, object]) -> dict[str, object]:
        """Take another card, or what was changed of the one on top."""
        card, own = values.pop("card"), self.own()
        if card != self.card:
            return {"card": card, "codes": {}}
        changed = {part: word for part, word in values.items() if word != own.get(part, "")}
        return {"card": card, "codes": changed}

    def sentence(self) -> str:
        """Say what the last step did."""
        return self.message

    def _show(self) -> None:
        self._front.value = self.front()
        super()._show()
