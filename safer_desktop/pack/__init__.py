"""The one-file document (.safer): schema, open, save, working copy, audit trail."""
