"""Bytes to Document: one module per format."""
