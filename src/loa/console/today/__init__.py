"""Hôm nay: what needs me, what goes out next, what was proved this morning; search and the list of all places."""
