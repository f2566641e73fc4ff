"""C++ text without its comments, and without its string and character literals, line for line as it was.

For the checks of the sources: what stands in a comment or in a text is no include and no call.
"""

import re

_TOKEN = re.compile(
    r"""
    (?P<comment> //(?:\\\n|[^\n])* | /\*.*?(?:\*/|\Z) )
  | (?P<raw> (?:u8|[uUL])?R"(?P<mark>[^()\\\s"]{0,16})\(.*?\)(?P=mark)" )
  | (?P<string> (?:u8|[uUL])?"(?:\\.|[^"\\\n])*" )
  | (?P<character> (?:u8|[uUL])?'(?:\\.|[^'\\\n])+' )
  | (?P<word> \.?[0-9](?:'?[0-9A-Za-z_.])* | [A-Za-z_][A-Za-z_0-9]* )
    """,
    re.DOTALL | re.VERBOSE,
)


def _blank(text: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in text)


def without_comments(text: str) -> str:
    """The text with comments and raw strings blanked; other literals stay, so that include lines can be read."""
    return _TOKEN.sub(lambda m: _blank(m[0]) if m["comment"] or m["raw"] else m[0], text)


def code_only(text: str) -> str:
    """The text with comments blanked and literals emptied: `"…"` becomes `""`, padded to its length."""

    def replaced(match: re.Match) -> str:
        if match["word"]:
            return match[0]
        if match["comment"]:
            return _blank(match[0])
        quote = "'" if match["character"] else '"'
        return quote + _blank(match[0][1:-1]) + quote

    return _TOKEN.sub(replaced, text)
