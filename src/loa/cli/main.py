"""The `loa` command: reads the call and hands over to one command each."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sqlite3
import sys
from collections.abc import Callable

from loa.cli import usage
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.core.system_errors import reason_of

FULL_DISK = (errno.ENOSPC, errno.EDQUOT)


def _demo(call: argparse.Namespace) -> int:
    from loa.cli.demo.command import DemoCall, demo_command

    return demo_command(
        DemoCall(
            plan=call.plan,
            serve=not call.no_serve,
            as_json=call.json,
            port=call.port,
            console_port=call.console_port,
            commune_code=getattr(call, "commune", None),
        )
    )


def _extract(call: argparse.Namespace) -> int:
    from loa.cli.extract import extract_command

    return extract_command(call.file, as_json=call.json, text_only=call.text, explain=call.explain)


def _import(call: argparse.Namespace) -> int:
    from loa.cli.importing.command import ImportCall, import_command

    return import_command(
        ImportCall(
            root=call.folder,
            officer=call.officer,
            output=call.output,
            commune_code=getattr(call, "commune", None),
        )
    )


def _report(call: argparse.Namespace) -> int:
    from loa.cli.report import report_command

    return report_command(period=call.period, output=call.output, commune_code=getattr(call, "commune", None))


def _bench(call: argparse.Namespace) -> int:
    from loa.cli.bench import bench_command

    return bench_command(call.name, as_json=call.json, data=getattr(call, "data", None))


def _doctor(call: argparse.Namespace) -> int:
    from loa.cli.doctor.command import doctor_command

    return doctor_command(as_json=call.json, commune_code=getattr(call, "commune", None))


def _test(call: argparse.Namespace) -> int:
    from loa.cli.checking import test_command

    return test_command(call.arguments)


def _check(_call: argparse.Namespace) -> int:
    from loa.cli.checking import check_command

    return check_command()


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "demo": _demo,
    "extract": _extract,
    "import": _import,
    "report": _report,
    "bench": _bench,
    "doctor": _doctor,
    "test": _test,
    "check": _check,
}


def is_full_disk(error: BaseException | None) -> bool:
    """Whether `error`, or what it came from, says that the disk is full."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in FULL_DISK:
            return True
        if isinstance(error, sqlite3.Error) and "full" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def say_refusal(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


def say_wrong_usage(wrong: usage.WrongUsage) -> int:
    print(_("Gọi sai: {detail}. Xem ./loa --help.").format(detail=wrong), file=sys.stderr)
    return 2


def _say_error(error: Exception) -> int | None:
    """One line for what the machine itself refuses; None for anything else, which is a mistake of ours."""
    if is_full_disk(error):
        return say_refusal(
            _("Hết chỗ trống trên đĩa. Việc đã làm vẫn còn nguyên; giải phóng chỗ trống rồi chạy lại lệnh này.")
        )
    if isinstance(error, OSError):
        return say_refusal(
            _("Không dùng được {path}: {reason}. Kiểm tra đường dẫn và quyền rồi chạy lại.").format(
                path=error.filename or _("tệp hoặc thư mục"), reason=reason_of(error)
            )
        )
    return None


def run(call: argparse.Namespace) -> int:
    """Run the command of `call`; a refusal, a full disk or an unusable path is one line and 1."""
    try:
        return COMMANDS[call.command](call)
    except usage.WrongUsage as wrong:
        return say_wrong_usage(wrong)
    except Refusal as refusal:
        return say_refusal(refusal.message)
    except KeyboardInterrupt:
        return say_refusal(_("Đã dừng theo yêu cầu. Việc đã làm được giữ; chạy lại lệnh để làm tiếp."))
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        answer = _say_error(error)
        if answer is None:
            raise
        return answer


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong usage."""
    words = sys.argv[1:] if words is None else words
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without Vietnamese letters still gets its line
    try:
        call = usage.read_call(words)
    except usage.WrongUsage as wrong:
        return say_wrong_usage(wrong)
    if getattr(call, "help", False):
        print(usage.help_text())
        return 0
    if call.command is None:
        print(usage.help_text(), file=sys.stderr)
        return 2
    if getattr(call, "data", None) is not None:
        env.use_data_dir(call.data)
    return run(call)
