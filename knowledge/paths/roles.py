"""The roles that have a learning path."""

# In the order in which they are offered.
ROLES = ("data-scientist", "ml-engineer", "mlops-engineer", "data-engineer", "platform-engineer", "team-lead")
