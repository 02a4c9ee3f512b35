"""The risk/harm matrix."""
