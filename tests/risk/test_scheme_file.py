from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safer_desktop.risk.scheme import Scheme, SchemeError
from safer_desktop.risk.scheme_file import LARGEST, read, written
from safer_desktop.workbench.defaults import shipped_schemes


@pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.code)
def test_a_scheme_comes_back_from_its_file_as_it_was(scheme: Scheme) -> None:
    assert read(written(scheme).encode(), "x.json") == scheme


def changed(**change: object) -> bytes:
    content = json.loads(written(shipped_schemes()[0]))
    content["scheme"].update(change)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\xff", "not the text of a scheme"),
        (b"[" * 100_000, "not the text of a scheme"),
        (b"[]", "not a risk scheme"),
        (b'{"format": "safer-desktop-risk-scheme", "version": 9}', "version 9; this program"),
        (b'{"format": "safer-desktop-risk-scheme", "version": 1, "scheme": 3}', "size or shape"),
        (b" " * (LARGEST + 1), "far too large"),
        (changed(formula="eval('2')"), "part of the scheme is missing"),
        (changed(extra="x"), "part of the scheme is missing"),
        (changed(source="x" * 5_000), "size or shape"),
        (changed(meaning=""), "contradicts itself. Nothing says what the score means"),
        (changed(classes=[{"name": "Low", "from_score": 1e999}]), "not the text of a scheme"),
        (changed(code="a/../b"), "is no code"),
    ],
)
def test_a_strange_file_is_refused_in_plain_words(data: bytes, words: str) -> None:
    with pytest.raises(SchemeError, match=words) as caught:
        read(data, "theirs.json")
    assert caught.value.where == "theirs.json"
    assert caught.value.remedy


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["code", "factors", "bands", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.sampled_from(sorted(json.loads(written(shipped_schemes()[0]))["scheme"])), JSON)
def test_whatever_stands_in_a_field_is_read_or_refused(field: str, value: object) -> None:
    try:
        found = read(changed(**{field: value}), "x")
    except SchemeError:
        return
    assert found.factors
