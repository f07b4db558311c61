"""amqtt's two questions (who are you, may you) answered from our accounts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amqtt.contexts import Action
from amqtt.plugins.base import BaseAuthPlugin, BaseTopicPlugin

from loa.adapters.broker_amqtt.accounts import Accounts, account_of


@dataclass
class _Config:
    """amqtt fills this from the broker's configuration."""

    accounts: str


class AccountPlugin(BaseAuthPlugin):  # type: ignore[misc]
    """Only named accounts with their password, and only under an identifier of their own."""

    Config = _Config

    def __init__(self, context: Any) -> None:
        super().__init__(context)
        self._accounts = Accounts(Path(self.config.accounts))

    async def authenticate(self, *, session: Any) -> bool:
        is_own_name = session.username == account_of(session.client_id or "")
        return is_own_name and self._accounts.is_known(username=session.username, password=session.password)


class TopicPlugin(BaseTopicPlugin):  # type: ignore[misc]
    """An account reads and writes what its row names, nothing else."""

    Config = _Config

    def __init__(self, context: Any) -> None:
        super().__init__(context)
        self._accounts = Accounts(Path(self.config.accounts))

    async def on_broker_post_start(self) -> None:
        """Give each player its post box before it first comes, and again after the broker was killed.

        amqtt keeps sessions in memory only; without this an order sent before the player is back would be gone.
        """
        for username, topic in self._accounts.post_boxes():
            await self.context.add_subscription(username, topic, 1)

    async def topic_filtering(
        self, *, session: Any = None, topic: str | None = None, action: Action | None = None
    ) -> bool:
        if session is None or not topic:
            return False
        # By the identifier, not the user name: a post box whose owner is away has no user name yet.
        account = account_of(session.client_id or "")
        if action == Action.PUBLISH:
            return self._accounts.may_write(account, topic)
        return self._accounts.may_read(account, topic)
