"""The channel that is a person: a folder with a work order and the files."""

from loa.adapters.by_hand.adapter import WORK_ORDER_NAME, Adapter

__all__ = ["WORK_ORDER_NAME", "Adapter"]
