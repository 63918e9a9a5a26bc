"""The formats in which findings are written: one module each; the terminal's is `terminal/`."""
