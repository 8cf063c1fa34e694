"""Reads our own source and says where a house rule is broken that ruff and import-linter cannot see.

In goes Python source with its path below the repository, out come faults as "path:line what". Three rules: text of a
file reaches a widget through `explorer/views/kit` only; nothing that runs code or opens a connection is used; a file
is written in few known places. Knows the rules, not the tree: the callers walk it.
"""

import ast
import re
from collections.abc import Iterator

#: The room that turns text into widgets; its module `text.py` is the gate.
KIT = "explorer/views/kit/"

#: Widgets that take text for rich text, and would open what it names.
RICH_WIDGETS = frozenset(
    {"QLabel", "QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog", "QTextBrowser", "QTextEdit",
     "QWhatsThis", "QGraphicsTextItem", "QStaticText"}
)  # fmt: skip
RICH_CALLS = frozenset({"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setWhatsThis", "setDefaultStyleSheet"})
#: Takes words of ours, or what the gate made of text; a style sheet can name a file, too.
GATED_CALLS = frozenset({"setToolTip", "showText", "setStyleSheet"})

BANNED_MODULES = frozenset(
    {"pickle", "marshal", "shelve", "yaml", "html.parser", "socket", "ssl", "http", "ftplib", "smtplib", "ctypes",
     "urllib.request", "urllib3", "requests", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "xmlrpc", "telnetlib",
     "webbrowser", "multiprocessing.managers"}
)  # fmt: skip
BANNED_CALLS = frozenset({"eval", "exec", "compile", "__import__"})
BANNED_ATTRIBUTES = frozenset({("csv", "Sniffer"), ("os", "system"), ("os", "popen"), ("subprocess", "Popen")})

WRITING_CALLS = frozenset(
    {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "QSaveFile", "setFileName", "setOutputFileName"}
)

#: Addresses of registries and paths of a machine have no place in a repository. (Brackets: not to find itself.)
FOREIGN = re.compile(
    r"py[p]i\.org|python[h]osted|registry\.np[m]js|deb\.debia[n]\.org|files\.python|/wor[k]/|/roo[t]/|/tm[p]/|"
    r"/hom[e]/[a-z]|/opt/whee[l]s|C:\\User[s]"
)


def sinks(source: str, path: str) -> list[str]:
    """Where text could reach a widget as rich text, outside the kit."""
    return [] if path.startswith(KIT) else [f"{path}:{line} {what}" for line, what in _sinks(ast.parse(source))]


def _sinks(tree: ast.Module) -> Iterator[tuple[int, str]]:
    gated = any(isinstance(node, ast.Call) and _last(node.func) == "tooltip" for node in ast.walk(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from ((node.lineno, _rich(name)) for name in map(_last, node.bases) if name in RICH_WIDGETS)
        elif isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" and not gated:
            yield node.lineno, "ToolTipRole in a module that does not use the kit's tooltip()"
        elif isinstance(node, ast.Call):
            yield from _sink_call(node)


def _rich(name: str) -> str:
    return f"{name}: what shows text comes from the kit"


def _sink_call(node: ast.Call) -> Iterator[tuple[int, str]]:
    name = _last(node.func)
    # QMessageBox(...) and QMessageBox.warning(...) alike
    if widget := {name, _owner(node.func)} & RICH_WIDGETS:
        yield node.lineno, _rich(widget.pop())
    elif name in RICH_CALLS:
        yield node.lineno, f"{name}() belongs to the kit"
    elif name in GATED_CALLS and not _harmless(node.args[1 if name == "showText" else 0]):
        yield node.lineno, f"{name}() of text that did not pass the kit's tooltip()"
    elif name == "addRow" and node.args and isinstance(node.args[0], ast.JoinedStr):
        yield node.lineno, "addRow() makes a label of its own; give it one of the kit"
    for keyword in node.keywords:
        if keyword.arg == "html":
            yield node.lineno, "html= shows rich text"


def _harmless(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Constant):
        return True
    if isinstance(argument, ast.IfExp):
        return _harmless(argument.body) and _harmless(argument.orelse)
    return isinstance(argument, ast.Call) and _last(argument.func) == "tooltip"


def dangers(source: str, path: str) -> list[str]:
    """Where code of a file could run, or a connection be opened."""
    return [f"{path}:{line} {what}" for line, what in _dangers(ast.parse(source))]


def _dangers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        for module in _modules(node):
            if any(module == banned or module.startswith(f"{banned}.") for banned in BANNED_MODULES):
                yield getattr(node, "lineno", 0), f"imports {module}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BANNED_CALLS:
            yield node.lineno, f"calls {node.func.id}()"
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr) in BANNED_ATTRIBUTES
        ):
            yield node.lineno, f"uses {node.value.id}.{node.attr}"


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def writes(source: str, path: str) -> list[str]:
    """Where a file is written."""
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _writes(node))
    return [f"{path}:{node.lineno} {_last(node.func)}()" for node in found]


def _writes(node: ast.Call) -> bool:
    name = _last(node.func)
    if name in WRITING_CALLS:
        return True
    if _owner(node.func) == "os" and name in {"replace", "rename", "open"}:
        flags = {part.attr for argument in node.args for part in ast.walk(argument) if isinstance(part, ast.Attribute)}
        return name != "open" or ("devnull" not in flags and bool(flags & {"O_WRONLY", "O_RDWR", "O_CREAT"}))
    if name not in {"open", "fdopen"}:
        return False
    mode = next((keyword.value for keyword in node.keywords if keyword.arg == "mode"), None)
    # open(path, mode), but path.open(mode)
    place = 0 if isinstance(node.func, ast.Attribute) and _owner(node.func) not in {"os", "io", "codecs"} else 1
    if mode is None and len(node.args) > place:
        mode = node.args[place]
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and bool(set("wax+") & set(mode.value))


def _owner(node: ast.expr) -> str:
    return node.value.id if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) else ""


def foreign(text: str, path: str) -> list[str]:
    """Where an address of a registry or a path of some machine stands."""
    return [
        f"{path}:{number} {line.strip()[:80]}"
        for number, line in enumerate(text.split("\n"), 1)
        if FOREIGN.search(line)
    ]


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
