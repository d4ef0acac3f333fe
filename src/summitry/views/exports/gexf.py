"""GEXF: parties, officials and engagements as a graph for Gephi and its like.

Source: GEXF 1.3 (gexf.net), whose attributes carry what a node is and when it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from summitry.model.evidence import content_id
from summitry.views.engagements import EngagementLine
from summitry.views.exports.chars import plain
from summitry.views.exports.chosen import Chosen, What
from summitry.views.party_names import full_name
from summitry.views.persons import Person, persons
from summitry.views.words import fold

NAMESPACE = "http://gexf.net/1.3"
_ATTRIBUTES = ("kind", "party", "post", "date", "form", "level", "place", "documents")


class _Graph:
    """Nodes and edges, each once; an edge met again weighs more."""

    def __init__(self) -> None:
        self.nodes: dict[str, tuple[str, dict[str, str]]] = {}
        self.edges: dict[tuple[str, str, str], int] = {}

    def node(self, name: str, label: str, **attributes: str) -> str:
        """Add a node and return its id."""
        self.nodes.setdefault(name, (label, attributes))
        return name

    def party(self, code: str) -> str:
        """Add a party and return its id."""
        return self.node(f"party:{code}", full_name(code), kind="party", party=code)

    def edge(self, source: str, target: str, label: str) -> None:
        """Add an edge."""
        key = (source, target, label)
        self.edges[key] = self.edges.get(key, 0) + 1


def export(chosen: Chosen) -> bytes:
    """Return the graph: who is of which party, and which parties and officials took part in which engagement."""
    graph = _Graph()
    # Asked with parties, the register holds only their own people; those they met belong to the graph too.
    known = persons(chosen.ledger.officials(as_of=chosen.question.as_of))
    named = {(person.party, fold(name)): person for person in known for name in person.names}
    for line in chosen.answer(What.ENGAGEMENTS):
        _engagement(graph, line, named)
    if not chosen.question.parties:
        for person in known:
            _person(graph, person)
    return _written(graph)


def _engagement(graph: _Graph, line: EngagementLine, named: dict[tuple[str | None, str], Person]) -> None:
    levels = line.facts(lambda told: told.level.value if told.level else None)
    met = graph.node(
        f"engagement:{line.row.id}",
        f"{line.name} {line.row.dates[0] if line.row.dates else ''}".strip(),
        kind="engagement",
        date=";".join(line.row.dates),
        form=";".join(line.facts(lambda told: told.form.value)),
        level=";".join(levels),
        place=";".join(line.facts(lambda told: told.place)),
        documents=str(len(line.accounts)),
    )
    for code in line.row.parties:
        graph.edge(graph.party(code), met, "side")
    for seen in line.participants:
        person = named.get((seen.party, fold(seen.name)))
        if person:
            who = _person(graph, person)
        else:
            own = content_id("person", seen.party or "", fold(seen.name))
            who = graph.node(f"official:{own}", fold(seen.name), kind="official", party=seen.party or "")
        graph.edge(who, met, "took part")


def _person(graph: _Graph, person: Person) -> str:
    name = f"official:{content_id('person', person.party or '', person.posts[0].key)}"
    if name not in graph.nodes:
        post = fold(person.posts[0].post or "")
        documents = str(sum(row.documents for row in person.posts))
        graph.node(name, person.name, kind="official", party=person.party or "", post=post, documents=documents)
        if person.party:
            graph.edge(name, graph.party(person.party), "of")
    return name


def _written(graph: _Graph) -> bytes:
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}gexf", version="1.3")
    drawn = _sub(root, "graph", defaultedgetype="directed", mode="static")
    declared = _sub(drawn, "attributes", **{"class": "node"})
    for number, title in enumerate(_ATTRIBUTES):
        _sub(declared, "attribute", id=str(number), title=title, type="string")
    nodes, edges = _sub(drawn, "nodes"), _sub(drawn, "edges")
    for name, (label, attributes) in graph.nodes.items():
        values = _sub(_sub(nodes, "node", id=name, label=label), "attvalues")
        _values(values, attributes.items())
    for number, ((source, target, label), weight) in enumerate(graph.edges.items()):
        _sub(edges, "edge", id=str(number), source=source, target=target, label=label, weight=str(weight))
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _values(element: ET.Element, attributes: Iterable[tuple[str, str]]) -> None:
    for title, value in attributes:
        if value:
            _sub(element, "attvalue", **{"for": str(_ATTRIBUTES.index(title)), "value": value})


def _sub(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    clean = {name: plain(value) for name, value in attributes.items()}
    return ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}", clean)
