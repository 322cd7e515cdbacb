"""A node as a page shows it: its words, what is said of it, what points at it, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from plancompiler.address import address, has_page, permalink, picture_address
from plancompiler.cells import plain_title
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Node
from plancompiler.program import links_from, outer
from plancompiler.prose import Prose
from plancompiler.views.backlinks import Contributions, backlinks, contributions, group_backlinks, group_facts, of_all
from plancompiler.views.consultation import node_input
from plancompiler.views.elsewhere import followed_up_elsewhere
from plancompiler.views.facts import Fact, facts, linked, work_facts
from plancompiler.views.naming import language_of, prose, ref
from plancompiler.views.numbers import Numbers, also_measured_by, numbers, of_the_area, quoted_numbers, told_figures
from plancompiler.views.outline import Lines, old_ids, outline
from plancompiler.views.page import Here, Ref
from plancompiler.views.said_once import also_below, is_said_above, listed_once, said_once
from plancompiler.views.shape import COLUMNS, Shape, heading_language, list_label, shape
from plancompiler.views.un_tiles import Tile, inherited_tiles, own_tiles, reached_tiles
from plancompiler.views.work_line import with_heirs
from plancompiler.wording import called, kind_words, lead_in

_INHERITS_GOALS = frozenset({*STRUCTURE, "indikator", "milepæl", "fase", "risiko"})


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its marker, its anchor on the page, and what it says."""

    marker: str
    anchor: str
    text: Prose


