"""Adding documents: files, a pasted text, an address, the samples; each with its progress and its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from summitry.intake import count
from summitry.model.errors import SummitryError
from summitry.web import taking
from summitry.web.asking import Ask, Posted
from summitry.web.errors import NotFoundError
from summitry.web.jobs import Taken
from summitry.web.site import Asked

router = APIRouter()


@router.get("/add")
def offered(asked: Ask) -> Response:
    """Show the ways to add documents."""
    return asked.page("add.html")


@router.post("/add/files")
async def by_files(asked: Ask, sent: Posted) -> Response:
    """Take uploaded files in."""
    chosen = [(str(item.filename), await item.read()) for item in sent.files("files")]
    if not chosen:
        raise SummitryError("no file was chosen", "Choose one or more, then send the form.")
    return await run_in_threadpool(_start, asked, lambda: taking.uploaded(asked.ledger, chosen), len(chosen))


@router.post("/add/text")
def by_text(asked: Ask, sent: Posted) -> Response:
    """Take a pasted text in."""
    if not sent.text("text"):
        raise SummitryError("no text was pasted", "Paste one into the form.")
    fields = {name: sent.text(name) for name in ("text", "title", "published", "issuers", "url")}
    if fields["url"]:
        _check_address(fields["url"])
    return _start(asked, taking.pasted(asked.ledger, taking.Pasted(**fields)), 1)


@router.post("/add/address")
def by_address(asked: Ask, sent: Posted) -> Response:
    """Fetch the page at an address and take it in."""
    url = sent.text("address")
    _check_address(url)
    return _start(asked, lambda: taking.fetched(asked.ledger, url), 1)


@router.post("/add/samples")
def by_samples(asked: Ask, sent: Posted) -> Response:
    """Take the bundled samples in."""
    del sent
    with taking.samples_folder() as folder:
        total = count([folder])
    return _start(asked, lambda: taking.samples(asked.ledger), total)


@router.get("/add/jobs/{name}")
def progress(asked: Ask, name: str) -> Response:
    """Show how far documents have been taken in, and what became of each."""
    job = asked.site.jobs.get(name)
    if job is None:
        raise NotFoundError("that is no longer remembered", "What was taken in is in the ledger: see the documents.")
    return asked.page("job.html", job=job, items=list(job.taken))


def _start(asked: Asked, work: Callable[[], Iterable[Taken]], total: int) -> Response:
    return asked.go(f"/add/jobs/{asked.site.jobs.start(work, total).name}")


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits:
        raise SummitryError(f"not an address: {url[:80]!r}", "Give one that begins with https:// or http://.")
