"""Composition root: the window, or one job without a window."""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from safer_desktop import __version__
from safer_desktop.domain.errors import Cancelled, ReportError, SaferError

EXIT_DONE = 0
EXIT_PROBLEM = 1
EXIT_DEFECTS = 3
EXIT_CANCELLED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit code (0 done, 1 a problem was told, 2 usage, 3 the
    paper has defects, 130 stopped)."""
    fill_missing_streams()
    multiprocessing.freeze_support()
    collect_less_often()
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except SaferError as error:
        print(f"safer-desktop: {error}", file=sys.stderr)
        return EXIT_PROBLEM
    except BrokenPipeError:
        # Whoever read the output is gone; the interpreter must not try again at its end.
        sys.stdout = None
        return EXIT_PROBLEM
    except (Cancelled, KeyboardInterrupt):
        print("safer-desktop: stopped; nothing was changed.", file=sys.stderr)
        return EXIT_CANCELLED


def fill_missing_streams() -> None:
    """A windowed program on Windows has no output at all, which libraries do not expect."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def collect_less_often() -> None:
    """Figures are many small objects without cycles; the search for cycles is dear."""
    gc.set_threshold(100_000, 20, 50)


def self_test(report: Path | None) -> int:
    """Prove every part on this computer, in a folder that is gone afterwards.

    The lines are printed, and as they come written to ``report``, since a windowed program
    has nowhere to print to. Raises ReportError if that file cannot be written.
    """
    from safer_desktop.gui.self_test import draw
    from safer_desktop.workbench.self_test import SelfTest

    passed = True
    with (
        _lines_to(report) as tell,
        tempfile.TemporaryDirectory(prefix="safer-desktop-", ignore_cleanup_errors=True) as folder,
    ):
        for outcome in SelfTest(Path(folder), draw).run():
            tell(outcome.line)
            passed = passed and bool(outcome.passed)
        tell("Self-test passed" if passed else "Self-test FAILED")
    return EXIT_DONE if passed else EXIT_PROBLEM


@contextmanager
def _lines_to(report: Path | None) -> Iterator[Callable[[str], None]]:
    if report is None:
        yield lambda line: print(line, flush=True)
        return
    try:
        file = report.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise ReportError(
            f"'{report}' cannot be written ({error.strerror}).", remedy="Name another file."
        ) from None

    def tell(line: str) -> None:
        print(line, flush=True)
        file.write(f"{line}\n")

    with file:
        yield tell


def _run(options: argparse.Namespace) -> int:
    if options.self_test:
        return self_test(options.report_file)
    from safer_desktop.workbench.state import State

    state = State.of_user()
    if options.check_paper is not None:
        from safer_desktop.workbench.jobs import check_paper

        found = check_paper(options.check_paper, options.against, state)
        return EXIT_DEFECTS if found else EXIT_DONE
    if options.job is None:
        from safer_desktop.gui.app import run

        return run(state, sample=options.sample, pack=options.pack)
    from safer_desktop.workbench import jobs

    match options.job:
        case "load":
            jobs.load(options.pack, options.files, state)
        case "figures":
            jobs.figures(options.pack, options.sample, state, as_json=options.json)
        case "report":
            jobs.report(options.pack, options.sample, options.out, state)
        case "annex":
            jobs.annex(options.pack, options.sample, options.out, state)
        case "verify":
            jobs.verify(options.pack, state)
    return EXIT_DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="safer-desktop",
        description="Turn partners' spreadsheets into the board's performance report.",
        epilog="Without a job the window opens, on PACK or on the sample if one is named.",
    )
    parser.add_argument("--version", action="version", version=f"Safer Desktop {__version__}")
    parser.set_defaults(job=None, pack=None)
    parser.add_argument("--sample", metavar="NAME", help="open a sample: 2016-17-q4 or open-data")
    parser.add_argument("--open", dest="pack", type=Path, metavar="PACK", help="open this pack")
    parser.add_argument(
        "--self-test", action="store_true", help="prove on this computer that every part works"
    )
    parser.add_argument(
        "--report",
        dest="report_file",
        type=Path,
        metavar="FILE",
        help="write the lines of --self-test to this file too",
    )
    parser.add_argument(
        "--check-paper", type=Path, metavar="FILE", help="list what does not hold in a board paper"
    )
    parser.add_argument(
        "--pack",
        dest="against",
        type=Path,
        metavar="PACK",
        help="check the paper against this pack",
    )
    jobs = parser.add_subparsers(dest="job", title="jobs without a window", metavar="JOB")

    load = jobs.add_parser("load", help="take files into a pack, made if it is new")
    load.add_argument("pack", type=Path, metavar="PACK")
    load.add_argument("files", type=Path, nargs="+", metavar="FILE")

    figures = jobs.add_parser("figures", help="print every indicator in every area")
    _add_source(figures)
    figures.add_argument("--json", action="store_true", help="as JSON, with the source cells")

    report = jobs.add_parser("report", help="write the board paper as a Word file")
    _add_source(report)
    report.add_argument("--out", type=Path, required=True, metavar="FILE.docx")

    annex = jobs.add_parser("annex", help="write every area's figures as an Excel workbook")
    _add_source(annex)
    annex.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")

    verify = jobs.add_parser("verify", help="prove that nobody altered a pack's audit trail")
    verify.add_argument("pack", type=Path, metavar="PACK")
    return parser


def _add_source(job: argparse.ArgumentParser) -> None:
    source = job.add_mutually_exclusive_group(required=True)
    source.add_argument("pack", type=Path, nargs="?", metavar="PACK")
    source.add_argument("--sample", metavar="NAME", help="a sample in place of PACK")


if __name__ == "__main__":
    sys.exit(main())
