"""Whether the tables are those of this version of Loa."""

from __future__ import annotations

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from loa.cli.doctor.finding import Finding, error, ok
from loa.core.language import gettext as _


def check_migrations() -> list[Finding]:
    """Steps that the database still lacks, and steps of ours that it has from a newer Loa."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("loa.")}
    newer = sorted(
        f"{label}.{name}"
        for label, name in executor.loader.applied_migrations
        if label in ours and (label, name) not in executor.loader.disk_migrations
    )
    if newer:
        return [
            error(
                "database",
                _("Cơ sở dữ liệu thuộc một bản Loa mới hơn ({step}).").format(step=newer[0]),
                mend=_("Chạy bản Loa mới nhất đã dùng với thư mục dữ liệu này."),
            )
        ]
    if pending:
        return [
            error(
                "database",
                _("Cơ sở dữ liệu chưa theo kịp bản Loa này: còn thiếu {count} bước.").format(count=len(pending)),
                mend=_("Chép thư mục dữ liệu để dự phòng rồi chạy Loa: các bước được làm khi khởi động."),
            )
        ]
    return [ok("database", _("Các bảng đúng với bản Loa này."))]
