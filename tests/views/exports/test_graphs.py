"""Entities, graphs, annotations, event data and calendars open in the libraries of their formats."""

from __future__ import annotations

import csv
import io
import json

import networkx
import pytest
from followthemoney import model
from icalendar import Calendar

from summitry.data import load
from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model.records import Act, CommitmentKind, Form
from summitry.views.exports.events import actor
from summitry.views.exports.ftm_shape import merged
from tests import accounts
from tests.views.exports.conftest import made


def entities(ledger: Ledger, *parties: str, what: str | None = None) -> list[dict]:
    return [json.loads(line) for line in made(ledger, "ftm", *parties, what=what).decode().splitlines()]


@pytest.mark.parametrize("which", ["ledger", "hostile"])
def test_entities_are_valid_by_their_own_library(request: pytest.FixtureRequest, which: str) -> None:
    for data in entities(request.getfixturevalue(which)):
        schema = model.get(data["schema"])
        assert schema is not None
        schema.validate(data)
        clean = model.get_proxy(data, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in data["properties"].items()} == {
            name: sorted(values) for name, values in clean.items()
        }


def test_entities_refer_to_entities_that_are_there(ledger: Ledger) -> None:
    found = entities(ledger)
    names = [item["id"] for item in found]
    assert len(names) == len(set(names))
    for item in found:
        proxy = model.get_proxy(item)
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in names, (prop.name, value)


def test_a_post_that_two_persons_held_is_one_entity() -> None:
    one = {"id": "p", "schema": "Position", "properties": {"name": ["Prime Minister"]}}
    other = {"id": "p", "schema": "Position", "properties": {"name": ["Prime Minister"], "country": ["no"]}}
    (found,) = merged([one, other])
    assert found["properties"] == {"name": ["Prime Minister"], "country": ["no"]}


def test_entities_tell_who_held_which_post_and_what_became_of_promises(ledger: Ledger) -> None:
    found = entities(ledger, "JP", "NO")
    by_schema = {item["schema"]: item for item in found}
    assert {"Document", "PublicBody", "Person", "Position", "Occupancy", "Event", "Note"} == set(by_schema)
    notes = [item["properties"] for item in found if item["schema"] == "Note" and "due" in str(item)]
    assert notes[0]["keywords"][:2] == ["commitment", "engagement"]
    assert notes[0]["notes"] == ["due by 31 Dec 2024 (../2024-12-31)"]
    seasons = [item["properties"] for item in found if item["properties"].get("startDate")]
    assert seasons[0]["startDate"] == ["2026-09-01"]
    assert seasons[0]["endDate"] == ["2026-11-30"]


def test_a_kind_of_entities_comes_with_what_it_refers_to(ledger: Ledger) -> None:
    found = entities(ledger, what="commitments")
    assert "Event" not in {item["schema"] for item in found}
    assert {"Document", "PublicBody", "Note"} <= {item["schema"] for item in found}


@pytest.mark.parametrize("which", ["ledger", "hostile"])
def test_the_graph_opens_in_networkx(request: pytest.FixtureRequest, which: str) -> None:
    graph = networkx.read_gexf(io.BytesIO(made(request.getfixturevalue(which), "gexf")), version="1.3")
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"party", "official", "engagement"}
    for source, target, data in graph.edges(data=True):
        kinds = graph.nodes[source]["kind"], graph.nodes[target]["kind"]
        assert (data["label"], *kinds) in {
            ("side", "party", "engagement"),
            ("took part", "official", "engagement"),
            ("of", "official", "party"),
        }


def test_the_graph_joins_an_official_to_both_meetings(ledger: Ledger) -> None:
    graph = networkx.read_gexf(io.BytesIO(made(ledger, "gexf", "JP", "NO")), version="1.3")
    (who,) = [n for n, data in graph.nodes(data=True) if data["label"] == "Haruto Minagawa"]
    met = [target for target in graph.successors(who) if graph.nodes[target]["kind"] == "engagement"]
    assert len(met) == 2


