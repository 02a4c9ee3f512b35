"""The jobs without a window: the same workbench, told on a terminal."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from safer_desktop.domain.display import change_text, direction_text, number, quantity_text
from safer_desktop.domain.errors import LoadError, PackError, PasswordNeeded, RecipeNeeded
from safer_desktop.domain.evidence import Quantity, Rank, Reason
from safer_desktop.domain.figures import Figure
from safer_desktop.domain.observations import Severity
from safer_desktop.domain.plain import to_plain
from safer_desktop.domain.records import Json
from safer_desktop.workbench import papers
from safer_desktop.workbench.annex import export_annex
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.paper_check import as_text, check_file
from safer_desktop.workbench.state import State

if TYPE_CHECKING:
    from safer_desktop.domain.observations import Load
    from safer_desktop.loading.drift.nouns import Drift
    from safer_desktop.loading.road import Inspection

_T = TypeVar("_T")

PASSWORD_TRIES = 3
_MOST_TOLD = 5


class Terminal:
    """Progress as one line that is written over; nothing where no terminal looks on."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def report(self, done: float, text: str) -> None:
        """Show how far the work is."""
        if self._shown:
            print(f"\r\x1b[K{done:4.0%}  {text}", end="", file=sys.stderr, flush=True)

    def cancelled(self) -> bool:
        """Ctrl+C stops the program by itself."""
        return False

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def load(pack: Path, files: list[Path], state: State) -> None:
    """Take files into a pack: all of them, or, if one is refused, none."""
    with _opened(pack, None, state, new_allowed=True) as bench, _terminal() as progress:
        for file in files:
            inspection = _inspect(bench, file, progress)
            _check_known(bench, inspection, progress)
            prepared = bench.prepare(inspection, inspection.reading, "", progress)
            progress.clear()
            _tell_problems(prepared)
            bench.take_in(prepared, inspection.remembered(inspection.following))
            print(f"{file.name}: {len(prepared.observations):,} figures taken in.")
        bench.save(pack, progress)


def figures(pack: Path | None, sample: str | None, state: State, *, as_json: bool) -> None:
    """Print every headline indicator in every area where it has or could have a figure."""
    with _opened(pack, sample, state) as bench:
        if as_json:
            print(json.dumps(_figures_json(bench), indent=1, ensure_ascii=False))
        else:
            for line in _figures_lines(bench):
                print(line)


def report(pack: Path | None, sample: str | None, out: Path, state: State) -> None:
    """Write the board paper; what was done in Word to one that is there stays, and is listed."""
    with _opened(pack, sample, state) as bench, _terminal() as progress:
        export = papers.prepare(bench, out, progress)
        told = papers.words(export)
        before = papers.write(export, progress)
        progress.clear()
        if export.merged is not None:
            print(told)
            for it in export.merged.done:
                print(f"{it.step}: {it.what}{f' ({it.why})' if it.why else ''}")
        if before is not None:
            print(f"The earlier paper is in {before}.")
        print(f"The paper is in {out}.")
        for remark in papers.remarks(export):
            print(f"Before it is published: {remark}", file=sys.stderr)


def annex(pack: Path | None, sample: str | None, out: Path, state: State) -> None:
    """Write the Excel annex."""
    with _opened(pack, sample, state) as bench, _terminal() as progress:
        export_annex(bench, out, progress)
        progress.clear()
        print(f"The annex is in {out}.")


def check_paper(paper: Path, pack: Path | None, state: State) -> bool:
    """List what does not hold in a board paper; tells whether anything was found."""
    with _terminal() as progress:
        if pack is None:
            checked = check_file(paper, None, progress)
        else:
            with _opened(pack, None, state) as bench:
                checked = check_file(paper, bench, progress)
        progress.clear()
        print(as_text(checked), end="")
    return bool(checked.defects)


def verify(pack: Path, state: State) -> None:
    """Look through a pack's audit trail; raises PackError naming the first broken line."""
    with _opened(pack, None, state) as bench:
        found = bench.verify_trail()
    if found.broken is not None:
        raise PackError(
            found.what,
            where=f"File: {pack}.",
            remedy="Compare it with an earlier copy of the pack: what follows cannot be relied on.",
        )
    print(f"The audit trail holds: {found.lines:,} lines, each as it was written.")


def _check_known(bench: Workbench, inspection: Inspection, progress: Terminal) -> None:
    """Refuse what a person has to look at first: new layouts, drifted ones, files loaded before."""
    if not inspection.sha256:
        return
    name = inspection.path.name
    if inspection.recipe is None and inspection.workbook is None:
        raise RecipeNeeded(
            f"'{name}' was not taken in: no recipe in this pack fits its columns.",
            remedy="Open the pack in the window and load the file once there: the program "
            "proposes which columns are counted by, and remembers your answer.",
        )
    if inspection.recipe is None and inspection.workbook is not None:
        raise RecipeNeeded(
            f"'{name}' was not taken in: no recipe in this pack fits it.",
            where=f"Its sheets are: {', '.join(s.name for s in inspection.workbook.sheets)}.",
            remedy="Open the pack in the window and load the file once there: the program "
            "proposes where periods, areas and values lie, and remembers your answer.",
        )
    known = bench.already_loaded(inspection.sha256)
    if known is not None:
        raise LoadError(
            f"'{name}' is already in the pack, loaded on "
            f"{known.file.loaded_at:%d %B %Y} as '{known.file.name}'.",
            remedy="Leave it out of the list.",
        )
    if inspection.drift is not None:
        _check_drift(name, inspection.drift, progress)


