"""What the command shows in a terminal: help, tables, and a bar for what takes long."""
