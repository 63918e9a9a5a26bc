"""Rules on continuity: this year's report against last year's ledger."""
