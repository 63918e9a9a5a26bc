"""What surrounds a check on the command line: settings, suppressions, a baseline."""
