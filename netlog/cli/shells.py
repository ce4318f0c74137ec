"""How each shell hands over its words and takes candidates: the protocol of Typer's completion scripts."""

from collections.abc import Mapping

_UNSAFE = set('\\"$`()[]{}<>|&;*?!~#%^')


def read(shell: str, environ: Mapping[str, str]) -> tuple[list[str], str, str]:
    """The words before the one at the cursor, that word, and how much of it the shell will replace."""
    if shell == "bash":
        words = _split(environ.get("COMP_WORDS", ""))
        at = int(environ.get("COMP_CWORD", "0") or 0)
        word = words[at] if at < len(words) else ""
        before, whole = _joined(words[1:at], word)
        return before, whole, "" if word in (":", "=") else word
    line = environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(line)
    if shell in ("powershell", "pwsh"):
        word = environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        return (words[1:-1] if word else words[1:]), word, word
    if len(words) > 1 and not line.endswith(" "):
        return words[1:-1], words[-1], words[-1]
    return words[1:], "", ""


def open_quote(shell: str, environ: Mapping[str, str]) -> str:
    """The quote within which bash completes, where a backslash would be part of the name; mostly none."""
    raw = environ.get("COMP_WORDS", "").split("\n") if shell == "bash" else []
    at = int(environ.get("COMP_CWORD", "0") or 0)
    return raw[at][:1] if at < len(raw) and raw[at].startswith(("'", '"')) else ""


def _split(line: str) -> list[str]:
    """The words of a line that may end within a quote."""
    if not set(line) & set("\\\"'"):
        return line.split()
    import shlex  # it costs as much as asking the log

    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        words += lexer
    except ValueError:  # no closing quote yet: what there is of the last word
        words.append(lexer.token)
    return words


def _joined(before: list[str], word: str) -> tuple[list[str], str]:
    """bash parts words at `:` and `=`; put them together again: tag : me -> tag:me."""
    words: list[str] = []
    glue = False
    for one in [*before, word]:
        if words and (glue or one in (":", "=")):
            words[-1] += one
        else:
            words.append(one)
        glue = one in (":", "=")
    return words[:-1], words[-1]


def written(shell: str, found: list[tuple[str, str]], word: str, typed: str, *, quote: str = "") -> str:
    """The candidates in the form that the shell's script reads."""
    if shell == "bash":
        kept = len(word) - len(typed)  # bash replaces only what it takes for the word
        return "\n".join(_bash(value[kept:], quote) for value, _ in found)
    if shell == "zsh":
        if not found:
            return "_files"
        rows = [f'"{_zsh(value)}":"{_zsh(help)}"' if help else f'"{_zsh(value)}"' for value, help in found]
        return "_arguments '*: :((" + "\n".join(rows) + "))'"
    if shell == "fish":
        return "\n".join(f"{value}\t{help}" if help else value for value, help in found)
    return "\n".join(f"{value}:::{help or ' '}" for value, help in found)


def _bash(text: str, quote: str) -> str:
    """As bash takes it after what was typed: within single quotes nothing but their end ends them."""
    if quote:
        return text.replace("'", "'\\''") if quote == "'" else text
    return "".join(f"\\{c}" if c in " '" else c for c in text)


def _zsh(text: str) -> str:
    safe = "".join(c for c in text if c not in _UNSAFE)  # the script evaluates this
    return safe.replace(":", r"\\:").replace("'", "'\\''")  # it stands within single quotes
