"""Safer Desktop: partners' spreadsheets in, the board's performance report out."""

__version__ = "0.1.0"
