"""One key for each of several answers."""

from collections.abc import Iterable


def keys(words: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Key -> word: the first letter of a word that is still free, else the first free number.

    Keys are lower case; those in `taken` mean something else already.
    """
    found = dict.fromkeys(taken, "")
    for word in words:
        letters = (letter for letter in word.casefold() if letter.isalnum() and letter not in found)
        numbers = (str(number) for number in range(1, 1000) if str(number) not in found)
        found[next(letters, "") or next(numbers)] = word
    return {key: word for key, word in found.items() if word}
