"""Measuring screens: which there are, how long they take beside a reference view, what they weigh."""
