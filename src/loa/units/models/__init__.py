"""Tables of the units: who acts for which office."""

from loa.units.models.commune import Commune
from loa.units.models.membership import ClosedMembership, Membership
from loa.units.models.session import StaffSession
from loa.units.models.unit import Unit, UnitAlias, UnitKind
from loa.units.models.user import Language, User

__all__ = [
    "ClosedMembership",
    "Commune",
    "Language",
    "Membership",
    "StaffSession",
    "Unit",
    "UnitAlias",
    "UnitKind",
    "User",
]
