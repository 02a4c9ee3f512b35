"""Drift: how a partner's new file differs from the last one, and the recipe that follows it.

``comparing.drift(workbook, recipe, catalogue)`` finds each table again wherever it has moved
(``whereabouts``, ``placing``), then compares its place, headings, areas, periods, units, titles
and notes with what the recipe has seen.
"""