@dataclass(frozen=True, slots=True)
class NodeTable:
    """A free table: the column headings, and rows of cells, each a list of texts; the first cell heads its row."""

    columns: tuple[Prose, ...]
    rows: tuple[tuple[tuple[Prose, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class NodeView:
    """A node. `anchors` are its old ids; `permalink` is the link to its anchor that survives its moving.

    One that has a page of its own is shown there: elsewhere `page` is the link to that page, the title is plain words,
    and an `outline` of what stands under it stands instead of its words and of `groups`, which is that in full, in page
    order.

    `reached_tiles` are the UN goals of what it contributes to; `picture` is the link to a figure's picture, or "".
    `called` is the kind's word and the printed number, `label` that and its words in short, as what points at it says;
    `origin` says whose words they are; `likelihood` and `consequence` are those of a risk that has both, as written;
    `changes` are the decisions that changed it; `input` is where readers may say what they think of it, or "".
    """

    id: str
    anchors: tuple[str, ...]
    kind: str
    called: str
    number: str
    label: str
    permalink: str
    title: Prose | None
    origin: tuple[Fact, ...]
    tiles: tuple[Tile, ...]
    facts: tuple[Fact, ...]
    changes: tuple[Ref, ...]
    page: str = ""
    lang: str = ""
    outline: tuple[Lines, ...] = ()
    form: str = ""
    subtitle: Prose | None = None
    lead_in: Prose | None = None
    text: Prose | None = None
    likelihood: str = ""
    consequence: str = ""
    inherited_tiles: tuple[Tile, ...] = ()
    reached_tiles: tuple[Tile, ...] = ()
    numbers: tuple[Numbers, ...] = ()
    table: NodeTable | None = None
    description: Prose | None = None
    picture: str = ""
    source: Prose | None = None
    groups: tuple[Group, ...] = ()
    contributions: tuple[Contributions, ...] = ()
    backlinks: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()
    input: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Children of one kind that stand together: how they are shown, what they are called, and what they serve as a set.

    `heading` is "" where one would only repeat what stands above, and `lang` its language where it is not the
    page's; `label` and `word` are what many and one are called.
    `inherits` tells that what the nodes stand under says who does them, and not all of them do.
    `columns` are the fields that have a column of their own, with their headings, where the shape is a table.
    """

    kind: str
    shape: Shape
    heading: str
    lang: str
    label: str
    word: str
    facts: tuple[Fact, ...]
    columns: tuple[tuple[str, str], ...]
    nodes: tuple[NodeView, ...]
    inherits: bool


def node_view(here: Here, node: Node, changes: Mapping[str, tuple[Ref, ...]], *, own_page: bool = False) -> NodeView:
    """Return a node with all that stands under it. `changes` are those of its plan; `own_page` shows it in full."""
    program, name, fields = here.program, node.name, node.fields
    notes = _notes(here, node) if "fotnoter" in fields else ()
    marks = {note.marker: f"#{note.anchor}" for note in notes}
    said = facts(here, node)
    if own_page:
        said = (*said, *_measured_elsewhere(here, node), *followed_up_elsewhere(here, name))
    elif _is_named_by_actor(node):
        # Whoever a row is named by need not be said again.
        said = tuple(fact for fact in said if fact.key != "aktør")
    under = groups(here, name, changes)
    inheriting = [group for group in under if group.inherits]
    if inheriting:
        said = also_below(here, said, mixed=any(_has_own(view) for group in inheriting for view in group.nodes))
    return NodeView(
        id=node.id,
        anchors=old_ids(program, node),
        kind=node.kind,
        called=called(program, node, here.words),
        number=node.text("nummer"),
        label=ref(here, name).text,
        permalink=here.link(permalink(program, name)),
        title=_title(here, node, marks),
        origin=_origin(here, node) if "sitert" in fields else (),
        tiles=own_tiles(here, name),
        facts=said,
        changes=changes.get(name, ()),
        form=node.text("form"),
        subtitle=prose(here, name, node.text("undertittel")),
        lead_in=prose(here, name, lead_in(program, node, here.words)) if "tekst" in fields else None,
        text=prose(here, name, node.text("tekst"), marks),
        likelihood=node.text("sannsynlighet") if "konsekvens" in fields else "",
        consequence=node.text("konsekvens") if "sannsynlighet" in fields else "",
        # What those above have is shown on them; only a page of its own stands alone.
        inherited_tiles=inherited_tiles(here, name) if own_page and node.kind in _INHERITS_GOALS else (),
        reached_tiles=reached_tiles(here, name) if "bidrar_til" in fields else (),
        numbers=_numbers(here, node),
        table=_table(here, node) if node.kind == "tabell" else None,
        description=prose(here, name, node.text("alt")),
        picture=here.link(picture_address(node)) if node.kind == "figur" else "",
        source=prose(here, name, node.text("kilde")) if node.kind in {"tabell", "figur"} else None,
        groups=under,
        contributions=tuple(listed_once(here, name, found) for found in contributions(here, name, groups=own_page)),
        backlinks=_backlinks(here, name, own_page=own_page),
        notes=notes,
        input=node_input(here, node),
    )


def _backlinks(here: Here, name: str, *, own_page: bool) -> tuple[Fact, ...]:
    """Return what points at a node; its own page says above who does not follow it up, and lists what serves it."""
    if own_page:
        return tuple(fact for fact in backlinks(here, name) if fact.key != "følger_ikke_opp")
    return (*group_backlinks(here, name), *backlinks(here, name))


def _in_short(here: Here, node: Node, changes: Mapping[str, tuple[Ref, ...]]) -> NodeView:
    """Return a node that has a page of its own as the pages above it show it."""
    program, name = here.program, node.name
    return NodeView(
        id=node.id,
        anchors=old_ids(program, node),
        kind=node.kind,
        called=called(program, node, here.words),
        number=node.text("nummer"),
        label=ref(here, name).text,
        permalink=here.link(permalink(program, name)),
        title=Prose(plain_title(program, node), language_of(here, name)),
        origin=_origin(here, node),
        tiles=own_tiles(here, name),
        facts=with_heirs(here, node, work_facts(here, node)),
        changes=changes.get(name, ()),
        page=here.link(address(program, name)),
        lang=language_of(here, name),
        outline=outline(here, name),
        input=node_input(here, node),
    )


def _origin(here: Here, node: Node) -> tuple[Fact, ...]:
    """Return whose words they are; what bears the node's own title and has no page is not named by it once more."""
    same = Ref(here.words("en tekst med samme tittel"))
    own = plain_title(here.program, node)
    return tuple(
        replace(fact, refs=tuple(same if one.text == own and not one.href else one for one in fact.refs))
        for fact in linked(here, node.name, "sitert")
    )


def groups(here: Here, name: str, changes: Mapping[str, tuple[Ref, ...]]) -> tuple[Group, ...]:
    """Return what stands under a plan or a node, as lists of one kind in the file's order, attachments last."""
    children = [here.program.nodes[child] for child in here.program.children.get(name, ())]
    runs = [(kind, tuple(run)) for kind, run in groupby(children, lambda child: child.kind)]
    runs.sort(key=lambda run: run[0] == "vedlegg")
    return tuple(_group(here, kind, run, changes) for kind, run in runs)


def _group(here: Here, kind: str, run: tuple[Node, ...], changes: Mapping[str, tuple[Ref, ...]]) -> Group:
    how = shape(here.program, kind, run)
    shown = _in_short if has_page(here.program, run[0].name) and not here.whole else node_view
    views = tuple(shown(here, node, changes) for node in run)
    shared, left = said_once([view.facts for view in views])
    inherits = bool(shared) and is_said_above(here, run[0].name)
    if shared:
        views = tuple(replace(view, facts=facts) for view, facts in zip(views, left, strict=True))
    columns = COLUMNS.get(kind, ())
    said = {fact.key: fact.label for view in views for fact in view.facts} if columns else {}
    if "når" in said:
        # Some have a deadline and some a period; the column holds both.
        said["når"] = here.words("Når")
    one, many = kind_words(here.program, run[0].plan, kind, here.words)
    own = list_label(here.program, run, how, here.words)
    heading = _for_area(here, run, own) or own
    return Group(
        kind=kind,
        shape=how,
        heading=heading,
        lang=heading_language(here, run[0].plan, kind, own),
        label=many,
        word=one,
        facts=(*group_facts(here, (node.name for node in run)), *(() if inherits else shared)),
        columns=tuple((key, said[key]) for key in columns if key in said),
        nodes=views,
        inherits=inherits,
    )


def _for_area(here: Here, run: tuple[Node, ...], heading: str) -> str:
    """Return the heading of what serves the goals of an area as a set, "" of other lists.

    It stands after the goals, and would otherwise be read as the last one's.
    """
    program, first = here.program, run[0]
    holder = program.nodes.get(outer(program, first.name))
    links = (link for node in run for link in links_from(program, node.name, "bidrar_til"))
    goals = (link for link in links if link.basis == "gruppe" and program.nodes[link.target].kind in {"mål", "delmål"})
    if holder is None or holder.kind != "område" or not any(goals):
        return ""
    many = kind_words(program, first.plan, first.kind, here.words)
    said = of_all(here, holder.name, first.kind, len(run))
    return said if heading in {"", *many} else f"{heading}: {said[:1].lower()}{said[1:]}"


def _has_own(view: NodeView) -> bool:
    return any(fact.key == "ansvarlig" for fact in view.facts)


def _numbers(here: Here, node: Node) -> tuple[Numbers, ...]:
    own = numbers(here, node.name, node.fields) if node.kind != "indikator" else ()
    return (*own, *quoted_numbers(here, node)) if "sitert" in node.fields else own


def _measured_elsewhere(here: Here, node: Node) -> Iterator[Fact]:
    """Yield what measures a goal and does not stand with it, else what measures the area that it stands in."""
    if node.kind != "mål":
        return
    for key, label, found in (
        ("måles_med", here.words("Måles med"), also_measured_by(here, node)),
        ("måles_i_området", here.words("Måles for området samlet"), of_the_area(here, node)),
    ):
        lines = [(one, told_figures(here, one)) for one in found]
        refs = tuple(ref(here, one.name) for one, line in lines if line is None)
        texts = tuple(line for _, line in lines if line is not None)
        if lines:
            yield Fact(key, label, refs, texts, always=True)


def _title(here: Here, node: Node, marks: Mapping[str, str]) -> Prose | None:
    if not _is_named_by_actor(node):
        return prose(here, node.name, node.text("tittel"), marks)
    actors = [actor for fact in linked(here, node.name, "aktør") for actor in fact.refs]
    links = tuple((actor.text, actor.href, actor.text) for actor in actors if actor.href)
    return Prose(", ".join(f"[[{actor.text}]]" if actor.href else actor.text for actor in actors), links=links)


def _is_named_by_actor(node: Node) -> bool:
    return node.kind == "interessent" and not node.text("tittel") and not node.text("tekst")


def _notes(here: Here, node: Node) -> tuple[Note, ...]:
    written = node.fields.get("fotnoter")
    notes = written.items() if isinstance(written, Mapping) else ()
    texts = ((marker, prose(here, node.name, said)) for marker, said in notes if isinstance(said, str))
    # An underscore is in no id, so that the anchor of a note is nobody else's.
    return tuple(Note(marker, f"{node.id}_note-{marker}", text) for marker, text in texts if text is not None)


def _table(here: Here, node: Node) -> NodeTable:
    columns = node.texts("kolonner")
    rows = tuple(
        tuple(_cell(here, node.name, row.get(column, ())) for column in columns) for row in node.records("rader")
    )
    heads = (prose(here, node.name, column) or Prose("") for column in columns)
    return NodeTable(tuple(heads), rows)


def _cell(here: Here, source: str, written: object) -> tuple[Prose, ...]:
    texts = written if isinstance(written, tuple) else (written,)
    found = (prose(here, source, text) for text in texts if isinstance(text, str))
    return tuple(text for text in found if text is not None)
