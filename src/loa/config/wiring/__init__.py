"""The only place that knows both a port and the adapter behind it. Nothing else imports `loa.adapters`."""
