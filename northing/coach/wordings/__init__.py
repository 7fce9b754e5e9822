"""Other wordings of a statement, from a language model: beside the coach's rules, never for them.

Off unless whoever runs Northing sets an address. Asked only when a person presses the button.
"""
