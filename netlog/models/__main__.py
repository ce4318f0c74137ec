"""`python -m netlog.models`: write the schema that the store opens files with."""

from netlog.models.schema import STORE, schema_sql, tables_py

(STORE / "schema.sql").write_text(schema_sql(), encoding="utf-8")
(STORE / "tables.py").write_text(tables_py(), encoding="utf-8")
