"""What holds for every file of the built sites, read from disk without a browser."""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

import pytest

from built_sites import KINDS, LANGUAGES, Site
from site_pages import Page, is_data

# What a page may fetch, and nothing else: https://www.w3.org/TR/CSP3/.
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_MOST_COMPRESSED = 60 * 1024
# The attributes whose value is an address that the page needs or leads to.
_ADDRESSES = frozenset({"href", "src", "data", "poster", "action"})


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Page]:
    return {path: Page((site.folder / path).read_text("utf-8")) for paths in site.pages.values() for path in paths}


def test_there_is_a_page_of_every_kind(sites: Mapping[str, Site]) -> None:
    assert {kind for site in sites.values() for kind, paths in site.pages.items() if paths} == set(KINDS)


def test_every_page_is_of_a_known_kind(site: Site, pages: Mapping[str, Page]) -> None:
    files = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*.html")}
    assert files - {"404.html"} == set(pages) - {"404.html"}


def test_every_address_is_relative_and_names_a_file(site: Site, pages: Mapping[str, Page]) -> None:
    ours = ((path, address) for path, page in pages.items() for address in _addresses(page) if not _leaves(address))
    assert [f"{path} -> {address}" for path, address in ours if not _found(site, pages, path, address)] == []


def test_a_page_may_fetch_from_its_own_site_alone(pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        policies = [one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
        assert [_policy(one) for one in policies] == [_POLICY], path


def test_nothing_is_written_into_a_page_that_the_policy_would_stop(pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        assert "style" not in {tag for tag, _ in page.tags}, path
        assert all("src" in attributes for attributes in page.all("script") if not is_data(attributes)), path
        named = {name for _, attributes in page.tags for name in attributes}
        assert [name for name in sorted(named) if name == "style" or name.startswith("on")] == [], path


def test_styles_and_scripts_are_a_light_load(site: Site, pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        fetched = [one["href"] for one in page.all("link") if one["rel"] == "stylesheet"]
        fetched += [one["src"] for one in page.all("script") if "src" in one]
        files = [(site.folder / _target(path, one)).read_bytes() for one in fetched]
        assert sum(len(gzip.compress(data, 9)) for data in files) <= _MOST_COMPRESSED, path


def _addresses(page: Page) -> Iterator[str]:
    return (value for _, attributes in page.tags for name, value in attributes.items() if name in _ADDRESSES)


def _leaves(address: str) -> bool:
    """Tell whether an address says in full that it leads out of the site."""
    parts = urlsplit(address)
    return parts.scheme in ("mailto", "tel", "data") or (parts.scheme in ("http", "https") and parts.netloc != "")


def _found(site: Site, pages: Mapping[str, Page], path: str, address: str) -> bool:
    parts, to = urlsplit(address), _target(path, address)
    inside = not parts.scheme and not parts.netloc and not parts.path.startswith("/") and not to.startswith("..")
    anchored = not parts.fragment or to not in pages or unquote(parts.fragment) in pages[to].ids
    return inside and anchored and (site.folder / to).is_file()


def _target(path: str, address: str) -> str:
    """Return the path of the file that an address on a page leads to."""
    to = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path


def _policy(written: str) -> dict[str, str]:
    named = (one.strip().partition(" ") for one in written.split(";"))
    return {name: values for name, _, values in named}
