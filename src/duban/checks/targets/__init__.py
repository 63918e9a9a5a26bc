"""Rules on targets: what cannot be met, measured or meant."""
