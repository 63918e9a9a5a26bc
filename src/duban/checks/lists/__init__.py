"""Rules on lists: names against values, stated counts against items."""
