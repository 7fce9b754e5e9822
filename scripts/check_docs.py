"""Every setting, command and word of the code has its heading in docs/, and no heading is stale."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.sources import ROOT, files, tree_of

SETTING = re.compile(r"\bNORTHING_[A-Z][A-Z_]*[A-Z]\b")
HEADING = re.compile(r"^#{2,4} +(.+?) *$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)")
WORD = re.compile(r"^### +(.+?) *$", re.MULTILINE)
FOR_LATER = "Words kept for later"


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for everything that a reader of the docs would look for in vain."""
    headings = {heading for path in _pages(root) for heading in headings_of(path)}
    return [
        *(f"docs: no heading for the setting {name}" for name in sorted(settings(root) - headings)),
        *(f"docs: no heading for `northing {name}`" for name in _unsung(root, headings)),
        *_glossary(root),
        *_dead_links(root),
    ]


def headings_of(page: Path) -> list[str]:
    """The headings of a page, without backquotes and arguments: `northing import`."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return [heading.replace("`", "") for heading in HEADING.findall(text)]


def settings(root: Path) -> set[str]:
    """The names of the environment variables that the code reads."""
    found: set[str] = set()
    for path in files(root, "northing"):
        found |= set(SETTING.findall(path.read_text(encoding="utf-8")))
        found |= set(_declared_settings(path))
    return found


def commands(root: Path) -> set[str]:
    """The names of the commands, as decorated with `@app.command(…)`."""
    return {name for path in files(root, "northing/cli") for name in _commands_in(path)}


def models(root: Path) -> set[str]:
    """The model classes of the concept packages, in words: `CheckIn` is "check in"."""
    return {
        _in_words(node.name)
        for path in files(root, "northing")
        if "models" in (path.stem, path.parent.name)
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and _is_a_model(node)
    }


def _pages(root: Path) -> Iterator[Path]:
    yield root / "README.md"
    yield from sorted((root / "docs").rglob("*.md"))


def _unsung(root: Path, headings: set[str]) -> list[str]:
    sung = {" ".join(heading.split()[:2]) for heading in headings}
    return sorted(name for name in commands(root) if f"northing {name}" not in sung)


def _declared_settings(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef) and 'env_prefix="NORTHING_"' in _config_of(node):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield _alias(line) or f"NORTHING_{line.target.id.upper()}"


def _alias(line: ast.AnnAssign) -> str | None:
    """`validation_alias="DATABASE_URL"` names a variable that others use too."""
    if not isinstance(line.value, ast.Call):
        return None
    given = {word.arg: word.value for word in line.value.keywords}.get("validation_alias")
    return str(given.value) if isinstance(given, ast.Constant) else None


def _config_of(node: ast.ClassDef) -> str:
    lines = (ast.unparse(line) for line in node.body if isinstance(line, ast.Assign))
    return " ".join(lines).replace("'", '"')


def _commands_in(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith(".command"):
                given = [arg.value for arg in decorator.args if isinstance(arg, ast.Constant)]
                yield str(given[0]) if given else node.name.replace("_", "-")


def _is_a_model(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base) == "models.Model" for base in node.bases)


def _in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _glossary(root: Path) -> Iterator[str]:
    page = root / "docs" / "glossary.md"
    today, *_ = page.read_text(encoding="utf-8").split(f"## {FOR_LATER}")
    known = {_plain(word) for word in headings_of(page)}
    for model in sorted(models(root)):
        if model not in known:
            yield f"docs/glossary.md: no heading for {model!r}, a word of the code"
    code = _all_code(root)
    for word in WORD.findall(today):
        if _plain(word).replace(" ", "") not in code:
            yield f"docs/glossary.md: {word!r} stands nowhere in the code"


def _dead_links(root: Path) -> Iterator[str]:
    for page in [*_pages(root), root / "CONTRIBUTING.md", root / "CHANGELOG.md"]:
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        for target in LINK.findall(text):
            if not (page.parent / target.split("#")[0]).exists():
                yield f"{page.relative_to(root)}: there is no {target}"


def _plain(word: str) -> str:
    return word.lower().replace("-", " ")


def _all_code(root: Path) -> str:
    """All code and pages as one text without spaces, hyphens and underscores."""
    text = " ".join(
        path.read_text(encoding="utf-8")
        for path in files(root, "northing", endings=(".py", ".html"))
    )
    return re.sub(r"[\s_-]", "", text.lower())
