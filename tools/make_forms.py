"""Makes safer_desktop/gui/forms/ui_*.py from the Qt Designer forms in ui/."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "ui"
FORMS = ROOT / "safer_desktop" / "gui" / "forms"


def generated(form: Path) -> str:
    """The Python text of one form."""
    uic = Path(sys.executable).parent / "pyside6-uic"
    done = subprocess.run(
        [uic, "--generator", "python", form], check=True, capture_output=True, text=True
    )
    return done.stdout


def module_of(form: Path) -> Path:
    """The file that a form is generated into."""
    return FORMS / f"ui_{form.stem}.py"


def main() -> None:
    """Regenerate all forms and remove the modules of forms that are gone."""
    forms = sorted(SOURCES.glob("*.ui"))
    wanted = {module_of(form) for form in forms}
    for module in set(FORMS.glob("ui_*.py")) - wanted:
        module.unlink()
    for form in forms:
        module_of(form).write_text(generated(form), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
