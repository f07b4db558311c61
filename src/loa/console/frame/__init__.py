"""What every screen shares: who asks, in which language, the frame around the page, and the pages of errors."""
