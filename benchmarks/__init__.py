"""Speed, start-up and memory of the reader, measured beside a plain pass and beside its peers."""
