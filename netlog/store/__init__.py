"""The one SQLite file; nothing else opens it."""
