"""The Excel annex of the open pack: every area's figures, and where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safer_desktop.domain.progress import Progress, Silent, check_cancelled

if TYPE_CHECKING:
    from safer_desktop.domain.figures import Figure
    from safer_desktop.workbench.bench import Workbench


def export_annex(bench: Workbench, path: Path, progress: Progress | None = None) -> None:
    """Write the annex; an existing file is replaced only when the new one is whole.

    Raises ReportError if the folder cannot be written to; Cancelled leaves everything as it was.
    """
    from safer_desktop.report.annex import AnnexInputs, build_annex
    from safer_desktop.report.annex_xlsx import write_annex

    progress = progress or Silent()
    areas = [area.code for area in bench.catalogue.reporting_areas]
    figures: dict[str, dict[str, Figure]] = {}
    for done, area in enumerate(areas):
        check_cancelled(progress)
        progress.report(0.1 * done / len(areas), "Working out the figures")
        figures[area] = bench.figures(area)
    used = {
        number: None
        for of_area in figures.values()
        for figure in of_area.values()
        for number in figure.sources
    }
    paper = bench.paper()
    used.update((number, None) for it in paper.printed for number in it.sources)
    inputs = AnnexInputs(
        catalogue=bench.catalogue,
        edition=bench.edition,
        title=paper.title,
        author=paper.author,
        figures=figures,
        trends={
            (indicator.code, area): bench.trend(indicator.code, area)
            for indicator in bench.catalogue.headline
            for area in areas
        },
        origins={it.stored.id: (it.stored, it.file) for it in bench.origins(tuple(used))},
        files=tuple(load.file for load in bench.loads() if not load.withdrawn),
        attribution=bench.attribution,
        in_paper=paper.printed,
    )
    write_annex(build_annex(inputs), path, progress)
