"""Tables of the units: who acts for which office."""

from loa.units.models.commune import Commune
from loa.units.models.membership import Membership
from loa.units.models.unit import Unit, UnitAlias, UnitKind
from loa.units.models.user import User

__all__ = ["Commune", "Membership", "Unit", "UnitAlias", "UnitKind", "User"]
