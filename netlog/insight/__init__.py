"""Pure computation: rows and a day in, small plain values out."""
