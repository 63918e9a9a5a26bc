"""The ledger as tables that an official opens: CSV and XLSX."""
