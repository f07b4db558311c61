"""The demo: the whole job once, on a real plan, with real processes."""
