"""YAML as people keep it here: safe types only, and the line of every value for error messages.

Dates and decimals stay text (a label such as 1.10 is not the number 1.1, and a bad date is reported where it
stands). Keys that stand twice and aliases are refused. Keeps out: what the values mean.
"""

import re
from dataclasses import dataclass

import yaml

from pipeline.errors import BadInput

_TAG = "tag:yaml.org,2002:"


class _Loader(yaml.SafeLoader):
    """SafeLoader that keeps dates and decimals as written."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.constructor.ConstructorError(None, None, "an alias (*name)", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is no plain value", key.start_mark)
            value = self.construct_object(key)
            if value in seen:
                problem = f"the key {key.value!r} a second time"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node, deep=False):
        try:
            return super().construct_object(node, deep)
        except (ValueError, KeyError, IndexError, TypeError, OverflowError):
            problem = f"{node.value!r}, which is no {node.tag.removeprefix(_TAG)}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None


for _kept in ("timestamp", "float"):
    _Loader.add_constructor(_TAG + _kept, yaml.SafeLoader.construct_yaml_str)


@dataclass(frozen=True)
class Document:
    """A parsed file: its data, and where each value stands."""

    name: str
    data: object
    node: yaml.Node | None

    def line(self, path: tuple) -> int:
        """Line, counted from 1, of the value at `path` (keys and list positions), or of its nearest parent."""
        return self._find(path)[0]

    def written(self, path: tuple) -> str | None:
        """The value at `path` as it stands in the file (0123 is not 123); None where no plain value stands there."""
        node = self._find(path)[1]
        return node.value if isinstance(node, yaml.ScalarNode) else None

    def _find(self, path: tuple) -> tuple[int, yaml.Node | None]:
        node, line = self.node, 1
        for step in path:
            child = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == str(step):
                        line, child = key.start_mark.line + 1, value
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                child = node.value[step]
                line = child.start_mark.line + 1
            if child is None:
                return line, None
            node = child
        return line, node

    def place(self, path: tuple) -> str:
        """File and line of a value, as editors print them."""
        return f"{self.name}:{self.line(path)}"


# What the library says of a line that is no YAML, what the line looks like, and both in the words of whoever keeps the
# file: what was found and what should stand there.
_PLAIN_WORDS = (
    (r"mapping values are not", r":.*: ", "a second colon in {line}", "a value with a colon in it between quotes"),
    (r"mapping values are not", r"", "{line}", "as many blanks before it as before its neighbours, each with a colon"),
    (r"could not find expected ':'", r"", "no colon in or above {line}", "a name, a colon, and its value"),
    (r"character '\\t'", r"", "a tab before {line}", "blanks, not tabs"),
    (r"character '(.+)' that cannot", r"", "{line}", "a value that begins with {0} between quotes"),
    (r"unexpected end of stream", r"", "a quotation mark that is never closed", "one before and one behind the text"),
    (r"unknown escape character '(.+)'", r"", "\\{0} in {line}", "two backslashes, or single quotes"),
    (r"expected ',' or '(.)'", r"", "{line} inside a bracket", "commas between its parts, and {0} where it ends"),
    (r"expected <block end>", r": *['\"]", "{line}", "a value with quotation marks between quotes of the other kind"),
    (r"expected <block end>", r"", "{line}", "as many blanks before it as before its neighbours"),
    (r"constructor for the tag '.*:(\w+)'", r"", "{line}", "a name other than <<"),
    (r"constructor for the tag '(.+)'", r"", "{0}", "a value without a tag"),
    (r"expected a single document|but found another document", r"", "a line ---", "one document in the file"),
    (
        r"alphabetic or numeric|undefined alias|an alias",
        r"",
        "{line}",
        "a value that begins with * or & between quotes",
    ),
    (r"expected chomping or indentation|comment or a line break", r"", "{line}", "nothing behind | or >"),
    (r"a second time", r"", "{problem}", "each key once"),
)


def _in_plain_words(problem: str, line: str) -> tuple[str, str]:
    """What was found and what was expected, from the library's words and the line they are about."""
    shown = line.strip() or "the end of the file"
    for said, looks, found, expected in _PLAIN_WORDS:
        match = re.search(said, problem)
        if match and re.search(looks, line):
            return tuple(words.format(*match.groups(), line=shown, problem=problem) for words in (found, expected))
    return problem or shown, "well-formed YAML"


def parse(text: str, name: str) -> Document:
    """Parse one YAML document.

    Raises:
        BadInput: with `name` and the line, where the text is not YAML of this kind.
    """
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        found = f"the character number {ord(text[error.position])}"
        raise BadInput.at(f"{name}:{line}", "YAML", found, "well-formed YAML, without control characters") from None
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        found, expected = _in_plain_words(error.problem or "", "".join(text.splitlines()[line - 1 : line]))
        raise BadInput.at(f"{name}:{line}", "YAML", found, expected) from None
    except RecursionError:
        raise BadInput.at(f"{name}:1", "YAML", "values inside values without end", "well-formed YAML") from None
    finally:
        loader.dispose()
    return Document(name, data, node)
