"""Document to Outline: headings, roles and years of sections, and the masthead."""
