"""Whole-process timings, as multiples of an empty start of the same interpreter in the same run."""
