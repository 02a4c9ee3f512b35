"""Generated from ui/ by tools/make_forms.py."""
