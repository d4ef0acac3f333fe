"""Two accounts side by side as text: relations in words and marks, never by colour alone."""

from __future__ import annotations

from itertools import zip_longest

from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.cli.output import heading, table
from summitry.views.comparison import Account, Aligned, Comparison, Relation
from summitry.views.comparison.claims import Claim
from summitry.views.comparison.meeting import Fact, facts
from summitry.views.comparison.order import Order
from summitry.views.words import count_words, fold, parties_words

_MARKS = {
    Relation.BOTH: ("= both", "green"),
    Relation.CONFLICT: ("≠ conflict", "bold red"),
    Relation.A_ONLY: ("← A only", "yellow"),
    Relation.B_ONLY: ("→ B only", "yellow"),
}


def print_comparison(console: Console, laid: Comparison) -> None:
    """Print two accounts: their documents, the meeting's facts, then point by point."""
    _print_heads(console, laid.a, laid.b)
    counts = laid.counts()
    said = [f"{counts[r.value]} {_MARKS[r][0].partition(' ')[2]}" for r in Relation]
    console.print(", ".join(said), style="dim")
    if laid.facts:
        console.print()
        console.print(heading("The meeting"))
        console.print(_facts_table(laid.facts))
    if laid.order.a or laid.order.b:
        console.print()
        console.print(heading("Order of topics", "↕ taken up in another order" if laid.order.moved else ""))
        console.print(_order_table(laid.order))
    console.print()
    console.print(heading("Point by point", count_words(len(laid.points), "point")))
    console.print(_points_table(laid))


def print_alone(console: Console, account: Account) -> None:
    """Print the only account of an engagement: its document and the meeting's facts."""
    _print_heads(console, account)
    console.print(_facts_table(facts(account, None)))


def _print_heads(console: Console, *accounts: Account) -> None:
    for letter, account in zip("AB", accounts, strict=False):
        meta = account.document.meta
        title = fold(meta.title or "(untitled)")
        more = f"{account.records.published or 'no date'}, {meta.url or meta.source}"
        console.print(Text.assemble((f"{letter}  {_by(account)}: {title}", "bold"), "\n   ", (more, "dim")))


def _by(account: Account) -> str:
    return parties_words(account.records.publisher, "unknown issuer")


def _facts_table(found: tuple[Fact, ...]) -> Table:
    made = table("fact", "", "A", "B")
    for fact in found:
        mark = Text("≠ differs", "bold red") if fact.differs else Text("")
        values = [Text(fact.words(value)) if value is not None else Text("–", "dim") for value in (fact.a, fact.b)]
        made.add_row("length" if fact.name == "minutes" else fact.name, mark, *values)
    return made


def _order_table(order: Order) -> Table:
    made = table("", "A", "B")
    for number, (one, other) in enumerate(zip_longest(order.a, order.b, fillvalue=""), 1):
        made.add_row(f"{number}", *(f"↕ {topic}" if topic in order.moved else topic for topic in (one, other)))
    return made


def _points_table(laid: Comparison) -> Table:
    made = table("", f"A  {_by(laid.a)}", f"B  {_by(laid.b)}")
    made.expand = True
    made.padding = (0, 2, 1, 0)
    for column in made.columns[1:]:
        column.ratio = 1
    for point in laid.points:
        words, style = _MARKS[point.relation]
        made.add_row(Text(words, style), _cell(point, point.a), _cell(point, point.b))
    return made


def _cell(point: Aligned, claim: Claim | None) -> Text:
    if claim is None:
        return Text("–", "dim")
    cell = Text(fold(claim.evidence.quote))
    if claim.who and not claim.is_fact:
        cell = Text.assemble((f"{parties_words(claim.who)}: ", "dim"), cell)
    if point.relation is Relation.CONFLICT and claim is point.b:
        cell.append(f"\n{point.why}", "italic")
    return cell