def test_annotations_point_at_their_words(ledger: Ledger) -> None:
    made_of = json.loads(made(ledger, "annotation"))
    assert made_of["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = made_of["first"]["items"]
    assert made_of["total"] == len(items) == 15
    texts = {row.url or f"urn:summitry:document:{row.document}": ledger.text(row.document).text
             for row in ledger.documents()}  # fmt: skip
    for item in items:
        assert item["type"] == "Annotation"
        text = texts[item["target"]["source"]]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert item["body"][0]["value"] in ("engagement", "statement", "commitment", "event")


def rows(ledger: Ledger, *parties: str, what: str | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made(ledger, "events", *parties, what=what).decode())))


def test_event_data_codes_who_urged_whom(ledger: Ledger) -> None:
    (urged,) = [row for row in rows(ledger) if row["act"] == "urge"]
    assert (urged["source"], urged["target"]) == ("JPNGOV", "NORGOV")
    assert (urged["cameo"], urged["plover"], urged["future"], urged["negated"]) == ("020", "REQUEST", "0", "0")


def test_event_data_has_none_condemn_those_they_speak_with() -> None:
    document = from_text("The leaders condemned the seizure. They agreed to meet.", source="g.txt", title="Joint")
    hand = accounts.Hand(document)
    said = (
        hand.said("condemned the seizure", "condemned", Act.CONDEMN),
        hand.said("agreed to meet", "agreed", Act.AGREE),
    )
    with Ledger.open(":memory:") as opened:
        opened.add(document, hand.records(statements=said))
        found = {(row["act"], row["source"], row["target"]) for row in rows(opened)}
    assert found == {
        ("condemn", "JPNGOV", ""),
        ("condemn", "NORGOV", ""),
        ("agree", "JPNGOV", "NORGOV"),
        ("agree", "NORGOV", "JPNGOV"),
    }


def test_event_data_codes_promises_as_intentions(ledger: Ledger) -> None:
    found = rows(ledger, what="commitments")
    assert {row["future"] for row in found} == {"1"}
    assert {row["cameo"] for row in found if row["act"] == "engagement"} == {"036"}
    alone = [row for row in found if row["source"] == "CHLGOV"]
    assert [row["target"] for row in alone] == [""]


def test_event_data_pairs_both_sides_of_a_meeting(ledger: Ledger) -> None:
    found = rows(ledger, what="engagements")
    assert {(row["source"], row["target"]) for row in found} == {("JPNGOV", "NORGOV"), ("NORGOV", "JPNGOV")}
    assert len({row["id"] for row in found}) == len(found) == 4
    assert len({row["event"] for row in found}) == 2


def test_every_act_form_and_kind_has_a_code_with_a_name() -> None:
    table = load("exports/events")
    for words, name in ((Act, "acts"), (Form, "forms"), (CommitmentKind, "kinds")):
        assert set(table[name]) == {word.value for word in words}
        for codes in table[name].values():
            assert {codes["cameo"], codes.get("joint", codes)["cameo"]} <= set(table["names"])
    assert set(table["groups"]) <= set(load("parties/groups"))


@pytest.mark.parametrize(
    ("code", "name"), [("JP", "JPNGOV"), ("XK", "XKXGOV"), ("UN", "IGOUNO"), ("BRICS", "IGO"), ("", "")]
)
def test_actors_are_named_as_cameo_names_them(code: str, name: str) -> None:
    assert actor(code) == name


def test_every_state_has_an_actor_of_three_letters() -> None:
    assert all(len(actor(code)) == 6 for code in load("parties/states"))


def test_the_calendar_opens_in_icalendar(ledger: Ledger) -> None:
    opened = Calendar.from_ical(made(ledger, "ics", "JP", "NO"))
    assert len(opened.walk("VEVENT")) == 6
