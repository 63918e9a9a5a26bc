"""How Chinese writes numbers, units, comparisons and periods; rules beside their examples."""
