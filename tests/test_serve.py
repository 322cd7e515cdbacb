"""The preview as its author meets it: a real process on a free port of this machine, asked as a browser asks."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

import pytest
from playwright.sync_api import Browser

from plancompiler.preview.dress import Dresser
from plancompiler.preview.edition import NOTHING, Edition, next_edition
from plancompiler.translate import BOKMAL
from test_cli import ENTRY, PLAN, WRONG

# Long enough on any machine, and never waited for where all is well.
PATIENCE = 30.0


@dataclass
class Served:
    """A preview that runs: its process, its port, and the lines it prints."""

    process: subprocess.Popen[str]
    root: Path
    lines: Queue[str] = field(default_factory=Queue)
    port: int = 0

    def __post_init__(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.line_with("http://"))
        assert found
        self.port = int(found[1])

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def line_with(self, words: str) -> str:
        """Return the next line that holds these words."""
        while words not in (line := self.lines.get(timeout=PATIENCE)):
            pass
        return line

    def ask(self, path: str, host: str = "", method: str = "GET") -> tuple[int, str, http.client.HTTPMessage]:
        """Return the status, the text and the headers of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        said = answer.status, answer.read().decode("utf-8"), answer.msg
        connection.close()
        return said

    def page(self, path: str = "/eksempel/") -> str:
        status, text, _ = self.ask(path)
        assert status == 200, text
        return text

    def after(self, change: Callable[[], object], path: str = "/eksempel/") -> str:
        """Return a page as it is when a change has been told of to whoever has it open."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/_planc/events?edition={token(self.page(path))}")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        change()
        while not (line := answer.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        connection.close()
        now = self.page(path)
        assert edition(token(now)) >= edition(line.decode().removeprefix("data: ").strip())
        return now

    def write(self, text: str, path: str = "plans/eksempel.yaml") -> None:
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text, "utf-8")


def token(page: str) -> str:
    found = re.search(r'data-edition="([0-9a-f]+-\d+)"', page)
    assert found
    return found[1]


def edition(token: str) -> int:
    return int(token.rpartition("-")[2])


def start(root: Path, *args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ENTRY, "serve", *args],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "PLANC_CACHE": ""},
    )


@pytest.fixture
def space(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_text(PLAN, "utf-8")
    return tmp_path


@pytest.fixture
def served(space: Path) -> Iterator[Served]:
    process = start(space, "--port", "0", "--ikke-åpne")
    try:
        yield Served(process, space)
    finally:
        process.kill()
        process.communicate()


def test_an_edit_shows_at_once_and_nothing_is_written(served: Served) -> None:
    before = sorted(served.root.rglob("*"))
    assert "Flere er med" in served.page() and "planc-preview" not in served.page("/eksempel/m1.html")
    assert "Lest." in served.line_with("Lest")
    now = served.after(lambda: served.write(PLAN.replace("Flere er med", "Alle er med")))
    assert "Alle er med" in now and "Flere er med" not in now
    assert "Lest på nytt: plans/eksempel.yaml." in served.line_with("på nytt")
    assert sorted(served.root.rglob("*")) == before


def test_it_speaks_the_chosen_language(space: Path) -> None:
    process = start(space, "--port", "0", "--ikke-åpne", "--språk", "en")
    try:
        served = Served(process, space)
        served.line_with("Save a plan, and the pages are made anew. Ctrl+C ends.")
        served.line_with("Read. ")
    finally:
        process.kill()
        process.communicate()


def test_a_mistake_is_shown_on_top_of_the_last_page_that_was_right(served: Served) -> None:
    wrong = served.after(lambda: served.write(WRONG.replace("Flere", "<b>Ingen</b>")))
    assert "plans/eksempel.yaml, linje 11, kolonne 5" in wrong
    assert "Feltet «titel» finnes ikke" in wrong and "<mark>titel</mark>: &lt;b&gt;Ingen&lt;/b&gt; er med" in wrong
    assert "Skriv «tittel:» i stedet for «titel:»." in wrong
    assert "Flere er med" in wrong and "<b>Ingen" not in wrong
    assert "1 feil" in served.line_with("1 feil")
    assert "Siden under er slik den var sist" in wrong
    status, nowhere, _ = served.ask("/finnes-ikke.html")
    assert status == 404 and "Feltet «titel» finnes ikke" in nowhere and "Siden under" not in nowhere
    mended = served.after(lambda: served.write(PLAN))
    assert "planc-preview" not in mended and "Flere er med" in mended


def test_what_is_a_warning_is_shown_on_the_new_page(served: Served) -> None:
    now = served.after(lambda: served.write(PLAN.replace("Flere er med", "Plass #1 for folk")))
    assert "<strong>advarsel:</strong> Alt etter # faller bort" in now and "Plass" in now
    assert "<details>" in now.partition("planc-preview")[2]


@pytest.mark.parametrize(
    "half",
    ["", PLAN[: len(PLAN) // 2], PLAN + 'x: "', "\x00\xff", "- a\n\t- b", "plan: [", "&a [*a]", "'"],
)
def test_a_half_written_file_is_survived(served: Served, half: str) -> None:
    assert "Flere er med" in served.after(lambda: served.write(half))
    assert "Alle er med" in served.after(lambda: served.write(PLAN.replace("Flere", "Alle")))


def test_files_and_folders_may_go_away_and_come_back(served: Served) -> None:
    gone = served.after(lambda: shutil.rmtree(served.root / "plans"))
    assert "mappa «plans» er borte" in gone and "Flere er med" in gone
    back = served.after(lambda: served.write(PLAN.replace("Flere", "Alle")))
    assert "Alle er med" in back and "borte" not in back
    assert "Noen er med" in served.after(lambda: served.write(PLAN.replace("Flere", "Noen")))


def test_settings_may_be_wrong_and_count_when_they_are_right(served: Served) -> None:
    wrong = served.after(lambda: served.write("arbeidsområde: Her\nspråk: tysk\n", "plancompiler.yaml"))
    assert "plancompiler.yaml, linje 2" in wrong and "Flere er med" in wrong
    assert '<html lang="nn"' in served.after(
        lambda: served.write("arbeidsområde: Her\nspråk: nn\n", "plancompiler.yaml")
    )


def test_templates_are_watched_and_a_mistake_in_one_is_told_of(served: Served) -> None:
    text = '{% extends "plancompiler/base.html.j2" %}{% block footer %}<p>Eget</p>{% endblock %}'
    assert "<p>Eget</p>" in served.after(lambda: served.write(text, "maler/base.html.j2"))
    wrong = served.after(lambda: served.write(text.replace("Eget", "{{ tull }}"), "maler/base.html.j2"))
    assert "Malen viser «tull»" in wrong and "maler/base.html.j2, linje 1" in wrong and "<p>Eget</p>" in wrong


def test_a_workspace_that_begins_wrong_waits_for_its_first_page(space: Path) -> None:
    (space / "plans/eksempel.yaml").write_text(WRONG, "utf-8")
    process = start(space, "--port", "0", "--ikke-åpne")
    try:
        served = Served(process, space)
        first = served.page("/")
        assert "Det er ikke noe å vise ennå" in first and "Feltet «titel» finnes ikke" in first
        assert "Planer" in served.after(lambda: served.write(PLAN), "/")
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_the_machine_answers_to_its_own_names(served: Served, host: str) -> None:
    assert served.ask("/", f"{host}:{served.port}")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost:1", "127.0.0.1", "localhost@x", " "]
)
@pytest.mark.parametrize("path", ["/", "/_planc/events?edition=x", "/_planc/preview.js"])
def test_another_name_is_turned_away(served: Served, host: str, path: str) -> None:
    asked = host if host in ("localhost:1", "127.0.0.1", " ") else f"{host}:{served.port}"
    status, text, _ = served.ask(path, asked)
    assert status == 403 and "Flere" not in text and "terminalen" in text


@pytest.mark.parametrize(
    "path",
    [
        "/../plans/eksempel.yaml",
        "/%2e%2e/plans/eksempel.yaml",
        "/..%2fplans%2feksempel.yaml",
        "/eksempel/../../plans/eksempel.yaml",
        "//127.0.0.1/plans/eksempel.yaml",
        "/_planc/../plans/eksempel.yaml",
        "/_planc/%2e%2e%2fhtml%2fbase.html.j2",
        "/plans/eksempel.yaml",
        "/%00",
        "/..\\plans\\eksempel.yaml",
    ],
)
def test_no_address_leads_out_of_the_site(served: Served, path: str) -> None:
    status, text, _ = served.ask(path)
    assert status == 404 and "kommune: 0301" not in text and "{%" not in text


def test_a_folder_is_its_first_page_and_never_another_machine(served: Served) -> None:
    status, _, headers = served.ask("/eksempel")
    assert (status, headers["Location"]) == (302, "/eksempel/")
    assert served.ask("//eksempel")[2].get("Location", "/eksempel/") == "/eksempel/"
    assert served.ask("/eksempel/", method="HEAD")[:2] == (200, "")


def test_only_the_preview_adds_to_a_page(served: Served) -> None:
    assert "connect-src 'self'" in served.page() and "preview.js" in served.page()
    subprocess.run([sys.executable, "-c", ENTRY, "build"], cwd=served.root, check=True, capture_output=True)
    built = [path.read_text("utf-8") for path in (served.root / "build/site").rglob("*") if path.is_file()]
    assert not [text for text in built if "_planc" in text or "preview" in text or "connect-src" in text]


def test_a_taken_port_is_told_of_and_another_found_where_none_was_asked_for(space: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process = start(space, "--port", str(other.getsockname()[1]), "--ikke-åpne")
        said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 2 and "er opptatt" in said[1]
    with socket.socket() as other:
        # Whoever has it, port 8000 is taken while this runs.
        try:
            other.bind(("127.0.0.1", 8000))
            other.listen()
        except OSError:
            pass
        process = start(space, "--ikke-åpne")
        try:
            assert Served(process, space).port != 8000
        finally:
            process.kill()
            process.communicate()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to another process")
def test_ctrl_c_ends_it_quietly(served: Served) -> None:
    served.page()
    served.process.send_signal(signal.SIGINT)
    served.process.wait(PATIENCE)
    assert served.process.stderr
    assert (served.process.returncode, served.process.stderr.read()) == (0, "")


def test_a_mistake_of_ours_is_said_and_survived(space: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from plancompiler.cache import NO_CACHE
    from plancompiler.preview import server

    preview = server.Preview(space, NO_CACHE, BOKMAL)
    assert preview.renew().said.startswith("Ingen funn")

    def broken(*_: object) -> Edition:
        raise ZeroDivisionError("oi")

    monkeypatch.setattr(server, "next_edition", broken)
    edition = preview.renew()
    assert edition.trouble and "oi" in edition.said and "eksempel/index.html" in edition.pages


def test_only_what_changed_is_compiled_again(space: Path) -> None:
    from plancompiler.cache import NO_CACHE

    (space / "plans/annen.yaml").write_text(PLAN.replace("eksempel", "annen"), "utf-8")
    first = next_edition(space, NOTHING, NO_CACHE, BOKMAL)
    (space / "plans/annen.yaml").write_text(PLAN.replace("eksempel", "tredje"), "utf-8")
    second = next_edition(space, first, NO_CACHE, BOKMAL)
    kept = {path for path, unit in second.units.items() if unit is first.units[path]}
    assert kept == {"plans/eksempel.yaml"} and "tredje/index.html" in second.pages


def test_a_page_of_many_findings_shows_the_worst_and_counts_the_rest(space: Path) -> None:
    from plancompiler.cache import NO_CACHE

    goals = "".join(f"  - {{id: m{n}, titel: Mål, tittel: '{'lang ' * 60}'}}\n" for n in range(2, 90))
    (space / "plans/eksempel.yaml").write_text(PLAN + goals, "utf-8")
    page = Dresser(BOKMAL).alone(next_edition(space, NOTHING, NO_CACHE, BOKMAL), "a-1", "Her").decode()
    assert page.count("<li class=") == 60 and re.search(r"… og \d+ til\.", page)
    assert max(len(line) for line in re.findall(r"<pre>(.*)</pre>", page)) < 200


def test_an_open_page_loads_itself_again_in_a_browser(served: Served, browser: Browser) -> None:
    said: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"http://127.0.0.1:{served.port}/eksempel/index.html")
        served.write(PLAN.replace("Flere er med", "Alle er med"))
        page.get_by_text("Alle er med").first.wait_for()
        served.write(WRONG)
        page.get_by_text("Feltet «titel» finnes ikke").wait_for()
        assert page.get_by_text("Alle er med").first.is_visible()
        served.write(PLAN.replace("Flere er med", "Noen er med"))
        page.get_by_text("Noen er med").first.wait_for()
        assert page.locator(".planc-preview").count() == 0
    assert said == []
