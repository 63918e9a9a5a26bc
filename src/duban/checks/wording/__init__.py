"""Rules on the wording of figures."""
