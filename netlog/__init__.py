"""A log of a professional network, and what to do next."""

__version__ = "0.1.0"
