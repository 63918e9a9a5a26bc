"""Rules on arithmetic: printed values against those that follow from others."""
