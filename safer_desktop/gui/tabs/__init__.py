"""The pages of the window, built at their first visit."""
