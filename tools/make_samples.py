"""Makes resources/samples again: ``python tools/make_samples.py [open-data DOWNLOAD ESTIMATES]``.

Without arguments the workbooks of ``2016-17-q4``; with a data.police.uk download and the ONS
mid-year estimates workbook the tables of ``open-data``. Needs xlwt, odfpy and pyxlsbwriter for the
formats that the program itself only reads; they are no part of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import sample_board_report, sample_open_data

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"


def main(words: list[str]) -> int:
    if not words:
        sample_board_report.make(SAMPLES / "2016-17-q4")
    elif len(words) == 3 and words[0] == "open-data":
        sample_open_data.make(SAMPLES / "open-data", Path(words[1]), Path(words[2]))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
