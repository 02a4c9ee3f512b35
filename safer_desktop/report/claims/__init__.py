"""Reads a board paper's own words and lists what does not hold.

The way in is :func:`safer_desktop.report.claims.check.check`; papers come from
:mod:`safer_desktop.report.claims.paper_file`. Nothing here knows a window, a pack or a file of
figures: what a pack knows is handed over as
:class:`~safer_desktop.report.claims.known.KnownFigures`.
"""
