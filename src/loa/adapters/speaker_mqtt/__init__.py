"""Network loudspeakers: signed orders and receipts over MQTT 3.1.1. The far end is `player/`.

The wire is described in `player/README.md`; what both sides share are `player/schemas` and `player/vectors`.
"""

from loa.adapters.speaker_mqtt.adapter import Adapter
from loa.adapters.speaker_mqtt.listener import listen
from loa.adapters.speaker_mqtt.settings import SpeakerBroker
from loa.adapters.speaker_mqtt.topics import TopicRights, player_rights, player_username, sender_rights

__all__ = [
    "Adapter",
    "SpeakerBroker",
    "TopicRights",
    "listen",
    "player_rights",
    "player_username",
    "sender_rights",
]
