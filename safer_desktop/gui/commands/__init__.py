"""Undo commands: they name data, never widgets."""
