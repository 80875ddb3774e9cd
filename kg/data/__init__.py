"""Tables: places, surnames, titles, roles, departments."""
