"""The pack: the one-file document (.safer), its working copies and its audit trail."""
