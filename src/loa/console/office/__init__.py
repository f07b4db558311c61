"""Loa, đơn vị, người dùng: outlets, units and people."""
