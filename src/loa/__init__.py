"""Loa: a commune's public communication, from its signed plan to the proved report."""

VERSION = "0.1.0"
