"""Staff screens: what a commune's people see and do, in the browser, phone first."""