def _check_drift(name: str, drift: Drift, progress: Terminal) -> None:
    """Tell of harmless differences; refuse others, which are for the window to show."""
    if drift.is_harmless:
        progress.clear()
        for difference in drift.differences:
            print(f"{name}: {difference.severity}: {difference.what}", file=sys.stderr)
        return
    grave = [it for it in drift.differences if it.severity is not Severity.NOTE]
    raise LoadError(
        f"'{name}' was not taken in: it is not laid out as the last file was.",
        where=" ".join(it.what for it in grave[:_MOST_TOLD]),
        remedy="Load it in the window, which shows both side by side and asks.",
    )


def _inspect(bench: Workbench, file: Path, progress: Terminal) -> Inspection:
    """Look into a file; a password is asked for where somebody sits before the terminal."""
    return _with_password(
        file, progress, lambda password: bench.inspect(file, progress, password=password)
    )


def _with_password(file: Path, progress: Terminal, work: Callable[[str], _T]) -> _T:
    password = ""
    for _ in range(PASSWORD_TRIES):
        try:
            return work(password)
        except PasswordNeeded as error:
            if not sys.stdin.isatty():
                raise
            progress.clear()
            if error.wrong:
                print("That was not the right password.", file=sys.stderr)
            password = getpass.getpass(f"Password of '{file.name}': ")
    return work(password)


def _tell_problems(prepared: Load) -> None:
    for problem in prepared.problems:
        words = " ".join(part for part in (problem.what, problem.where, problem.remedy) if part)
        print(f"{prepared.file.name}: {problem.severity}: {words}", file=sys.stderr)


@contextmanager
def _opened(
    pack: Path | None, sample: str | None, state: State, *, new_allowed: bool = False
) -> Iterator[Workbench]:
    with _terminal() as progress:
        if sample is not None:
            bench = Workbench.from_sample(sample, state, progress)
        elif pack is not None and (pack.exists() or not new_allowed):
            bench = _with_password(
                pack, progress, lambda password: Workbench.open(pack, state, password)
            )
        else:
            bench = Workbench.new(state)
    try:
        yield bench
    finally:
        bench.close()


@contextmanager
def _terminal() -> Iterator[Terminal]:
    progress = Terminal()
    try:
        yield progress
    finally:
        progress.clear()


def _all_figures(bench: Workbench) -> Iterator[Figure]:
    catalogue = bench.catalogue
    for indicator in catalogue.headline:
        areas = [area.code for area in catalogue.reporting_areas]
        if indicator.footprint not in areas:
            areas.insert(0, indicator.footprint)
        for area in areas:
            yield bench.figure(indicator.code, area)


def _figures_lines(bench: Workbench) -> Iterator[str]:
    catalogue = bench.catalogue
    yield f"{bench.title}, edition {bench.edition.label}"
    for figure in _all_figures(bench):
        if isinstance(figure.latest, Reason) and figure.area != catalogue.home:
            continue
        indicator = catalogue.indicator(figure.indicator)
        parts = [
            f"{indicator.name}, {catalogue.area(figure.area).name}:",
            quantity_text(figure.latest, indicator),
        ]
        if isinstance(figure.latest, Quantity):
            parts.append(f"({figure.latest.period.label}); was")
            parts.append(f"{quantity_text(figure.previous, indicator)};")
            parts.append(f"{change_text(figure.change, indicator)};")
            parts.append(f"{direction_text(figure)};")
            if isinstance(figure.rank, Rank):
                parts.append(f"{figure.rank.label} ({figure.rank.direction});")
            parts.append(str(figure.rating.state))
        yield " ".join(parts)


def _figures_json(bench: Workbench) -> Json:
    return {
        "title": bench.title,
        "edition": bench.edition.label,
        "attribution": bench.attribution,
        "figures": [_figure_json(bench, figure) for figure in _all_figures(bench)],
    }


def _figure_json(bench: Workbench, figure: Figure) -> Json:
    indicator = bench.catalogue.indicator(figure.indicator)
    data = to_plain(figure)
    data["name"] = indicator.name
    data["area_name"] = bench.catalogue.area(figure.area).name
    data["edition"] = figure.edition.label
    data["shown"] = {
        "latest": quantity_text(figure.latest, indicator),
        "previous": quantity_text(figure.previous, indicator),
        "change": change_text(figure.change, indicator),
        "direction": direction_text(figure),
        "rank": figure.rank.label if isinstance(figure.rank, Rank) else figure.rank.text,
        "rating": str(figure.rating.state),
        "comparators": [
            f"{c.name}: {number(c.value.value, indicator.decimals)}" for c in figure.comparators
        ],
    }
    data["sources"] = {
        str(origin.stored.id): origin.words for origin in bench.origins(figure.sources)
    }
    return data
