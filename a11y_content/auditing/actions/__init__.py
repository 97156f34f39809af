"""What is done on pages before they are audited, said in a small TOML file: clicks, texts, keys, waits.

    [[actions]]
    pages = ["account/*"]
    steps = [
      { type = "ada@example.org", into = "#email" },
      { type_from = "AUDIT_PASSWORD", into = "#password" },
      { press = "Enter" },
      { wait_for_address = "*/account/home" },
    ]

Why TOML, and why these steps: docs/decisions/0085-actions.md.
"""
