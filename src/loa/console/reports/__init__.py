"""Báo cáo: figures that open to their rows."""
