"""Kế hoạch: the plans, their documents beside what was read, and what they leave open."""
