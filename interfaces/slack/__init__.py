"""The Slack bot: every request remembered before work, and answered exactly once."""
