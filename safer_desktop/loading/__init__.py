"""From a partner's file to observations: readers, table finder, recipes, checks, incidents."""
