"""``summitry review``: what waits for a person's word, and the decisions themselves."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from summitry.cli.options import Format, FormatOption, LedgerOption, PartiesArgument

if TYPE_CHECKING:
    from summitry.views.question import Question

# Rows of a printed queue, unless more are asked for; the terminal goes through all.
_ROWS = 50


class Reason(StrEnum):
    """Why something waits."""

    REFUSED = "refused"
    CONFLICT = "conflict"
    DOUBTFUL = "doubtful"
    LATEST = "latest"


class _QueueFirst(TyperGroup):
    """Takes what names none of the actions, such as the codes of parties, for the queue's own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["queue", *args]
        return super().parse_args(ctx, args)


review = typer.Typer(
    cls=_QueueFirst,
    help="""What waits for a person's word; accept, correct or reject it, link, merge, rename or assess.

    Nothing is overwritten: every decision is an entry with author, time and reason, wins over every reading, and can
    be undone. See them with: summitry history.

    Example: summitry review JP NO

    Example: summitry review reject 3f9ac27d --reason "a hope, not a promise"
    """,
)

SubjectArgument = Annotated[str, typer.Argument(metavar="ID", help="A record's id, or the beginning of it.")]
EngagementArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of any account of the engagement, or the beginning of it.")
]
AuthorOption = Annotated[
    str | None, typer.Option("--author", "-a", show_default="your login name", help="Who decides.")
]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", help="Why; it is kept.")]
OtherArgument = Annotated[
    str | None, typer.Argument(metavar="OTHER", show_default=False, help="The other record's id.")
]
InOption = Annotated[
    str | None, typer.Option("--in", metavar="DOCUMENT", help="A later text, by id, file name or address.")
]
QuoteOption = Annotated[str | None, typer.Option("--quote", "-q", help="Its words that speak of the commitment.")]


@review.command()
def queue(
    parties: PartiesArgument = None,
    why: Annotated[
        list[Reason] | None, typer.Option("--why", "-w", help="Only what waits for this; may be given more than once.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print the queue; do not go through it.")] = False,
    form: FormatOption = Format.TEXT,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Only the first so many.")] = None,
    author: AuthorOption = None,
    ledger: LedgerOption = None,
) -> None:
    """What waits: refused by the gate, accounts that differ, doubtful follow-ups, the latest commitments.

    In a terminal a key decides each: a accept, c correct, r reject, l link, u unlink, m merge, s split, n rename,
    + 0 - assess, z undo, space next, b back, q quit. Without a terminal, or with --list, the queue is printed.

    Example: summitry review JP NO --why refused

    Example: summitry review JP NO --list --format csv
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.review_item import queue_table
    from summitry.views.waiting import COLUMNS, waiting

    asked = question(parties, None)
    reasons = frozenset(item.value for item in why or ())
    if form is Format.TEXT and not listed and sys.stdin.isatty() and sys.stdout.isatty():
        _go_through(asked, reasons, limit, author, ledger)
        return
    most = limit or (_ROWS if form is Format.TEXT else None)
    with open_ledger(ledger) as opened:
        found = waiting(opened, asked, reasons=reasons, limit=most)
    print_answer(found, form, COLUMNS, queue_table, nothing("findings that wait", asked))


def _go_through(
    asked: Question, reasons: frozenset[str], limit: int | None, author: str | None, ledger: str | None
) -> None:
    from summitry.cli.asking import nothing, open_ledger
    from summitry.cli.output import stderr, stdout
    from summitry.cli.review_session import Screen, Session, farewell
    from summitry.views.waiting import waiting

    with open_ledger(ledger) as opened:
        found = waiting(opened, asked, reasons=reasons, limit=limit)
        if not found.rows:
            stderr().print(nothing("findings that wait", asked), soft_wrap=True)
            return
        screen = Screen(stdout(), typer.getchar, _ask)
        made = Session(opened, found.rows, _author(author), screen).run()
        typer.echo(farewell(made, waiting(opened, asked, reasons=reasons).total), err=True)


@review.command()
def accept(
    subject: SubjectArgument, author: AuthorOption = None, reason: ReasonOption = "", ledger: LedgerOption = None
) -> None:
    """Say that a finding is right; it then stands whatever is read again."""
    _on_record("accept", subject, author, reason, ledger)


@review.command()
def reject(
    subject: SubjectArgument, reason: ReasonOption, author: AuthorOption = None, ledger: LedgerOption = None
) -> None:
    """Say that a finding is wrong; it is kept, and left out of all answers."""
    _on_record("reject", subject, author, reason, ledger)


@review.command()
def correct(
    subject: SubjectArgument,
    fields: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE", help="Fields and their right values.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Put fields of a finding right; quote=WORDS moves its quote to other words of the text.

    Example: summitry review correct 3f9ac27d due=../2018-12-31 "body=working group"
    """
    from summitry.cli.asking import open_ledger
    from summitry.views.judging import corrected_value
    from summitry.views.subjects import record_named

    given = dict(_pair(field) for field in fields)
    with open_ledger(ledger) as opened:
        finding = record_named(opened, subject)
        value = corrected_value(opened, finding, given)
        _tell(opened.decide("correct", finding.id, _author(author), reason, value), "correct", finding.id)


