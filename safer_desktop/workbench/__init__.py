"""The use cases over one open pack, without a window."""
