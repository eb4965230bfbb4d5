"""The IDE's door: a Model Context Protocol server with tools, pages and prompts, on the official SDK."""
