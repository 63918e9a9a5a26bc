"""The ledger as text: JSON Lines, JSON, CSV, XLSX, and a person's corrections."""
