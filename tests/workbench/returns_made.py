"""What a district does in its copy, and what chance or malice does to the file."""

from __future__ import annotations

import random
from pathlib import Path

from safer_desktop.domain.records import Edit, RecordKind
from safer_desktop.workbench.bench import Workbench
from safer_desktop.workbench.matrix_edits import score_change
from safer_desktop.workbench.state import State


def mutated(sound: bytes, dice: random.Random) -> bytes:
    """The file with some bytes flipped, cut off, or some stretch doubled."""
    content = bytearray(sound)
    match dice.randrange(4):
        case 0:
            for _ in range(dice.randint(1, 20)):
                content[dice.randrange(len(content))] = dice.randrange(256)
        case 1:
            del content[dice.randrange(len(content)) :]
        case 2:
            at = dice.randrange(len(content))
            content[at:at] = content[at : at + dice.randrange(5000)]
        case _:
            for old, new in ((b'"harm": 3', b'"harm": 9'), (b"Melton", b"Blaby ")):
                at = content.find(old)
                if at >= 0 and dice.random() < 0.7:
                    content[at : at + len(old)] = new
    return bytes(content)


def work(bench: Workbench) -> None:
    code = next(iter(bench.records(RecordKind.INCIDENT_TYPE)))
    change = score_change(bench, code, bench.scheme.code, "harm", 3)
    bench.apply(Edit("harm score", (change,), "Seen in Melton"))
    bench.apply(bench.commentary_edit(bench.paragraphs()[3], "Our own words.", included=True))


def worked_on(path: Path, state: State) -> None:
    """The copy at ``path`` scored, written in and saved."""
    bench = Workbench.open(path, state)
    work(bench)
    bench.save()
    bench.close()
