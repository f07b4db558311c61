"""The pages of outlets, units and people: what is shown, what a second person and a second press do."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast, a_person
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.console.office.outlet_lines import by_kind, outlet_lines, silences
from loa.core import clock
from loa.core.models import AuditEntry
from loa.delivery.models import Dispatch, DispatchState
from loa.units.models import Membership, Unit, UnitKind, User
from loa.units.rights import Role

HOSTILE = "<script>alert(1)</script> \u202eđảo 🎙️"
TODAY = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: TODAY)


@pytest.fixture
def quy(client: Client, cast: Cast) -> Client:
    client.force_login(cast.quy.user)
    return client


@pytest.fixture
def hanh(cast: Cast) -> Client:
    browser = Client()
    browser.force_login(cast.hanh.user)
    return browser


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def post(client: Client, view: str, /, *args: object, **form: object) -> str:
    response = client.post(reverse(view, args=args), form, follow=True)
    return response.content.decode()


def hidden(shown: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', shown)
    assert found is not None
    return found.group(1).replace("&quot;", '"').replace("&#x27;", "'")


def lines(code: str) -> int:
    return AuditEntry.objects.filter(code=code).count()


def a_silent_outlet(cast: Cast) -> Outlet:
    approval = an_approval(cast)
    for hours in (2, 26):
        dispatch = a_dispatch(cast, approval, due_at=NOW - timedelta(hours=hours), lasts=timedelta(days=3))
        Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.MISSED)
    return dispatch.outlet


# Outlets


def test_a_silent_outlet_comes_first_with_who_can_look(quy: Client, cast: Cast) -> None:
    Outlet.objects.create(commune=cast.commune, channel=ChannelKind.LOUDSPEAKER, code="an", name="An Khê")
    silent = a_silent_outlet(cast)
    found = outlet_lines(cast.quy.actor, now=TODAY)
    assert found[0].outlet == silent
    assert [one.heads for one in silences(found)] == [(cast.tu.user,)]
    shown = page(quy, "outlets")
    assert "im lặng từ 15:00 02/09/2025" in shown
    assert "Lỡ giờ 2 lần" in shown


def test_an_outlet_shows_its_states_of_today_and_its_last_order_due(cast: Cast) -> None:
    approval = an_approval(cast)
    last = a_dispatch(cast, approval, due_at=NOW)
    a_dispatch(cast, approval, due_at=NOW + timedelta(hours=3))
    a_dispatch(cast, approval, due_at=NOW - timedelta(days=1), lasts=timedelta(days=3))
    [kind] = by_kind(outlet_lines(cast.quy.actor, now=TODAY))
    assert kind.lines[0].last == last
    assert kind.lines[0].today == ((DispatchState.QUEUED, 2),)


def test_the_outlets_cost_few_queries_however_many(
    quy: Client, hanh: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_silent_outlet(cast)
    for number in range(30):
        Outlet.objects.create(commune=cast.commune, channel=ChannelKind.SOCIAL, code=f"t{number}", name=f"T {number}")
    for client in (quy, hanh):
        with django_assert_max_num_queries(15):
            page(client, "outlets")
        with django_assert_max_num_queries(15):
            page(client, "outlet", an_outlet(cast).pk)


def test_who_may_not_see_messages_sees_no_title_and_no_way_to_one(quy: Client, hanh: Client, cast: Cast) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    title, address = dispatch.rendition.version.title, reverse("dispatch", args=[dispatch.pk])
    shown = page(quy, "outlet", dispatch.outlet_id)
    assert title not in shown and address not in shown
    shown = page(hanh, "outlet", dispatch.outlet_id)
    assert title in shown and address in shown


def test_adding_an_outlet_twice_adds_one_even_after_it_was_closed(quy: Client, cast: Cast) -> None:
    key = hidden(page(quy, "outlet-new"), "key")
    form = {"key": key, "channel": "notice-board", "name": HOSTILE, "unit": cast.go_may.pk, "player_public_key": ""}
    shown = post(quy, "outlet-new", **form)
    assert "&lt;script&gt;alert(1)" in shown and "<script>alert" not in shown
    outlet = Outlet.objects.get()
    assert outlet.unit == cast.go_may
    post(quy, "outlet-close", outlet.pk)
    post(quy, "outlet-new", **form)
    assert Outlet.objects.count() == 1
    assert "<script>alert" not in page(quy, "outlets")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": " "}, "Tên còn để trống"),
        ({"name": "x" * 10_000}, "dài quá 120 ký tự"),
        ({"player_public_key": "khóa"}, "64 chữ số"),
        ({"unit": "999999"}, "Không tìm thấy đơn vị này"),
        ({"key": ""}, "Trang này đã cũ"),
    ],
)
def test_an_outlet_that_cannot_be_is_refused_and_what_was_typed_stays(
    quy: Client, cast: Cast, wrong: dict[str, str], words: str
) -> None:
    form = {"key": uuid4(), "channel": "bulletin", "name": "Bản tin", "unit": "", "player_public_key": ""} | wrong
    response = quy.post(reverse("outlet-new"), form)
    assert response.status_code == 409
    assert words in response.content.decode()
    assert str(form["name"]) in response.content.decode()
    assert not Outlet.objects.exists()


def test_the_second_who_changes_an_outlet_is_told_and_may_then_insist(quy: Client, cast: Cast) -> None:
    outlet = an_outlet(cast)
    first, second = (hidden(page(quy, "outlet-edit", outlet.pk), "seen") for _who in range(2))
    assert "Đã lưu" in post(quy, "outlet-edit", outlet.pk, name="Cụm loa chợ", unit="", seen=first)
    shown = post(quy, "outlet-edit", outlet.pk, name="Cụm loa đình", unit="", seen=second)
    assert "Người khác vừa sửa điểm phát này" in shown and "Cụm loa đình" in shown
    assert Outlet.objects.get().name == "Cụm loa chợ"
    post(quy, "outlet-edit", outlet.pk, name="Cụm loa đình", unit="", seen=hidden(shown, "seen"))
    assert Outlet.objects.get().name == "Cụm loa đình"


@pytest.mark.parametrize("forged", ["", "x", "{}", "[" * 3000, "[]", '["a", "b"]', "[1, [2]]"])
def test_a_forged_memory_overwrites_nothing(quy: Client, cast: Cast, forged: str) -> None:
    outlet = an_outlet(cast)
    for name, row, form in (
        ("outlet-edit", outlet.pk, {"name": "Khác", "unit": ""}),
        ("unit-edit", cast.go_may.pk, {"name": "Khác", "kind": "post"}),
        ("person-roles", cast.hanh.user.pk, {"role_lanh-dao": "on"}),
    ):
        response = quy.post(reverse(name, args=[row]), form | {"seen": forged})
        assert response.status_code == 409
    assert Outlet.objects.get().name != "Khác"
    assert Membership.objects.get(user=cast.hanh.user).role == Role.CULTURE


def test_an_outlet_is_closed_and_opened_once_however_often_it_is_pressed(quy: Client, cast: Cast) -> None:
    outlet = an_outlet(cast)
    for name, words in (("outlet-close", "Mở lại điểm phát"), ("outlet-reopen", "Đóng điểm phát")):
        for _press in range(2):
            assert words in post(quy, name, outlet.pk)
    assert (lines("channels.outlet.closed"), lines("channels.outlet.reopened")) == (1, 1)


# Units


def test_units_stand_in_the_order_of_the_alphabet_with_their_people(
    quy: Client, hanh: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("Đội dân phòng", "Ấp Bắc", "Dân quân", "Khu 10", "Khu 9"):
        Unit.objects.create(commune=cast.commune, name=name, kind=UnitKind.BODY)
    with django_assert_max_num_queries(15):
        shown = page(quy, "units")
    names = re.findall(r'lang="vi">([^<]+)</a></th>', shown)
    assert names == ["Ấp Bắc", "Dân quân", "Đội dân phòng", "Khu 9", "Khu 10", "Khu Gò Mây", "Khu Suối Đá"]
    assert "Việc chưa báo" not in shown
    with django_assert_max_num_queries(15):
        assert "Việc chưa báo" in page(hanh, "units")


def test_a_unit_shows_its_people_and_outlets(
    quy: Client, hanh: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    outlet = an_outlet(cast)
    for client, is_linked in ((quy, True), (hanh, False)):
        with django_assert_max_num_queries(15):
            shown = page(client, "unit", cast.suoi_da.pk)
        assert cast.tu.user.display_name in shown and outlet.name in shown
        assert (reverse("person", args=[cast.tu.user.pk]) in shown) is is_linked


def test_a_unit_is_added_once_and_renamed_with_its_old_name_kept(quy: Client, cast: Cast) -> None:
    key = hidden(page(quy, "unit-new"), "key")
    for _press in range(2):
        post(quy, "unit-new", key=key, name="Đội dân phòng", kind="body")
    unit = Unit.objects.get(name="Đội dân phòng")
    seen = hidden(page(quy, "unit-edit", unit.pk), "seen")
    post(quy, "unit-edit", unit.pk, name="Đội An ninh cơ sở", kind="body", seen=seen)
    assert "<li>Đội dân phòng</li>" in page(quy, "unit", unit.pk)
    shown = post(quy, "unit-edit", unit.pk, name="Đội thứ ba", kind="body", seen=seen)
    assert "Người khác vừa sửa đơn vị này" in shown
    shown = post(quy, "unit-new", key=uuid4(), name=HOSTILE, kind="body")
    assert "&lt;script&gt;" in shown and "<script>alert" not in shown


# People


def person_form(**changed: object) -> dict[str, object]:
    form = {"key": uuid4(), "display_name": "Đặng Ân", "username": "an.dang", "role": "van-hoa", "unit": ""}
    return form | changed


def shown_password(shown: str) -> str:
    found = re.search(r'class="secret"[^>]*>([a-z0-9-]+)<', shown)
    assert found is not None
    return found.group(1)


def test_a_new_persons_password_is_shown_once_and_kept_nowhere(quy: Client, cast: Cast) -> None:
    form = person_form(key=hidden(page(quy, "person-new"), "key"))
    response = quy.post(reverse("person-new"), form)
    password = shown_password(response.content.decode())
    user = User.objects.get(username="an.dang")
    assert response.headers["Cache-Control"] == "no-store"
    assert user.check_password(password) and user.must_change_password
    assert password not in str(dict(quy.session.items()))
    again = post(quy, "person-new", **form)
    assert password not in again and "mật khẩu đã hiện một lần" in again
    assert User.objects.get(username="an.dang").check_password(password)
    assert User.objects.filter(display_name="Đặng Ân").count() == 1


def test_adding_somebody_who_is_there_already_changes_no_password(quy: Client, cast: Cast) -> None:
    cast.hanh.user.set_password("duong ra bo suoi")
    cast.hanh.user.save()
    shown = post(quy, "person-new", **person_form(display_name="Hạnh", username="hanh"))
    assert "Người này đã có tài khoản" in shown
    response = quy.post(reverse("person-new"), person_form(display_name="Hằng", username="hanh"))
    assert response.status_code == 409 and "đã có người dùng" in response.content.decode()
    assert User.objects.get(username="hanh").check_password("duong ra bo suoi")


def test_a_person_that_cannot_be_is_refused(quy: Client, cast: Cast) -> None:
    for wrong, words in (
        ({"username": "Nguyễn Ân"}, "Tên đăng nhập chỉ gồm"),
        ({"display_name": ""}, "Tên còn để trống"),
        ({"display_name": "y" * 10_000}, "dài quá 120"),
        ({"role": ""}, "Chưa chọn vai trò"),
        ({"role": "truong-khu"}, "phải thuộc một đơn vị"),
    ):
        response = quy.post(reverse("person-new"), person_form(**wrong))
        assert response.status_code == 409
        assert words in response.content.decode()
    assert not User.objects.filter(username="an.dang").exists()


def test_a_new_password_is_issued_once_a_page(quy: Client, cast: Cast) -> None:
    key = hidden(page(quy, "person", cast.hanh.user.pk), "key")
    password = shown_password(post(quy, "person-password", cast.hanh.user.pk, key=key))
    assert "mật khẩu đã hiện một lần" in post(quy, "person-password", cast.hanh.user.pk, key=key)
    assert "Trang này đã cũ" in post(quy, "person-password", cast.hanh.user.pk, key="x")
    assert User.objects.get(pk=cast.hanh.user.pk).check_password(password)
    assert lines("units.person.password-issued") == 1


def test_roles_are_changed_and_the_second_who_changes_them_is_told(quy: Client, cast: Cast) -> None:
    pk = cast.hanh.user.pk
    seen = hidden(page(quy, "person", pk), "seen")
    roles = {"role_lanh-dao": "on", "role_truong-khu": "on", "unit_truong-khu": cast.go_may.pk}
    assert "Đã lưu vai trò của Hạnh" in post(quy, "person-roles", pk, seen=seen, **roles)
    held = set(Membership.objects.filter(user=pk).values_list("role", "unit_id"))
    assert held == {("lanh-dao", None), ("truong-khu", cast.go_may.pk)}
    assert AuditEntry.objects.get(code="units.person.roles-changed").actor == cast.quy.actor.key
    shown = post(quy, "person-roles", pk, seen=seen, **{"role_van-hanh": "on"})
    assert "Người khác vừa đổi vai trò" in shown
    assert set(Membership.objects.filter(user=pk).values_list("role", "unit_id")) == held
    post(quy, "person-roles", pk, seen=hidden(shown, "seen"), **{"role_van-hanh": "on"})
    assert Membership.objects.get(user=pk).role == Role.OPERATOR


def test_roles_that_cannot_be_are_refused(quy: Client, cast: Cast) -> None:
    seen = hidden(page(quy, "person", cast.hanh.user.pk), "seen")
    assert "Cần ít nhất một vai trò" in post(quy, "person-roles", cast.hanh.user.pk, seen=seen)
    own = hidden(page(quy, "person", cast.quy.user.pk), "seen")
    shown = post(quy, "person-roles", cast.quy.user.pk, seen=own, **{"role_van-hanh": "on"})
    assert "người phụ trách hệ thống cuối cùng" in shown
    both = {"role_he-thong": "on", "role_lanh-dao": "on"}
    assert "không tự giao vai trò được duyệt tin" in post(quy, "person-roles", cast.quy.user.pk, seen=own, **both)


def test_an_account_is_closed_and_opened_again(quy: Client, cast: Cast) -> None:
    pk = cast.tu.user.pk
    for name, words in (("person-close", "Mở lại tài khoản này"), ("person-reopen", "Khóa tài khoản này")):
        for _press in range(2):
            assert words in post(quy, name, pk)
        shown = page(quy, "people")
        assert ("Tài khoản đã khóa" in shown) is (name == "person-close")
    assert Membership.objects.get(user=pk).unit == cast.suoi_da


def test_the_own_account_has_no_dangerous_buttons_and_the_deeds_are_refused(quy: Client, cast: Cast) -> None:
    pk = cast.quy.user.pk
    shown = page(quy, "person", pk)
    assert reverse("person-close", args=[pk]) not in shown
    assert reverse("person-password", args=[pk]) not in shown
    assert "Không ai tự khóa tài khoản của mình" in post(quy, "person-close", pk)
    assert "Mật khẩu của chính mình thì đổi ở mục Cài đặt" in post(quy, "person-password", pk, key=uuid4())


def test_thirty_people_cost_few_queries(
    quy: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        a_person(f"n{number}", f"Người {number} {HOSTILE}", cast.commune, Role.HAMLET_HEAD, cast.go_may)
    with django_assert_max_num_queries(15):
        assert "<script>alert" not in page(quy, "people")
    with django_assert_max_num_queries(15):
        page(quy, "person", cast.sau.user.pk)


# Borders


def test_another_communes_rows_are_as_if_they_were_not(quy: Client, cast: Cast) -> None:
    there = Outlet.objects.create(commune=cast.other_commune, channel=ChannelKind.SOCIAL, code="x", name="Trang x")
    unit = Unit.objects.create(commune=cast.other_commune, name="Khu xa", kind=UnitKind.OFFICE)
    for pk, names in (
        (there.pk, ("outlet", "outlet-edit", "outlet-close", "outlet-reopen")),
        (unit.pk, ("unit", "unit-edit")),
        (cast.binh.user.pk, ("person", "person-roles", "person-password", "person-close", "person-reopen")),
    ):
        for name in names:
            for row in (pk, 999_999):
                address = reverse(name, args=[row])
                assert quy.post(address).status_code in (404, 405), address
                assert quy.get(address).status_code in (404, 405), address
                assert 404 in (quy.post(address).status_code, quy.get(address).status_code), address


def test_without_the_right_the_door_is_shut(hanh: Client, cast: Cast) -> None:
    outlet = an_outlet(cast)
    for name, args in (
        ("people", []),
        ("person-new", []),
        ("person", [cast.tu.user.pk]),
        ("outlet-new", []),
        ("outlet-edit", [outlet.pk]),
        ("unit-new", []),
        ("unit-edit", [cast.go_may.pk]),
    ):
        assert hanh.get(reverse(name, args=args)).status_code == 403
    for name in ("outlet-close", "outlet-reopen"):
        assert hanh.post(reverse(name, args=[outlet.pk])).status_code == 403
        assert hanh.get(reverse(name, args=[outlet.pk])).status_code == 405
    assert "Thêm điểm phát" not in page(hanh, "outlets")
