"""`python -m netlog.cli`: write the table that the quick door and the completion read."""

from pathlib import Path

from netlog.cli.generated import table_py

Path(__file__).with_name("table.py").write_text(table_py(), encoding="utf-8")
