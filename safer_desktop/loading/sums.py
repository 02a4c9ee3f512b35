"""Which labels name totals, averages and changes: figures about other figures."""

from __future__ import annotations

_SUMS = frozenset(
    (
        "total",
        "grand total",
        "sub total",
        "subtotal",
        "average",
        "mean",
        "sum",
        "change",
        "% change",
        "percentage change",
        "difference",
        "variance",
        "trend",
        "all",
    )
)


def ignorable(label: str) -> bool:
    """Whether a label names a total, an average or a change, which are never taken for parts."""
    text = label.rpartition("|")[2].strip(" :*").casefold()
    return text in _SUMS or text.startswith(("total ", "% change", "change ", "percentage change"))
