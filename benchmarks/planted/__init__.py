"""Errors planted into reports, to see how many of them the checker finds and names."""
