"""Proves on the computer at hand that the program does its whole job, in a folder of its own."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from socket import AF_INET, AF_INET6

from safer_desktop import __version__
from safer_desktop.domain.display import number
from safer_desktop.domain.errors import PasswordNeeded, SaferError
from safer_desktop.domain.evidence import Quantity, Rank
from safer_desktop.domain.progress import Silent
from safer_desktop.workbench.annex import export_annex
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.state import State

SAMPLE = "2016-17-q4"
KNOWN_RATE = ("violence-with-injury", "3.93")
"""Paragraph 10 of the board's published report of 2016/17 quarter 4."""
KNOWN_RANK = ("all-crime", "4/9")
"""Paragraph 11 of the same report."""

_PASSWORD = "only for this test"
_FAULTS = (
    SaferError, ImportError, OSError, ValueError, TypeError, LookupError, AttributeError,
    RuntimeError,
)  # fmt: skip
_NETWORK = {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}

Draw = Callable[[Path, Path], str]
"""Draws from a pack into a folder and says what it drew."""


class SelfTestError(SaferError):
    """A part gives something else than it should."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one part went; ``passed`` is None where an earlier fault kept it from being tried."""

    part: str
    passed: bool | None
    words: str

    @property
    def line(self) -> str:
        """The outcome as one line."""
        verdict = {True: "OK", False: "FAILED", None: "NOT RUN"}[self.passed]
        return f"{verdict:<8} {self.part:<9} {' '.join(self.words.split())}"


class NetworkWatch:
    """Keeps a list of everything in this process that reaches for a network."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        opens = event == "socket.__new__" and arguments[1] in (AF_INET, AF_INET6)
        if opens or event in _NETWORK:
            self.seen.append(event)


@dataclass
class SelfTest:
    """The parts in their order; each goes on where the one before ended."""

    folder: Path
    draw: Draw
    network: NetworkWatch = field(default_factory=NetworkWatch)
    bench: Workbench | None = None

    def run(self) -> Iterator[Outcome]:
        """Every part's outcome as it comes; what follows a failed part is not tried."""
        parts: dict[str, Callable[[], str]] = {
            "Program": self._program,
            "Sample": self._sample,
            "Figures": self._figures,
            "Pack": self._pack,
            "Password": self._password,
            "Paper": self._paper,
            "Annex": self._annex,
            "Window": self._window,
            "Network": self._no_network,
        }
        failed = False
        try:
            for name, part in parts.items():
                if failed:
                    yield Outcome(name, None, "an earlier part failed")
                    continue
                outcome = _outcome(name, part)
                failed = outcome.passed is False
                yield outcome
        finally:
            self._let_go()

    @property
    def _opened(self) -> Workbench:
        if self.bench is None:
            raise SelfTestError("No pack is open.")
        return self.bench

    def _let_go(self) -> None:
        if self.bench is not None:
            self.bench.close()
            self.bench = None

    def _reopen(self, path: Path, password: str = "") -> Workbench:
        self._let_go()
        self.bench = Workbench.open(path, State(self.folder / "state"), password)
        return self.bench

    def _program(self) -> str:
        form = "packaged" if getattr(sys, "frozen", False) else "from source"
        system = f"{platform.system()} {platform.release()}"
        return f"Safer Desktop {__version__}, Python {platform.python_version()}, {system}, {form}"

    def _sample(self) -> str:
        self.bench = Workbench.from_sample(SAMPLE, State(self.folder / "state"))
        loads = self.bench.loads()
        read = sum(len(self.bench.observation_ids(load.id)) for load in loads)
        _check(bool(read), "no figure was read")
        return f"{len(loads)} workbooks read by child processes, {number(read)} cells taken in"

    def _figures(self) -> str:
        rate, rank = _known(self._opened)
        _check(rate == KNOWN_RATE[1], f"{KNOWN_RATE[0]} is {rate}, published was {KNOWN_RATE[1]}")
        _check(rank == KNOWN_RANK[1], f"{KNOWN_RANK[0]} ranks {rank}, published {KNOWN_RANK[1]}")
        return f"{KNOWN_RATE[0]} {rate} and {KNOWN_RANK[0]} {rank} as the board's report had them"

    def _pack(self) -> str:
        path = self.folder / "Self-test.safer"
        before = self._opened.figures(self._opened.catalogue.home)
        self._opened.save(path)
        bench = self._reopen(path)
        _check(bench.figures(bench.catalogue.home) == before, "figures differ after reopening")
        trail = bench.verify_trail()
        _check(trail.broken is None, trail.what)
        return (
            f"saved, reopened with the same {len(before)} figures; {trail.lines} audit lines hold"
        )

    def _password(self) -> str:
        path = self.folder / "Protected.safer"
        self._opened.protect(_PASSWORD)
        self._opened.save(path)
        self._let_go()
        _check(not path.read_bytes().startswith(b"SQLite"), "the protected pack is plain")
        try:
            Workbench.open(path, State(self.folder / "state"), "another").close()
        except PasswordNeeded:
            pass
        else:
            raise SelfTestError("A wrong password opened the pack.")
        _check(_known(self._reopen(path, _PASSWORD))[0] == KNOWN_RATE[1], "figures differ")
        self._reopen(self.folder / "Self-test.safer")
        return "a pack is encrypted, a wrong password is refused, the right one opens it"

    def _paper(self) -> str:
        from safer_desktop.workbench.paper_check import check_file

        paper = self.folder / "Paper.docx"
        self._opened.export_word(paper, Silent())
        read = check_file(paper, self._opened)
        text = "\n".join(it.text for it in read.paragraphs)
        _check(KNOWN_RATE[1] in text, f"{KNOWN_RATE[1]} is not in the paper")
        return f"Word paper written and read back, {len(read.paragraphs)} paragraphs and rows"

    def _annex(self) -> str:
        from safer_desktop.loading.readers import read_workbook

        annex = self.folder / "Annex.xlsx"
        export_annex(self._opened, annex)
        book = read_workbook(annex, Silent())
        figure = self._opened.figure(KNOWN_RATE[0], self._opened.catalogue.home).latest
        _check(isinstance(figure, Quantity), "there is no figure")
        values = {cell for sheet in book.sheets for row in sheet.rows for cell in row}
        near = [it for it in values if isinstance(it, float) and number(it, 2) == KNOWN_RATE[1]]
        _check(bool(near), f"{KNOWN_RATE[1]} is not in the annex")
        return f"Excel annex written and read back, {len(book.sheets)} sheets"

    def _window(self) -> str:
        self._let_go()
        return self.draw(self.folder / "Self-test.safer", self.folder)

    def _no_network(self) -> str:
        _check(not self.network.seen, f"the program reached for it: {', '.join(self.network.seen)}")
        return "no network connection was opened or asked for"


def _outcome(name: str, part: Callable[[], str]) -> Outcome:
    try:
        return Outcome(name, True, part())
    except _FAULTS as error:
        kind = "" if isinstance(error, SaferError) else f"{type(error).__name__}: "
        return Outcome(name, False, f"{kind}{error}")


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SelfTestError(otherwise)


def _known(bench: Workbench) -> tuple[str, str]:
    home = bench.catalogue.home
    rate = bench.figure(KNOWN_RATE[0], home).latest
    rank = bench.figure(KNOWN_RANK[0], home).rank
    return (
        number(rate.value, 2) if isinstance(rate, Quantity) else rate.text,
        rank.label if isinstance(rank, Rank) else rank.text,
    )
