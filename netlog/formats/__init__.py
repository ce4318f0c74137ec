"""Other people's files: bytes in, plain records out (and back)."""
