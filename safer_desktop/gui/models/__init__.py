"""Item models: they show what the workbench says and ask the context for every edit."""
