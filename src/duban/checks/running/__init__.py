"""Findings about the check itself: a rule that crashed, a suppression that no longer applies."""
