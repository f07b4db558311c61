"""Signing in and out, the own password, and the settings: what is shown, refused and kept."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cast import Cast, Person, a_commune
from loa.core.models import AuditEntry
from loa.units.models import Membership, StaffSession, User
from loa.units.right_words import RIGHT_WORDS
from loa.units.rights import Right, Role

PASSWORD = "duong ra bo suoi"
NEXT_PASSWORD = "chieu ve tren doi che"
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0"


def give_password(person: Person, **fields: bool) -> None:
    person.user.set_password(PASSWORD)
    for name, value in fields.items():
        setattr(person.user, name, value)
    person.user.save()


def sign_in(client: Client, username: str = "hanh", password: str = PASSWORD, next_page: str = "") -> object:
    form = {"username": username, "password": password, "next": next_page}
    return client.post(reverse("sign-in"), form, headers={"user-agent": AGENT})


def codes() -> list[str]:
    return list(AuditEntry.objects.order_by("sequence").values_list("code", flat=True))


def page(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_signing_in_leads_to_today_and_is_noted_with_the_device(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    response = sign_in(client)
    assert (response.status_code, response.url) == (302, reverse("today"))  # type: ignore[attr-defined]
    assert StaffSession.objects.get(user=cast.hanh.user).device == "Chrome/Windows"
    line = AuditEntry.objects.get(code="units.person.signed-in")
    assert (line.actor, line.scope_id) == (cast.hanh.actor.key, cast.commune.pk)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://xa.example/", "//xa.example/", "/khong-co-trang/", "/dang-xuat/", "/dang-nhap/", "javascript:alert(1)"],
)
def test_after_signing_in_nobody_is_led_to_a_page_that_is_not_ours(client: Client, cast: Cast, elsewhere: str) -> None:
    give_password(cast.hanh)
    assert sign_in(client, next_page=elsewhere).url == reverse("today")  # type: ignore[attr-defined]


def test_after_signing_in_the_page_that_was_asked_for_opens(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    asked = reverse("units") + "?trang=2"
    assert sign_in(client, next_page=asked).url == asked  # type: ignore[attr-defined]


def test_an_account_without_a_role_is_told_so_and_stays_outside(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    Membership.objects.filter(user=cast.hanh.user).delete()
    response = sign_in(client)
    assert "chưa giữ vai trò nào" in response.content.decode()  # type: ignore[attr-defined]
    assert not StaffSession.objects.filter(user=cast.hanh.user).exists()
    assert "units.person.signed-in" not in codes()


def test_who_lost_every_role_while_signed_in_may_sign_out_or_in_as_somebody_else(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanh.user)
    Membership.objects.filter(user=cast.hanh.user).delete()
    assert client.get(reverse("today")).status_code == 403
    assert client.get(reverse("sign-in")).status_code == 200
    assert client.post(reverse("sign-out")).status_code == 302
    assert AuditEntry.objects.get(code="units.person.signed-out").scope_id is None


def test_the_fifth_wrong_password_is_answered_with_our_own_page(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    answers = [sign_in(client, password="sai") for _try in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]  # type: ignore[attr-defined]
    assert "Tạm khóa đăng nhập" in answers[-1].content.decode()  # type: ignore[attr-defined]


def test_the_sign_in_page_in_english_changes_nothing_for_the_next_reader(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    client.post(reverse("sign-in-language"), {"language": "en"})
    sign_in(client, password="wrong")
    answer = sign_in(Client(), password="sai")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.content.decode()  # type: ignore[attr-defined]


def test_signing_out_is_a_form_and_leaves_a_line(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanh.user)
    assert client.get(reverse("sign-out")).status_code == 405
    assert client.post(reverse("sign-out")).url == reverse("sign-in")  # type: ignore[attr-defined]
    assert codes() == ["units.person.signed-out"]
    assert not StaffSession.objects.filter(user=cast.hanh.user).exists()
    assert client.post(reverse("sign-out")).status_code == 302


def test_a_temporary_password_opens_one_page_until_it_is_changed(client: Client, cast: Cast) -> None:
    give_password(cast.hanh, must_change_password=True)
    sign_in(client)
    for name in ("today", "settings", "units"):
        assert client.get(reverse(name)).url == reverse("password")  # type: ignore[attr-defined]
    assert "Chọn mật khẩu của riêng mình" in page(client, "password")
    form = {"old": PASSWORD, "new": NEXT_PASSWORD, "again": NEXT_PASSWORD}
    assert client.post(reverse("password"), form).url == reverse("today")  # type: ignore[attr-defined]
    assert client.get(reverse("settings")).status_code == 200
    assert User.objects.get(username="hanh").check_password(NEXT_PASSWORD)


def test_a_new_password_keeps_this_session_and_ends_the_others(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    elsewhere = Client()
    for browser in (client, elsewhere):
        sign_in(browser)
    form = {"old": PASSWORD, "new": NEXT_PASSWORD, "again": NEXT_PASSWORD}
    assert client.post(reverse("password"), form).url == reverse("settings")  # type: ignore[attr-defined]
    assert client.get(reverse("settings")).status_code == 200
    assert elsewhere.get(reverse("settings")).status_code == 302
    assert StaffSession.objects.get(user=cast.hanh.user).device == "Chrome/Windows"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"new": "ngan", "again": "ngan"}, "ít nhất 10 ký tự"),
        ({"new": "nguyenthihanh1", "again": "nguyenthihanh1"}, "quá giống"),
        ({"new": NEXT_PASSWORD, "again": "khac"}, "chưa giống nhau"),
        ({"new": "x" * 10_000, "again": "x" * 10_000}, "dài quá"),
        ({"new": "", "again": ""}, "còn để trống"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_the_reason(
    client: Client, cast: Cast, form: dict[str, str], words: str
) -> None:
    cast.hanh.user.display_name = "Nguyễn Thị Hạnh"
    give_password(cast.hanh)
    client.force_login(cast.hanh.user)
    response = client.post(reverse("password"), {"old": PASSWORD} | form)
    assert response.status_code == 409
    assert words in response.content.decode()
    assert form["new"] not in response.content.decode() or not form["new"]
    assert User.objects.get(username="hanh").check_password(PASSWORD)


def test_five_wrong_old_passwords_sign_out(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    client.force_login(cast.hanh.user)
    form = {"old": "sai", "new": NEXT_PASSWORD, "again": NEXT_PASSWORD}
    assert [client.post(reverse("password"), form).status_code for _try in range(4)] == [409] * 4
    assert client.post(reverse("password"), form).url == reverse("sign-in")  # type: ignore[attr-defined]
    assert "Nhập sai mật khẩu cũ nhiều lần" in page(client, "sign-in")
    assert User.objects.get(username="hanh").check_password(PASSWORD)


def test_the_settings_say_who_where_and_what_one_may_do(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.tu.user)
    with django_assert_max_num_queries(15):
        shown = page(client, "settings")
    for words in ("Tư", "Khu Suối Đá", "Trưởng thôn, tổ dân phố", "xã Đồng Sương", "Xác nhận nghe rõ", "GPL-3.0"):
        assert words in shown
    assert "Làm việc cho" not in shown


def test_every_right_has_words_of_its_own() -> None:
    assert set(RIGHT_WORDS) == set(Right)
    assert len(set(RIGHT_WORDS.values())) == len(Right)


def test_the_language_is_the_accounts_and_another_one_is_refused(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanh.user)
    client.post(reverse("settings-language"), {"language": "fr"})
    assert "Loa có tiếng Việt và tiếng Anh" in page(client, "settings")
    client.post(reverse("settings-language"), {"language": "en"})
    assert client.get(reverse("settings")).headers["Content-Language"] == "en"
    assert User.objects.get(username="hanh").language == "en"


def test_who_works_for_two_communes_chooses_one_of_them_only(client: Client, cast: Cast) -> None:
    third = a_commune("lung-suong", "xã Lũng Sương")
    Membership.objects.create(commune=cast.other_commune, user=cast.hanh.user, role=Role.LEADER)
    client.force_login(cast.hanh.user)
    assert "Làm việc cho" in page(client, "settings")
    for wanted in (third.pk, "x", ""):
        client.post(reverse("settings-commune"), {"commune": wanted})
        assert "commune" not in client.session
    client.post(reverse("settings-commune"), {"commune": cast.other_commune.pk})
    assert "Lãnh đạo" in page(client, "settings")


def test_another_device_is_signed_out_from_here(client: Client, cast: Cast) -> None:
    give_password(cast.hanh)
    other = Client()
    sign_in(other)
    client.force_login(cast.hanh.user)
    row = StaffSession.objects.get(user=cast.hanh.user, device="Chrome/Windows")
    assert "Chrome trên Windows" in page(client, "settings")
    assert str(row.session_key) not in page(client, "settings")
    for _press in range(2):
        assert client.post(reverse("session-end", args=[row.public_id])).url == reverse("settings")  # type: ignore[attr-defined]
    assert other.get(reverse("settings")).status_code == 302
    assert codes().count("units.session.ended") == 1


def test_nobody_ends_somebody_elses_session(client: Client, cast: Cast) -> None:
    other = Client()
    other.force_login(cast.lan.user)
    client.force_login(cast.hanh.user)
    for public_id in (StaffSession.objects.get(user=cast.lan.user).public_id, uuid4()):
        client.post(reverse("session-end", args=[public_id]))
    assert other.get(reverse("settings")).status_code == 200


def test_ending_this_very_session_or_all_leads_to_the_sign_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.hanh.user)
    this = StaffSession.objects.get(user=cast.hanh.user)
    assert client.post(reverse("session-end", args=[this.public_id])).url == reverse("sign-in")  # type: ignore[attr-defined]
    other = Client()
    for browser in (client, other):
        browser.force_login(cast.hanh.user)
    assert client.post(reverse("sessions-end")).url == reverse("sign-in")  # type: ignore[attr-defined]
    assert "Đã đăng xuất khỏi mọi thiết bị" in page(client, "sign-in")
    assert other.get(reverse("settings")).status_code == 302


def test_a_hostile_name_is_shown_as_text(client: Client, cast: Cast) -> None:
    cast.hanh.user.display_name = "<script>alert(1)</script> \u202e🎙️"
    cast.hanh.user.save()
    client.force_login(cast.hanh.user)
    shown = page(client, "settings")
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)" in shown
