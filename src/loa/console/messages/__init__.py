"""Tin bài: one message with all its renditions."""
