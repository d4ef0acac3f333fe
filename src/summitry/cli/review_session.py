"""Review at the keyboard: one finding after another, one key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from summitry.cli.review_item import item_view
from summitry.ledger import Action, FollowUp, Ledger, Shows
from summitry.model.errors import SummitryError
from summitry.views import judging
from summitry.views.review import fields_of
from summitry.views.subjects import record_named, subject_named
from summitry.views.surroundings import surroundings
from summitry.views.waiting import Item
from summitry.views.words import count_words, printable

_KEYS = (
    *(("a", "accept"), ("c", "correct"), ("r", "reject"), ("l", "link"), ("u", "unlink"), ("m", "merge")),
    *(("s", "split"), ("n", "rename"), ("+ 0 -", "assess"), ("z", "undo"), ("space", "next"), ("b", "back")),
    ("q", "quit"),
)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a session talks through: a console, a key pressed, a line typed in answer to words."""

    console: Console
    key: Callable[[], str]
    ask: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A decision made in this session: the number of its entry, and where in the queue it was made."""

    entry: int
    at: int


class Session:
    """Goes through what waits.

    Args:
        ledger: decisions are entered there.
        items: what waits, in order.
        author: who decides.
        screen: the terminal.
    """

    def __init__(self, ledger: Ledger, items: Sequence[Item], author: str, screen: Screen) -> None:
        self._ledger = ledger
        self._items = items
        self._author = author
        self._screen = screen
        self._at = 0
        self._made: list[_Made] = []
        # Each answers whether to go on to the next.
        self._does: dict[str, Callable[[Item], bool]] = {
            "a": self._accept,
            "c": self._correct,
            "r": self._reject,
            "l": self._link,
            "u": self._unlink,
            "m": self._merge,
            "s": self._split,
            "n": self._rename,
            "z": self._undo,
            "b": self._back,
            " ": lambda item: True,
            **{key: self._assessing(value) for key, value in (("+", 1), ("0", 0), ("-", -1))},
        }

    def run(self) -> int:
        """Go through the queue until its end or until the person quits; return how many decisions stand."""
        shown = -1
        while self._at < len(self._items):
            item = self._items[self._at]
            if shown != self._at:
                self._show(item)
                shown = self._at
            key = self._screen.key()
            if key in ("q", "\x03", "\x04"):
                break
            before = len(self._made), self._at
            if self._pressed(key, item):
                self._at += 1
            elif (len(self._made), self._at) != before:
                shown = -1
        return len(self._made)

    def _pressed(self, key: str, item: Item) -> bool:
        act = self._does.get(key.lower())
        if act is None:
            self._say("keys: " + ", ".join(f"{name} {words}" for name, words in _KEYS))
            return False
        try:
            return act(item)
        except SummitryError as error:
            self._say(f"{error.message}. {error.hint}".strip(), "red")
            return False

    def _show(self, item: Item) -> None:
        console, finding = self._screen.console, self._ledger.record(item.finding.id) or item.finding
        now = Item(item.why, finding, item.note, item.link)
        around = surroundings(self._ledger.text(finding.document), finding.evidence)
        console.rule(f"{self._at + 1} of {len(self._items)}", style="dim")
        console.print(item_view(now, around, self._ledger.history(finding.id), console.width))
        console.print()
        keys = [Text.assemble((key, "bold"), f" {words}") for key, words in _KEYS]
        console.print(Text("  ").join(keys))

    def _accept(self, item: Item) -> bool:
        return self._tie(item, Action.LINK, "") if item.link else self._decide(item, Action.ACCEPT)

    def _reject(self, item: Item) -> bool:
        reason = self._screen.ask("why is it wrong")
        if not reason:
            self._say("nothing rejected: a reason is needed")
            return False
        return self._tie(item, Action.UNLINK, reason) if item.link else self._decide(item, Action.REJECT, None, reason)

    def _correct(self, item: Item) -> bool:
        finding = self._ledger.record(item.finding.id) or item.finding
        fields = {field.name: field for field in fields_of(finding)}
        for name, field in fields.items():
            choices = f"  ({', '.join(field.choices)})" if field.choices else ""
            self._say(f"{name}: {field.value or '–'}{choices}")
        self._say(f"{judging.QUOTE}: other words of the text")
        name = self._screen.ask("field")
        if not name:
            return False
        value = judging.corrected_value(self._ledger, finding, {name: self._screen.ask("new value")})
        return self._decide(item, Action.CORRECT, value, self._screen.ask("reason (may be left out)"))

    def _link(self, item: Item) -> bool:
        if item.link:
            shows = self._screen.ask(f"what do they show ({', '.join(s for s in Shows if s is not Shows.SILENT)})")
            return self._tie(item, Action.LINK, "", shows)
        other = self._screen.ask("id of the record to link with")
        return bool(other) and self._decide(item, Action.LINK, {"to": record_named(self._ledger, other).id})

    def _unlink(self, item: Item) -> bool:
        if item.link:
            return self._tie(item, Action.UNLINK, self._screen.ask("reason (may be left out)"))
        other = self._screen.ask("id of the record to keep apart")
        return bool(other) and self._decide(item, Action.UNLINK, {"to": record_named(self._ledger, other).id})

    def _tie(self, item: Item, action: Action, reason: str, shows: str = "") -> bool:
        assert isinstance(item.link, FollowUp)
        return self._decide(item, action, judging.follow_up_value(item.link, shows), reason)

    def _merge(self, item: Item) -> bool:
        record_named(self._ledger, item.finding.id, "engagements")
        others = self._screen.ask("ids of the other engagements").split()
        found = [record_named(self._ledger, other, "engagements").id for other in others]
        return bool(found) and self._decide(item, Action.MERGE, found)

    def _split(self, item: Item) -> bool:
        row = self._ledger.engagement(record_named(self._ledger, item.finding.id, "engagements").id)
        for account in row.accounts if row else ():
            self._say(f"{account.id}  {', '.join(account.publisher)}: {printable(account.title)}")
        others = self._screen.ask("ids of the accounts that are of another engagement").split()
        found = [record_named(self._ledger, other, "engagements").id for other in others]
        return bool(found) and self._decide(item, Action.SPLIT, found)

    def _rename(self, item: Item) -> bool:
        subject = self._screen.ask("what to rename (nothing: this record)") or item.finding.id
        found, name = subject_named(self._ledger, subject), self._screen.ask("new name")
        return bool(name) and self._enter(Action.RENAME, found, name, "")

    def _assessing(self, value: int) -> Callable[[Item], bool]:
        return lambda item: self._decide(item, Action.ASSESS, value)

    def _undo(self, item: Item) -> bool:
        if not self._made:
            self._say("nothing was decided in this session; for earlier decisions: summitry review undo NUMBER")
            return False
        last = self._made[-1]
        self._ledger.decide(Action.UNDO, str(last.entry), self._author)
        self._made.pop()
        self._say(f"undone: {last.entry}")
        self._at = last.at
        return False

    def _back(self, item: Item) -> bool:
        self._at = max(self._at - 1, 0)
        return False

    def _decide(self, item: Item, action: Action, value: Any = None, reason: str = "") -> bool:
        return self._enter(action, item.finding.id, value, reason)

    def _enter(self, action: Action, subject: str, value: Any, reason: str) -> bool:
        number = self._ledger.decide(action, subject, self._author, reason, value)
        self._made.append(_Made(number, self._at))
        self._say(f"{number}  {action.value}", "green")
        return True

    def _say(self, words: str, style: str = "") -> None:
        self._screen.console.print(Text(words, style))


def farewell(made: int, left: int) -> str:
    """Return what to say at the end of a session."""
    return f"{count_words(made, 'decision')} entered, {count_words(left, 'finding')} in the queue"
