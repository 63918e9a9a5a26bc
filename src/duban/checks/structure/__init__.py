"""Rules on structure: numbering, headings, order of the parts."""
