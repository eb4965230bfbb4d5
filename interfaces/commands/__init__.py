"""One file a command: its docstring is the help, `add_arguments` and `run` the rest."""
