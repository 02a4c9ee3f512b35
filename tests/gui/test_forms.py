"""The generated forms are what ui/ says, and ui/ names only what there is."""

from __future__ import annotations

import importlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tools.make_forms import FORMS, SOURCES, generated, module_of

SOURCE_FILES = sorted(SOURCES.glob("*.ui"))


def code(text: str) -> list[str]:
    """The lines without the generator's own banner, which names its version."""
    return [line for line in text.splitlines() if not line.startswith("##")]


@pytest.mark.parametrize("form", SOURCE_FILES, ids=lambda form: form.stem)
def test_generated_module_is_up_to_date(form: Path) -> None:
    committed = module_of(form).read_text(encoding="utf-8")
    assert code(committed) == code(generated(form)), "run tools/make_forms.py"


def test_no_generated_module_is_without_its_form() -> None:
    wanted = {module_of(form).name for form in SOURCE_FILES}
    assert {module.name for module in FORMS.glob("ui_*.py")} == wanted
    assert wanted


@pytest.mark.parametrize("form", SOURCE_FILES, ids=lambda form: form.stem)
def test_promoted_classes_are_what_the_form_takes_them_for(form: Path) -> None:
    from PySide6 import QtWidgets

    for promoted in ET.parse(form).getroot().iter("customwidget"):
        name, header, base = (promoted.findtext(it, "") for it in ("class", "header", "extends"))
        module = importlib.import_module(header.removesuffix(".h").replace("/", "."))
        kind = getattr(module, name)
        assert issubclass(kind, QWidget)
        assert issubclass(kind, getattr(QtWidgets, base))
