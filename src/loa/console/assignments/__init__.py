"""Phân công: who owes what until when."""
