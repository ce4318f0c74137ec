"""argv -> exit code: parse, call records, hand the answer to output."""
