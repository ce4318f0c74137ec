"""One module per noun: its rules and its SQL."""
