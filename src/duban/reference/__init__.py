"""What is true outside a report: units, regions, calendars; data with a date and a source."""
