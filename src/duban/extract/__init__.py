"""Sections to figures, targets and commitments."""
