"""The small MQTT broker that comes with Loa: amqtt behind a gate, for the demo and for small communes.

A commune with a server of its own runs Mosquitto with the same accounts (`write_mosquitto_files`).
"""

from loa.adapters.broker_amqtt.accounts import BrokerClient
from loa.adapters.broker_amqtt.mosquitto import write_mosquitto_files
from loa.adapters.broker_amqtt.provision import Provisioned, provision
from loa.adapters.broker_amqtt.serving import PortTaken, main, serve

__all__ = ["BrokerClient", "PortTaken", "Provisioned", "main", "provision", "serve", "write_mosquitto_files"]
