"""Tables of the delivery."""

from loa.delivery.models.dispatch import Dispatch, DispatchState
from loa.delivery.models.proof import AttemptOutcome, DeliveryAttempt, DeliveryReceipt

__all__ = ["AttemptOutcome", "DeliveryAttempt", "DeliveryReceipt", "Dispatch", "DispatchState"]
