"""Who acts. Services take an Actor, never a request or a user row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a part of the system that acts inside one scope.

    :param key: stable name for the audit trail, `user:12` or `system:worker`.
    :param scope_id: primary key of the scope (a commune) the actor may see; None sees nothing.
    :param rights: what the actor may do there, such as `editorial.approve`.
    :param unit_ids: primary keys of the only units whose rows the actor sees and works on; None means all of the scope.
    """

    key: str
    scope_id: int | None
    rights: frozenset[str] = frozenset()
    unit_ids: frozenset[int] | None = None

    def may(self, right: str) -> bool:
        return right in self.rights

    @property
    def user_id(self) -> int | None:
        """Primary key of the person, or None for a part of the system."""
        kind, _, number = self.key.partition(":")
        return int(number) if kind == "user" else None

    @property
    def person_id(self) -> int:
        """Primary key of the person who acts.

        :raises TypeError: a part of the system acts, where only a person may; a fault of the code, not of a person.
        """
        if self.user_id is None:
            raise TypeError(f"{self.key} is no person")
        return self.user_id
