"""Names of states and organisations in a text, and what is known of them.

The names come from the vocabularies ``parties/states``, ``parties/groups`` and ``parties/uses``; nothing here
depends on a language's grammar, but the names are the English ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from summitry.data import load
from summitry.reading.trie import phrase_pattern

PartyForm = Literal["name", "demonym", "capital", "organisation", "metonym"]

# A country's name right after one of these is somebody's family name.
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Senator|Congressman|Congresswoman|Smt|Shri|Prof|Rep|Sen|Gov|Gen|Amb|Hon)\.?\s+\Z"
)
_NEXT_NAME = re.compile(r"\s+([A-ZÀ-Þ][\w’'-]+)")
_LAST_NAME = re.compile(r"([A-ZÀ-Þ][\w’'-]+)\s+\Z")
# Words after a country's name that show it is the country, although they begin with a capital letter.
_PUBLIC = re.compile(
    r"(?:Prime|Deputy|Vice|Foreign|President|Minister|Ministry|Ambassador|Government|Chancellor|King|Queen|Crown|Defen[cs]e|"
    r"National|Parliament|Embassy|Secretary|Special|Federal|Strategic|Summit|Chargé|Armed|Cabinet|Speaker|Finance|Interior|"
    r"Economy|Economic|Trade|Acting|Interim|Relations|Joint|Partnership|Free|Relief|Response|Team|Initiative|Compact|Support|"
    r"On|In|At|The|And|To|For|With|Today|Is|Has|Will|Meeting|Visit|Call|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|H\.?E|Mr|Dr|His|Her)"
)
_LEADS = frozenset(
    {
        *(
            "In",
            "On",
            "At",
            "The",
            "And",
            "To",
            "For",
            "With",
            "From",
            "By",
            "Of",
            "Between",
            "Both",
            "While",
            "When",
            "As",
        ),
        *("After", "Before", "During", "Since", "Toward", "Towards", "But", "That", "Visit", "Modern", "Thank", "Dear"),
        *("Kingdom", "Republic", "Government", "Secretary", "Minister", "President", "King", "Ambassador"),
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A party named in a text: its code, the offsets of the words (in characters), and how it is named."""

    code: str
    start: int
    end: int
    form: PartyForm


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    meanings: dict[str, tuple[str, PartyForm]]
    also_people: frozenset[str]
    styles: re.Pattern[str]


@lru_cache(maxsize=2048)
def find_parties(text: str) -> tuple[Mention, ...]:
    """Return the parties that a text names, in text order, without overlap; the longest name wins.

    An official name is one mention ("the Socialist Republic of Viet Nam" without its article); the possessive ending
    is not part of it. Phrases that only contain a party's name ("the Korean Peninsula") are left out, as are people
    called like a country. Several steps of reading ask for the same texts: the latest answers are kept.
    """
    lexicon = _lexicon()
    found: list[Mention] = []
    for match in lexicon.pattern.finditer(text):
        code, form = lexicon.meanings[_fold(match[0])]
        if not code or (_fold(match[0]) in lexicon.also_people and _is_person(text, match.start(), match.end())):
            continue
        start = match.start()
        if form in ("name", "demonym") and (style := lexicon.styles.search(text, max(0, start - 60), start)):
            start = style.start()
        found.append(Mention(code, start, match.end(), form))
    return tuple(found)


@cache
def members_of(group: str) -> tuple[str, ...]:
    """Return the codes of a group's members, sorted; none where the code is a state's or its members are not listed."""
    return tuple(sorted(_groups().get(group, {}).get("members", ())))


@cache
def speaks_for_members(group: str) -> bool:
    """Whether a group's texts are its members' texts (G7, Quad), not those of an organ of its own (EU, NATO)."""
    return bool(_groups().get(group, {}).get("speaks") == "members")


@cache
def is_state(code: str) -> bool:
    """Whether a code is that of a state or territory."""
    return code in load("parties/states")


@cache
def party_name(code: str) -> str:
    """Return a party's short name; the code itself where it is unknown."""
    entry = load("parties/states").get(code) or _groups().get(code)
    return str(entry["names"][0]) if entry else code


def _groups() -> dict[str, Any]:
    groups: dict[str, Any] = load("parties/groups")
    return groups


@cache
def _lexicon() -> _Lexicon:
    uses = load("parties/uses")
    meanings: dict[str, tuple[str, PartyForm]] = {}
    phrases: set[str] = set()

    def add(phrase: str, code: str, form: PartyForm) -> None:
        for variant in {phrase, phrase.upper()} if len(phrase) > 4 and form != "metonym" else {phrase}:
            phrases.add(variant)
            meanings.setdefault(_fold(variant), (code, form))

    for phrase in uses["not_parties"]:
        add(phrase, "", "name")
    for code, entry in load("parties/states").items():
        _add_state(add, code, entry)
    for code, entry in _groups().items():
        for name in entry["names"]:
            add(name, code, "organisation")
    for code, names in uses["metonyms"].items():
        for name in names:
            add(name, code, "metonym")
    styles = phrase_pattern(uses["styles"])
    return _Lexicon(
        re.compile(
            rf"(?<![\w’'])(?<!non-)(?<!pro-)(?<!anti-)(?<!Non-)(?<!Afro-)(?:{phrase_pattern(phrases)})(?![\w*])(?!\.[a-z])"
        ),
        meanings,
        frozenset(_fold(name) for name in uses["also_people"]),
        re.compile(rf"(?<!Secretary of )(?<!Minister of )(?<!\w)(?:{styles})\s+of\s+(?:the\s+)?\Z"),
    )


def _add_state(add: Any, code: str, entry: dict[str, list[str]]) -> None:
    for name in entry["names"]:
        add(name, code, "name")
    for word in entry.get("people", ()):
        add(word, code, "demonym")
        if not word.endswith(("s", "sh", "ch", "ese", "x", "z")):
            add(f"{word}s", code, "demonym")
    for city in entry.get("capital", ()):
        add(city, code, "capital")


def _fold(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("‘", "'").split())


def _is_person(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _HONORIFIC.search(before):
        return True
    if re.search(r"\bof\s+(?:the\s+)?\Z", before):
        return False
    after = _NEXT_NAME.match(text, end)
    if after and not _PUBLIC.match(after[1]) and not find_parties_at(text, after.start(1)):
        return True
    given = _LAST_NAME.search(before)
    return bool(given and given[1] not in _LEADS and not _PUBLIC.match(given[1]) and not given[1].isupper())


def find_parties_at(text: str, start: int) -> bool:
    """Whether a party's name begins at this offset (in characters)."""
    return _lexicon().pattern.match(text, start) is not None