@review.command(context_settings={"ignore_unknown_options": True})
def assess(
    subject: SubjectArgument,
    value: Annotated[str, typer.Argument(metavar="-1|0|+1", help="Not kept, undecided, kept.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Say whether a commitment was kept, by your own judgement; the program never infers one."""
    from summitry.views.judging import assessed_value

    _on_record("assess", subject, author, reason, ledger, assessed_value(value))


@review.command()
def settle(
    subject: SubjectArgument,
    status: Annotated[str, typer.Argument(help="fulfilled, partly, restated, slipped, superseded or silent.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Say what became of a commitment, whatever later texts show."""
    _on_record("settle", subject, author, reason, ledger, status)


@review.command()
def link(
    subject: SubjectArgument,
    other: OtherArgument = None,
    within: InOption = None,
    quote: QuoteOption = None,
    shows: Annotated[
        str, typer.Option("--shows", help="What they show: fulfilled, partly, restated, slipped or superseded.")
    ] = "",
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Say that later words speak of a commitment, or that two accounts are of one meeting.

    The later words are a record by its id, or a text and its words.

    Example: summitry review link 3f9ac27d --in oslo.html --quote "the register was signed" --shows fulfilled
    """
    _tie("link", subject, other, (within, quote, shows), (author, reason, ledger))


@review.command()
def unlink(
    subject: SubjectArgument,
    other: OtherArgument = None,
    within: InOption = None,
    quote: QuoteOption = None,
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Say that later words do not speak of a commitment, or that two accounts are of two meetings."""
    _tie("unlink", subject, other, (within, quote, ""), (author, reason, ledger))


@review.command()
def merge(
    subject: EngagementArgument,
    others: Annotated[list[str], typer.Argument(metavar="OTHER", help="Ids of engagements that are the same one.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Put engagements together: they are one and the same."""
    _regroup("merge", subject, others, (author, reason, ledger))


@review.command()
def split(
    subject: EngagementArgument,
    others: Annotated[list[str], typer.Argument(metavar="ACCOUNT", help="Its accounts that are of another one.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Take accounts out of an engagement: they tell of another one."""
    _regroup("split", subject, others, (author, reason, ledger))


@review.command()
def rename(
    subject: Annotated[
        str, typer.Argument(metavar="WHAT", help="An id, or the name of a series, official, instrument or issue.")
    ],
    name: Annotated[str, typer.Argument(help="Its new name.")],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Give an engagement, series, official, instrument or issue another name."""
    from summitry.cli.asking import open_ledger
    from summitry.views.subjects import subject_named

    with open_ledger(ledger) as opened:
        found = subject_named(opened, subject)
        _tell(opened.decide("rename", found, _author(author), reason, name), "rename", found)


@review.command()
def undo(
    entry: Annotated[
        int, typer.Argument(metavar="NUMBER", help="The decision's number, as summitry history shows it.")
    ],
    author: AuthorOption = None,
    reason: ReasonOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Take a decision back; both stay on record."""
    from summitry.cli.asking import open_ledger

    with open_ledger(ledger) as opened:
        _tell(opened.decide("undo", str(entry), _author(author), reason), "undo", str(entry))


def _on_record(
    action: str, subject: str, author: str | None, reason: str, ledger: str | None, value: object = None
) -> None:
    from summitry.cli.asking import open_ledger
    from summitry.views.subjects import record_named

    with open_ledger(ledger) as opened:
        found = record_named(opened, subject).id
        _tell(opened.decide(action, found, _author(author), reason, value), action, found)


def _tie(
    action: str,
    subject: str,
    other: str | None,
    passage: tuple[str | None, str | None, str],
    said: tuple[str | None, str, str | None],
) -> None:
    from summitry.cli.asking import open_ledger
    from summitry.views.judging import linked_value, passage_value
    from summitry.views.subjects import record_named

    (within, quote, shows), (author, reason, ledger) = passage, said
    if (other is None) == (within is None) or (within is None) != (quote is None):
        raise typer.BadParameter("name the other record, or a later text and its words with --in and --quote")
    with open_ledger(ledger) as opened:
        found = record_named(opened, subject).id
        if within is not None and quote is not None:
            value = passage_value(opened, within, quote, shows)
        else:
            value = linked_value(record_named(opened, other or "").id, shows)
        _tell(opened.decide(action, found, _author(author), reason, value), action, found)


def _regroup(action: str, subject: str, others: list[str], said: tuple[str | None, str, str | None]) -> None:
    from summitry.cli.asking import open_ledger
    from summitry.views.subjects import record_named

    author, reason, ledger = said
    with open_ledger(ledger) as opened:
        found = record_named(opened, subject, "engagements").id
        value = [record_named(opened, other, "engagements").id for other in others]
        _tell(opened.decide(action, found, _author(author), reason, value), action, found)


def _pair(field: str) -> tuple[str, str]:
    name, sign, value = field.partition("=")
    if not sign or not name.strip():
        raise typer.BadParameter(f"{field!r} is no field with its value, such as due=2018-05", param_hint="FIELD=VALUE")
    return name.strip(), value.strip()


def _author(given: str | None) -> str:
    from summitry.model.errors import SummitryError

    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise SummitryError("nobody is logged in under a name", "Say who decides: --author NAME.") from error


def _ask(words: str) -> str:
    return str(typer.prompt(words, default="", show_default=False)).strip()


def _tell(entry: int, action: str, subject: str) -> None:
    typer.echo(f"{entry}  {action} {subject}")
