"""Đăng nhập, cài đặt: the person's own account, its language, password and sessions."""
