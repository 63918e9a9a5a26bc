"""What each peer is asked; every script here runs in that peer's own environment."""
