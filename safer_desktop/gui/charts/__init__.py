"""Charts: painted from figures, the same on screen, on the clipboard and in a file."""
