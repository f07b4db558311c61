"""Duyệt: listen, look, approve or send back."""
