"""Every file that a page or a style sheet asks for exists, under the names of the manifest."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}


def test_style_sheets_can_be_collected(tmp_path: Path) -> None:
    """The manifest storage refuses a style sheet that refers to a file which is not there."""
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={**settings.STORAGES, **MANIFEST}):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").is_file()


@pytest.mark.parametrize("template", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_a_template_names_files_that_exist(template: Path) -> None:
    names = re.findall(r"{% static ['\"]([^'\"]+)['\"]", template.read_text(encoding="utf-8"))
    assert [name for name in names if finders.find(name) is None] == []


@pytest.mark.parametrize("template", sorted((ROOT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_nothing_inline(template: Path) -> None:
    """The Content-Security-Policy would stop it."""
    text = template.read_text(encoding="utf-8")
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", text) if "src=" not in tag and "json" not in tag]
    assert scripts == []
    assert re.findall(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text) == []
