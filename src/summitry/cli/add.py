"""``summitry add``: take documents into a ledger."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import typer

from summitry.cli.options import JobsOption, LedgerOption


def add(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL|-", help="What to take in.")],
    ledger: LedgerOption = None,
    jobs: JobsOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print neither progress nor summary.")] = False,
) -> None:
    """Read documents and take them into the ledger; doing it again changes nothing.

    Each document is kept whole or not at all, so an interrupted run can simply be started again.

    Example: summitry add readouts/ joint-statement.pdf

    Example: summitry add --ledger nordic.ledger https://example.org/readout.html
    """
    from summitry.cli.output import stderr
    from summitry.cli.refusals import Refusals
    from summitry.ledger import Ledger

    refusals = Refusals()
    with Ledger.open(ledger) as opened:
        counts = take_in(opened, sources, refusals, jobs=jobs, quiet=quiet)
        if not quiet:
            stderr().print(summary(counts), soft_wrap=True)
            stderr().print(f"ledger: {opened.name}", style="dim", soft_wrap=True)
    refusals.finish()


def take_in(
    ledger: Any, sources: list[str], refusals: Any, *, jobs: int | None = None, quiet: bool = False
) -> Counter[str]:
    """Take sources into an open ledger with a progress bar; return how many went which way, by status."""
    from summitry.cli.progress import track
    from summitry.intake import count
    from summitry.parallel import default_jobs
    from summitry.pipeline import add_sources

    entered = refusals.sift(add_sources(ledger, sources, jobs=jobs or default_jobs()))
    counts: Counter[str] = Counter()
    try:
        for item in track(refusals.console, entered, "Reading", count(sources), quiet=quiet):
            counts[item.added.status.value] += 1
    except KeyboardInterrupt:
        refusals.console.print(f"stopped after {summary(counts)}; run it again to go on", soft_wrap=True)
        raise
    return counts


def summary(counts: Counter[str]) -> str:
    """Return what became of the documents in one line."""
    from summitry.views.words import count_words

    words = [f"{counts['new']:,} new", f"{counts['already']:,} already there"]
    if counts["version"]:
        words.append(count_words(counts["version"], "new version"))
    if counts["reread"]:
        words.append(f"{counts['reread']:,} read anew")
    return f"{count_words(counts.total(), 'document')}: {', '.join(words)}"
