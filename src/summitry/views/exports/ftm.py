"""FollowTheMoney entities, one JSON object a line: documents, parties, officials, what they did and promised.

Source: the FollowTheMoney schemata (followthemoney.tech), as of their version 4.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import pycountry

from summitry.data import load
from summitry.ledger import DocumentRow, Finding, OfficialRow
from summitry.model.evidence import content_id
from summitry.model.records import Engagement
from summitry.views.commitments import CommitmentLine
from summitry.views.engagements import EngagementLine
from summitry.views.events import EventLine
from summitry.views.exports.chosen import Chosen, What
from summitry.views.exports.ftm_shape import Values, address, dates, entity, is_plain, merged, party
from summitry.views.party_names import full_name
from summitry.views.persons import Person, persons
from summitry.views.statements import StatementLine
from summitry.views.tables import Json
from summitry.views.words import date_words, fold

_TOLD = (What.ENGAGEMENTS, What.EVENTS, What.COMMITMENTS, What.STATEMENTS)
# Properties that may name a party.
_TO_PARTIES = ("involved", "entity", "organization")
# Characters of a note's name.
_NAME = 120


def export(chosen: Chosen) -> bytes:
    """Return the entities as JSON lines; with a kind chosen, those of that kind and what they refer to."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in entities(chosen)).encode()


def entities(chosen: Chosen) -> Iterator[Json]:
    """Yield each entity once, those that others refer to first."""
    documents = [line.row for line in chosen.answer(What.DOCUMENTS)]
    known = frozenset(row.document for row in documents)
    # Asked with parties, the register holds only their own people; those they met are told of too.
    register = chosen.ledger.officials(as_of=chosen.question.as_of)
    people = persons(row for row in register if row.source.document in known)
    named = {(person.party, fold(name)): person for person in people for name in person.names}
    made = [_document(row) for row in documents]
    made += [item for person in people for item in _person(person)]
    made += [_told(line, named) for what in _TOLD if chosen.wants(what) for line in chosen.answer(what)]
    parties = {name for item in made for key in _TO_PARTIES for name in item["properties"].get(key, ())}
    yield from (_body(name.removeprefix(party(""))) for name in sorted(parties) if name.startswith(party("")))
    yield from merged(made)


def _told(line: object, people: dict[tuple[str | None, str], Person]) -> Json:
    if isinstance(line, EngagementLine):
        return _engagement(line, people)
    if isinstance(line, EventLine):
        own = dates([line.event.when] if line.event.when else [])
        return entity("Event", line.finding.id, name=[fold(line.event.name)], **own, **_source(line.finding))
    if isinstance(line, CommitmentLine):
        return _commitment(line)
    assert isinstance(line, StatementLine)
    said = line.statement
    act = f"not {said.act.value}" if said.negated else said.act.value
    involved = [party(code) for code in (*said.speakers, *said.addressees)]
    return _note(line.finding, "statement", [act], involved)


def _body(code: str) -> Json:
    state = code in load("parties/states")
    country = [code.lower()] if state or code == "EU" else []
    return entity("PublicBody" if state else "Organization", party(code), name=[full_name(code)], country=country)


def _document(row: DocumentRow) -> Json:
    language = pycountry.languages.get(alpha_2=row.language[:2])
    return entity(
        "Document",
        row.document,
        title=[fold(row.title)],
        fileName=[row.source_id or row.source.rpartition("/")[2] or row.document],
        publishedAt=[row.published if row.published and is_plain(row.published) else None],
        language=[language.alpha_3 if language else None],
        sourceUrl=[address(row.url)],
        author=[full_name(code) for code in row.publisher],
        keywords=[row.kind],
        country=[code.lower() for code in row.publisher if code in load("parties/states")],
    )


def _person(person: Person) -> Iterator[Json]:
    country = [code.lower() for code in (person.party,) if code and code in load("parties/states")]
    name = _person_id(person)
    posts = [fold(row.post) for row in person.posts if row.post]
    yield entity("Person", name, name=[person.name, *person.names], position=posts, country=country)
    for row in person.posts:
        if row.post:
            yield from _post(row, name, country)


def _post(row: OfficialRow, holder: str, country: Values) -> Iterator[Json]:
    post = content_id("position", row.party or "", fold(row.post or "").casefold())
    organisation = [party(row.party) if row.party else None]
    yield entity("Position", post, name=[fold(row.post or "")], country=country, organization=organisation)
    # The days on which a text gives the post are no term of office: they stand as dates of observation.
    seen = [day for day in (row.first_seen, row.last_seen) if day and is_plain(day)]
    yield entity(
        "Occupancy",
        content_id("occupancy", holder, post),
        holder=[holder],
        post=[post],
        date=seen,
        proof=[row.source.document],
        sourceUrl=[address(row.source.url)],
    )


def _engagement(line: EngagementLine, people: dict[tuple[str | None, str], Person]) -> Json:
    present = [people.get((seen.party, fold(seen.name))) for seen in line.participants]
    involved = [party(code) for code in line.row.parties] + [_person_id(person) for person in present if person]
    records = [account.engagement for account in line.accounts]
    return entity(
        "Event",
        line.row.id,
        name=[" ".join([line.name, *line.row.dates[:1]])],
        location=line.facts(lambda told: told.place),
        involved=involved,
        keywords=[*line.facts(lambda told: told.form.value), *_levels(records)],
        summary=[fold(account.finding.quote) for account in line.accounts],
        proof=[account.finding.document for account in line.accounts],
        sourceUrl=[address(account.finding.url) for account in line.accounts],
        recordId=[line.row.id],
        **dates([told.date for told in records if told.date]),
    )


def _levels(records: Iterable[Engagement]) -> list[str]:
    return [told.level.value for told in records if told.level]


def _commitment(line: CommitmentLine) -> Json:
    item = line.commitment
    words = [item.kind.value, line.status.value, line.time_state.value]
    due = f"due {date_words(item.due)} ({item.due.value})" if item.due else "no date"
    notes = [due, f"caveat: {fold(item.caveat)}" if item.caveat else None]
    return _note(line.finding, "commitment", words, [party(code) for code in item.parties], notes)


def _note(finding: Finding, kind: str, words: list[str], involved: list[str], notes: Values = ()) -> Json:
    quote = fold(finding.quote)
    name = quote if len(quote) <= _NAME else f"{quote[: _NAME - 1]}…"
    return entity(
        "Note",
        finding.id,
        name=[name],
        description=[quote],
        keywords=[kind, *words],
        entity=involved,
        notes=notes,
        sourceUrl=[address(finding.url)],
        publisher=_publisher(finding),
        proof=[finding.document],
    )


def _source(finding: Finding) -> Mapping[str, Values]:
    return {
        "summary": [fold(finding.quote)],
        "proof": [finding.document],
        "sourceUrl": [address(finding.url)],
        "publisher": _publisher(finding),
        "recordId": [finding.id],
    }


def _publisher(finding: Finding) -> list[str]:
    return [full_name(code) for code in finding.publisher]


def _person_id(person: Person) -> str:
    return content_id("person", person.party or "", person.posts[0].key)
