"""The words of a call: which commands there are, how to say them, and the help, in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from loa.core.language import gettext as _
from loa.units.codes import is_slug

GLOBAL_OPTIONS = ("--data", "--commune")
HIGHEST_PORT = 65535


class WrongUsage(Exception):
    """The call's words are off; the text says how."""


def _in_our_words(message: str) -> str:
    """What argparse complains about, in the user's language."""
    complaints = (
        (r"invalid choice: '([^']*)'", _("không có lệnh {0}")),
        (r"required: (.*)", _("thiếu {0}")),
        (r"unrecognized arguments: (.*)", _("không hiểu {0}")),
        (r"argument (\S+): expected .*", _("{0} cần một giá trị")),
        (r"argument (\S+): invalid .* value: '([^']*)'", _("{0} không nhận giá trị {1}")),
        (r"argument (\S+): ignored explicit argument '([^']*)'", _("{0} không nhận giá trị {1}")),
        (r"argument (\S+): not allowed with argument (\S+)", _("{0} và {1} không dùng cùng nhau")),
    )
    for pattern, words in complaints:
        found = re.search(pattern, message)
        if found:
            return words.format(*found.groups())
    return message


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of printing English."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(_in_our_words(message))


def help_text() -> str:
    """All commands with one line each."""
    lines = [
        _("Loa: kế hoạch tuyên truyền của xã, phường, đặc khu thành việc được làm, được chứng minh và được báo cáo."),
        "",
        _("Cách dùng: ./loa [--data THƯ_MỤC] [--commune MÃ_XÃ] LỆNH …"),
        "",
        "  " + _("demo [--plan TỆP] [--no-serve] [--json] [--port N] [--console-port N]"),
        "      " + _("làm trọn một việc từ kế hoạch đến báo cáo, rồi mở bàn làm việc và cổng thông tin"),
        "  " + _("extract TỆP [--json | --text] [--explain]"),
        "      " + _("đọc một văn bản và in ra những gì đọc được; --explain: kèm dòng đã trích và quy tắc đã đọc"),
        "  " + _("import THƯ_MỤC [--as TÊN] [-o TỆP.xlsx]"),
        "      " + _("nhập mọi văn bản của một thư mục, chờ đối chiếu; bị ngắt thì chạy lại để làm tiếp"),
        "  " + _("report --period NĂM-THÁNG -o TỆP.docx|TỆP.pdf"),
        "      " + _("lập báo cáo của một tháng từ các minh chứng"),
        "  doctor [--json]",
        "      " + _("khám máy và thư mục dữ liệu: thiếu gì, sai gì, sửa thế nào; không đổi gì"),
        "  " + _("test [THAM_SỐ…]"),
        "      " + _("chạy bộ kiểm thử mặc định"),
        "  " + _("bench TÊN [--json]"),
        "      " + _("đo tốc độ trên dữ liệu mẫu cỡ một xã, so với một lần chạy đối chiếu"),
        "  check",
        "      " + _("chạy mọi kiểm tra như trên máy kiểm tra tự động"),
        "",
        _("Mã kết thúc: 0 xong, 1 từ chối kèm một dòng nói rõ, 2 gọi sai."),
    ]
    return "\n".join(lines)


def _globals() -> Parser:
    parser = Parser(add_help=False)
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    parser.add_argument("--commune", default=argparse.SUPPRESS)
    parser.add_argument("-h", "--help", action="store_true", default=argparse.SUPPRESS)
    return parser


def build_parser() -> Parser:
    """The parser of the whole command line; global options may stand before or after the command."""
    shared = _globals()
    parser = Parser(prog="loa", add_help=False, parents=[shared], allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", parser_class=Parser)

    def command(name: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, add_help=False, parents=[shared], allow_abbrev=False)

    demo = command("demo")
    demo.add_argument("--plan", type=Path)
    demo.add_argument("--no-serve", action="store_true")
    demo.add_argument("--json", action="store_true")
    demo.add_argument("--port", type=int, default=8080)
    demo.add_argument("--console-port", type=int, default=8000)
    extract = command("extract")
    extract.add_argument("file", type=Path, metavar=_("TỆP"))
    how = extract.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true")
    how.add_argument("--text", action="store_true")
    extract.add_argument("--explain", action="store_true")
    taking_in = command("import")
    taking_in.add_argument("folder", type=Path, metavar=_("THƯ_MỤC"))
    taking_in.add_argument("--as", dest="officer", metavar=_("TÊN"))
    taking_in.add_argument("-o", "--output", type=Path)
    report = command("report")
    report.add_argument("--period", required=True)
    report.add_argument("-o", "--output", type=Path, required=True)
    bench = command("bench")
    bench.add_argument("name", metavar=_("TÊN"))
    bench.add_argument("--json", action="store_true")
    doctor = command("doctor")
    doctor.add_argument("--json", action="store_true")
    command("check")
    return parser


def _command_at(words: Sequence[str]) -> int:
    """Where the command stands: the first word that is neither an option nor the value of a global one."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in GLOBAL_OPTIONS else 1
    return at


def read_call(words: Sequence[str]) -> argparse.Namespace:
    """Read the call. Everything after `test` goes to the test runner untouched.

    :raises WrongUsage: unknown command or option, missing value.
    """
    at = _command_at(words)
    if list(words[at : at + 1]) == ["test"]:
        call = build_parser().parse_args(list(words[:at]))
        call.command, call.arguments = "test", list(words[at + 1 :])
        return call
    if not {"-h", "--help"}.isdisjoint(words):
        return argparse.Namespace(command=None, help=True)  # also where the command lacks a word
    call = build_parser().parse_args(list(words))
    if not is_slug(getattr(call, "commune", "x")):
        raise WrongUsage(_("{0} không nhận giá trị {1}").format("--commune", call.commune))
    if call.command == "demo":
        for option, port in (("--port", call.port), ("--console-port", call.console_port)):
            if not 1 <= port <= HIGHEST_PORT:
                raise WrongUsage(_("{0} không nhận giá trị {1}").format(option, port))
    return call
