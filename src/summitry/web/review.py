"""Review: a person's word on findings. Nothing is overwritten: each word is an entry, and can be taken back."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import Finding
from summitry.model.errors import SummitryError
from summitry.model.records import Commitment
from summitry.views.commitments import Status
from summitry.views.review import KINDS, WINDOW, Waiting, correction, fields_of, queue
from summitry.views.surroundings import surroundings
from summitry.web.asking import Ask, Form, Posted
from summitry.web.choices import relation_choices
from summitry.web.errors import NotFoundError
from summitry.web.pages import stretch
from summitry.web.relations import parties_of
from summitry.web.site import Asked, Value

router = APIRouter()
_ROWS = 20
_AUTHOR = "summitry_author"
_YEAR = 365 * 24 * 3600
_WAITING = [item.value for item in Waiting]
_FILTERS = ("kind", "waiting", "relation", "document")


@router.get("/review")
def listed(asked: Ask) -> Response:
    """Show the queue."""
    found = _queue(asked)
    return asked.page(
        "review.html",
        found=stretch(found, asked.number("page"), _ROWS),
        chosen=_chosen(asked),
        kinds=KINDS,
        waiting=_WAITING,
        relations=relation_choices(asked),
        window=WINDOW,
        author=_author(asked),
        done=_done(asked),
    )


@router.get("/review/{name}")
def one(asked: Ask, name: str) -> Response:
    """Show one finding beside its source, with what can be said of it."""
    finding = _finding(asked, name)
    names = [item.id for item in _queue(asked)]
    at = names.index(name) if name in names else -1
    return asked.page(
        "review_one.html",
        finding=finding,
        around=surroundings(asked.ledger.text(finding.document), finding.evidence),
        fields=fields_of(finding),
        following=names[at + 1] if at + 1 < len(names) else None,
        history=asked.ledger.history(name),
        chosen=_chosen(asked),
        author=_author(asked),
        done=_done(asked),
        statuses=[status.value for status in Status],
        followed=asked.ledger.followed([name])[name] if isinstance(finding.record, Commitment) else None,
    )


@router.post("/review")
def decide_many(asked: Ask, sent: Posted) -> Response:
    """Accept or reject all findings that are ticked."""
    action, names = sent.text("action"), sent.texts("record")
    if action not in ("accept", "reject") or not names:
        raise SummitryError("nothing was ticked", "Tick the findings that you mean.")
    entry = 0
    for name in names[:_ROWS]:
        entry = asked.ledger.decide(action, name, sent.text("author"), sent.text("reason"))
    return _decided(asked, sent, "/review", done=entry, many=len(names[:_ROWS]))


@router.post("/review/undo")
def undo(asked: Ask, sent: Posted) -> Response:
    """Take a decision back."""
    entry = asked.ledger.decide("undo", sent.text("entry"), sent.text("author"), sent.text("reason"))
    record = sent.text("record")
    return _decided(asked, sent, f"/review/{record}" if record else "/review", done=entry)


@router.post("/review/{name}")
def decide(asked: Ask, name: str, sent: Posted) -> Response:
    """Accept, correct or reject one finding and go on to the next; assess a commitment, or settle its status."""
    finding, action = _finding(asked, name), sent.text("action")
    value: object = None
    if action == "correct":
        fields = [item.name for item in fields_of(finding) if sent.has(f"field-{item.name}")]
        value = correction(finding, {field: sent.text(f"field-{field}") for field in fields})
    elif action == "assess":
        value = {"-1": -1, "0": 0, "1": 1}.get(sent.text("assessment"))
    elif action == "settle":
        value = sent.text("status")
    elif action not in ("accept", "reject"):
        raise SummitryError(f"nobody can decide to {action[:40]!r}")
    entry = asked.ledger.decide(action, name, sent.text("author"), sent.text("reason"), value)
    following = sent.text("following")
    stay = action in ("assess", "settle") or not following
    return _decided(asked, sent, f"/review/{name if stay else following}", done=entry, was=name)


def _decided(asked: Asked, sent: Form, path: str, **done: Value) -> Response:
    asked.site.wrote()
    answer = asked.go(path, **{name: sent.text(name) for name in _FILTERS}, **done)
    secure = asked.request.url.scheme == "https"
    author = quote(sent.text("author")[:200])
    answer.set_cookie(_AUTHOR, author, max_age=_YEAR, httponly=True, samesite="strict", secure=secure)
    return answer


def _chosen(asked: Asked) -> dict[str, str]:
    return {
        "kind": asked.one_of("kind", KINDS) or "commitments",
        "waiting": asked.one_of("waiting", _WAITING) or "undecided",
        "relation": asked.text("relation"),
        "document": asked.text("document"),
    }


def _queue(asked: Asked) -> tuple[Finding, ...]:
    chosen = _chosen(asked)
    parties = parties_of(chosen["relation"]) if chosen["relation"] else ()
    waiting = Waiting(chosen["waiting"])
    question = asked.question(parties)
    return queue(asked.ledger, question, kind=chosen["kind"], waiting=waiting, document=chosen["document"])


def _finding(asked: Asked, name: str) -> Finding:
    finding = asked.ledger.record(name)
    if finding is None:
        raise NotFoundError(f"there is no finding {name[:40]!r} in the ledger", "See the queue.")
    return finding


def _author(asked: Asked) -> str:
    return unquote(asked.request.cookies.get(_AUTHOR, ""))


def _done(asked: Asked) -> dict[str, int | str] | None:
    entry = asked.number("done", 0)
    return {"entry": entry, "many": asked.number("many"), "record": asked.text("was")} if entry else None
