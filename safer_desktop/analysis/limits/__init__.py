"""Predicted limits: charts, the adviser, season, rules, and how many false signals to expect.

Every module here needs numpy from its first line: import them where they are first used, not when
the program starts. Begin reading at ``chart.py``.
"""
