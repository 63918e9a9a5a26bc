"""duban 督办: read Chinese government work reports into a typed, sourced ledger."""

__version__ = "0.1.0"
