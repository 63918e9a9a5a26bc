"""Observations from a table that an office keeps: CSV or XLSX, monthly or quarterly."""

from duban.assess.table.reading import read_observations

__all__ = ["read_observations"]
