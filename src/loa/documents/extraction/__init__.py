"""From the lines of an administrative document to what it says: pure rules, no Django, no network."""
