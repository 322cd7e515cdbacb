// The search page: reads the shards of the plans when a search is made, and shows what is found.
// The search is in the address, so that it can be kept and sent on; nothing is kept on the device.
(() => {
  "use strict";

  const form = document.querySelector("form[data-shards]");
  if (!form) return;

  const { fold, unmarked, words, placed, joined, forms, hit, alike, INFLECTED } = globalThis.plancMatch;
  const meant = globalThis.plancMeant, nearest = globalThis.plancNearest;
  const said = form.dataset;
  const status = document.getElementById("_treff");
  const list = document.getElementById("_funnet");
  const more = document.getElementById("_flere");
  const filters = form.querySelector("details");
  const plans = [...form.plan.options].map((option) => option.value).filter(Boolean);

  const AT_ONCE = 30;
  // In milliseconds: how long after a letter the search is made, and when to say that it takes its time.
  const WAIT = 200, PATIENCE = 600;
  const SNIPPET = 220;
  // So much of a word that is found nowhere is said again.
  const LONGEST = 40;
  // What a hit of a word counts, by where it stands and how well it is hit: title before text, whatever the rest.
  const IN_TITLE = [0, 12, 40, 42, 45, 55, 60];
  const IN_TEXT = [0, 3, 4, 6, 8, 12, 14];
  const IN_CALLED = 30;
  // What a plan that is not in force is, such as «på høring», before all that is called so.
  const IN_NOTE = 65;
  // That a plan is the municipality's that is named, more than any hit of a word.
  const OF_MUNICIPALITY = 200;
  // The most that a title counts: an actor whose name has the word in it comes after the goals, strategies and measures
  // that are about it, as do the goals of the UN, and their targets come where a text would.
  const MOST_IN_TITLE = { "aktør": 35, dokument: 35, "fn-mål": 39, "fn-delmål": 14 };
  // What a hit of another word for the same counts of that: less than any hit of the word itself.
  const OF_ALIKE = 1 / 1000;
  // What a hit in a goal or target of the UN that nothing is tied to counts: less than all from plans.
  const OF_UNTIED = 1 / 1e9;
  const BY_ID = 1000, BY_FORMER_ID = 900, BY_WHOLE = 500, BY_NUMBER = 100, BELOW_ID = 45;
  // More than any word counts: of what some of the words hit, what more of them hit comes first.
  const EACH = 10000;
  const RANK = {
    ord: 0, emne: 0, "aktør": 0, plan: 0, visjon: 1, saksgang: 1, "mål": 2, "delmål": 3, strategi: 4, virkemiddel: 5,
    "fn-mål": 6, "fn-delmål": 10,
  };

  // How people say that a number is that of a goal or target of the UN; one of the first must be said.
  const UN = ["fn", "fns", "un", "sdg", "bærekraftsmål", "bærekraftsmålet"].map(fold);
  const OF_UN = [...UN, ..."mål målet delmål delmålet goal target nr nummer".split(" ")];

  // What can be found: the records in the order of the plans, and for each folded word where it stands.
  const records = [];
  const index = new Map();

  /** Take over what can be found in a plan, or in the registers, which are no plan's; its shard calls this. */
  globalThis.plancSearch = (plan, name, note, municipality, strings, rows) => {
    for (const row of rows) {
      const [page, kind, called, under, goals, id, title, text = "", numbers = "", former = "", lang = "", untied = ""] = row;
      const file = strings[page];
      const record = {
        plan, name, note, municipality, id, title, text, lang, untied: Boolean(untied),
        kind: strings[kind], called: strings[called], under: strings[under],
        goals: strings[goals].split(" "), numbers: numbers.toLowerCase().split("|"), former: former.split(" "),
        href: (plan && `${plan}/`) + (file.endsWith("#") ? file + id : file), place: plans.indexOf(plan) * 1e6 + records.length,
      };
      const number = records.push(record) - 1;
      // A plan goes by its short name too, by what type it is, and by whose it is.
      const isPlan = record.kind === "plan", names = isPlan ? `${title} · ${name} · ${record.called} · ${municipality}` : title;
      for (const [field, written] of [names, record.called, text, isPlan ? note : ""].entries()) {
        const place = number * 4 + field;
        for (const word of [...words(written), ...joined(written)]) {
          const folded = fold(word);
          let places = index.get(folded);
          if (!places) index.set(folded, (places = []));
          if (places.at(-1) !== place) places.push(place);
        }
      }
    }
  };

  const shards = new Map();
  const shard = (name) => {
    if (!shards.has(name)) {
      shards.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `${said.shards}${name}.js`;
        script.onload = () => resolve(true);
        script.onerror = () => { shards.delete(name); resolve(false); };
        document.head.append(script);
      }));
    }
    return shards.get(name);
  };

  /** For each part of a search that says something, the records it hits with what they score, and the folded words
   *  that were hit; and the whole search where it has several parts. */
  const search = (query) => {
    const whole = query.trim().replace(/\s+/g, " ");
    const municipalities = new Set(records.map((record) => record.municipality).filter(Boolean));
    const { telling, named, several } = meant(whole, municipalities);
    const asked = telling.map((part) => {
      const hits = new Set(), found = byWords(part, hits);
      byName(part.toLowerCase(), (number, score) => found.set(number, Math.max(score, found.get(number) ?? 0)));
      return { part, found, hits };
    });
    for (const [places, other] of alike(asked.map(({ part }) => part))) {
      for (const { found, hits } of places.map((place) => asked[place])) {
        for (const [number, score] of byWords(other, hits)) if (!found.has(number)) found.set(number, score * OF_ALIKE);
      }
    }
    for (const name of named) asked.push(ofMunicipality(name, !telling.length));
    return { asked, whole: whole.toLowerCase(), several, goal: goalOf(whole) };
  };

  /** What a municipality that is named hits: all of its plans, and what mentions it. Alone, it is asked which plans. */
  const ofMunicipality = (part, alone) => {
    const hits = new Set(), found = byWords(part, hits);
    records.forEach(({ municipality, kind }, number) => {
      if (municipality === part && (!alone || kind === "plan")) found.set(number, OF_MUNICIPALITY);
    });
    return { part, found, hits, narrows: !alone };
  };

  /** The number of the UN goal or target that is asked for by it: «FN 13», «FN-mål 5», «fns delmål 11.7»; "" for none. */
  const goalOf = (whole) => {
    const said = whole.toLowerCase().match(/\p{L}+|\d[\d.]*(?:(?<=\.)\p{L})?/gu) ?? [];
    const number = said.pop() ?? "", before = said.map(fold);
    return /^\d/.test(number) && before.every((one) => OF_UN.includes(one)) && before.some((one) => UN.includes(one)) ? number : "";
  };

  /** Whether the whole search is what a record is called: the number that is printed, or the name of what is no plan's. */
  const isNamed = ({ plan, kind, title, numbers }, { whole, several, goal }) => {
    if (goal) return kind.startsWith("fn-") && numbers.includes(goal);
    if (plan) return several && numbers.includes(whole);
    return title.toLowerCase() === whole || (kind !== "fn-mål" && numbers.includes(whole));
  };

  /** The records that every part hits, or that bear the whole as their number; all of them where nothing is asked. */
  const onAll = (made) => {
    const { asked, whole } = made;
    const found = new Map(asked.length ? asked.map((one) => one.found).reduce(both) : records.map((_, number) => [number, 0]));
    records.forEach((record, number) => {
      if (whole && isNamed(record, made)) found.set(number, Math.max(BY_WHOLE, found.get(number) ?? 0));
    });
    return found;
  };

  /** The records that any of the parts hits; that it is the right municipality's plan is not enough where others hit. */
  const onAny = ({ asked }) => {
    const found = new Map(), others = asked.some((one) => !one.narrows && one.found.size);
    for (const one of asked) {
      for (const [number, score] of one.found) {
        if (one.narrows && others && !found.has(number)) continue;
        found.set(number, (found.get(number) ?? 0) + EACH * weight(number) + score);
      }
    }
    return found;
  };

  const weight = (number) => (records[number].untied ? OF_UNTIED : 1);

  const both = (one, other) =>
    new Map([...one].filter(([number]) => other.has(number)).map(([number, score]) => [number, score + other.get(number)]));

  /** Score the records that all words of a part of the search stand in. */
  const byWords = (part, hits) => {
    let found = null;
    for (const word of words(part)) {
      const wanted = fold(word), its = forms(wanted), scored = new Map();
      let all = [...index].map(([folded, places]) => [folded, places, hit(folded, wanted, its)]);
      // Where no word is the one that is asked for, it may be written without its letters.
      if (/^[a-z]{3,}$/.test(wanted) && !all.some(([, , how]) => how >= INFLECTED)) {
        all = all.map(([folded, places, how]) => [folded, places, how || hit(unmarked(folded), wanted, its)]);
      }
      for (const [folded, places, how] of all) {
        if (!how) continue;
        for (const one of joined.of(folded) ?? [folded]) hits.add(one);
        for (const place of places) {
          const field = place % 4, number = (place - field) / 4;
          const inTitle = Math.min(IN_TITLE[how], MOST_IN_TITLE[records[number].kind] ?? Infinity);
          const isWord = how >= INFLECTED;
          const score = [inTitle, isWord ? IN_CALLED : 0, IN_TEXT[how], isWord ? IN_NOTE : 0][field] * weight(number);
          if (score > (scored.get(number) ?? 0)) scored.set(number, score);
        }
      }
      found = found ? both(found, scored) : scored;
    }
    return found ?? new Map();
  };

  /** Score the records that a part of the search names: by id, alone or after the plan's, or by a printed number. */
  const byName = (part, score) => {
    // An id may be a common word, and who writes one most often means the word.
    const isSure = /[\d./-]/.test(part);
    records.forEach(({ plan, id, former, numbers }, number) => {
      const full = id ? `${plan}/${id}` : plan;
      if (part === full || part === id) score(number, isSure ? BY_ID : BELOW_ID);
      else if (former.includes(part)) score(number, isSure ? BY_FORMER_ID : BELOW_ID);
      else if (numbers.includes(part)) score(number, BY_NUMBER);
      else if (isSure && (id.startsWith(`${part}.`) || full.startsWith(`${part}.`))) score(number, BELOW_ID);
    });
  };

  const order = (one, other) =>
    other.score - one.score || !!one.record.note - !!other.record.note ||
    (RANK[one.record.kind] ?? 9) - (RANK[other.record.kind] ?? 9) || one.record.place - other.record.place;

  let shown = [], marked = new Set(), turn = 0;

  const run = async () => {
    const mine = ++turn;
    const { q, plan, slag, fn } = wishes();
    keep();
    if (!asks()) {
      shown = [];
      show("");
      return;
    }
    const slow = setTimeout(() => { status.textContent = said.wait; }, PATIENCE);
    const read = await Promise.all((plan ? [plan] : [...plans, said.register]).map(shard));
    clearTimeout(slow);
    // A later search has begun while the shards came.
    if (mine !== turn) return;
    const through = (found) => [...found]
      .map(([number, score]) => ({ number, record: records[number], score }))
      .filter(({ record }) => (!plan || record.plan === plan) && (!slag || record.kind === slag) &&
        (!fn || record.goals.includes(fn)))
      .sort(order);
    const made = search(q);
    shown = through(onAll(made));
    const onSome = !shown.length && made.asked.length > 1;
    if (onSome) shown = through(onAny(made));
    const hitting = made.asked.filter(({ found }) => shown.some(({ number }) => found.has(number)));
    const telling = hitting.filter((one) => !one.narrows), used = telling.length ? telling : hitting;
    marked = new Set(hitting.flatMap(({ hits }) => [...hits]));
    const instead = onSome && shown.length ? [said.some.replace("{words}", () => anyOf(used.map(({ part }) => `«${part}»`)))] : [];
    const isWhole = read.every(Boolean);
    const isAll = isWhole && q && !(plan || slag || fn);
    const none = isAll ? naming(said.unsaid, made) : said.none;
    // Of what no plan is tied to, only what is asked for by name scores as much as a number.
    const apart = isAll && shown.length && shown.every(({ record, score }) => record.untied && score < BY_NUMBER)
      ? [naming(said.untied, made)] : [];
    const first = [...(isWhole ? [] : [said.missing]), ...(apart.length ? apart : instead)];
    show([...first, shown.length ? counted(shown.length) : none].join(" "));
    if (isWhole) suggest(q, made);
  };

  /** Ask whether another word was meant, where one is in none of the plans and another of theirs is near it. */
  const suggest = (q, { asked }) => {
    const texts = records.flatMap(({ title, text }) => [title, text]);
    let other = q;
    for (const { part } of asked.filter(({ found }) => !found.size)) {
      const near = nearest(part, texts);
      if (near) other = other.replace(part, () => near);
    }
    if (other === q) return;
    const link = element("a", "", other), [before, after] = said.meant.split("{words}");
    link.href = `?${new URLSearchParams(Object.entries({ ...wishes(), q: other }).filter(([, value]) => value))}`;
    status.append(` ${before}`, link, after);
  };

  const naming = (sentence, { asked }) => sentence.replace("{words}", () => anyOf(asked.map(({ part }) => `«${cut(part)}»`)));

  const anyOf = (parts) =>
    new Intl.ListFormat(document.documentElement.lang, { type: "disjunction" }).format([...new Set(parts)]);

  const cut = (part) => part.length > LONGEST ? `${part.slice(0, LONGEST)} …` : part;

  const wishes = () => ({ q: form.q.value.trim(), plan: form.plan.value, slag: form.slag.value, fn: form.fn.value });

  const asks = () => Object.values(wishes()).some(Boolean);

  /** Put the search in the address. */
  const keep = () => {
    const query = new URLSearchParams(Object.entries(wishes()).filter(([, value]) => value)).toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // Some browsers let no page from disk do so; the search works without.
    }
  };

  /** Show the first of what was found, and say how it went. */
  const show = (sentence) => {
    list.replaceChildren();
    grow();
    status.textContent = sentence;
  };

  const counted = (count) => {
    const all = count === 1 ? said.one : said.many.replace("{count}", count);
    return count > AT_ONCE ? `${all} ${said.first.replace("{count}", AT_ONCE)}` : all;
  };

  const grow = () => {
    const from = list.children.length;
    list.append(...shown.slice(from, from + AT_ONCE).map(({ record }) => item(record)));
    more.hidden = list.children.length >= shown.length;
    return list.children[from];
  };

  const element = (name, type, ...inside) => {
    const made = document.createElement(name);
    if (type) made.className = type;
    made.append(...inside);
    return made;
  };

  /** What is shown of a record: its title, what it is, its plan, and the piece of its text that was hit. */
  const item = (record) => {
    const link = element("a", "", ...withMarks(record.title));
    link.href = record.href;
    const where = [record.called, record.under].filter(Boolean).join(" ");
    const made = element("li", "hit", element("h2", "", link), element("p", "kind", where));
    const text = snippet(record);
    if (text) made.append(element("p", "snippet", ...withMarks(text)));
    const plan = record.note ? `${record.name} (${record.note})` : record.name;
    if (plan && (record.id || record.note)) made.append(element("p", "aside", plan));
    if (record.lang) for (const part of made.querySelectorAll("h2, .snippet")) part.lang = record.lang;
    return made;
  };

  /** The piece of a text around its first hit; of one whose beginning is the title, what comes after. */
  const snippet = ({ title, text }) => {
    const head = title.replace(/ …$/, "");
    const rest = text.startsWith(head) ? text.slice(head.length).replace(/^[\s,.;:·–-]+/, "") : text;
    const first = placed(rest).find(([word]) => marked.has(fold(word)))?.[1] ?? 0;
    let from = first > SNIPPET / 3 ? rest.lastIndexOf(" ", first - SNIPPET / 4) + 1 : 0;
    if (rest.length - from < SNIPPET / 2) from = from && rest.lastIndexOf(" ", Math.max(0, rest.length - SNIPPET)) + 1;
    const cut = rest.length > from + SNIPPET;
    const to = cut ? rest.lastIndexOf(" ", from + SNIPPET) : rest.length;
    const before = from || rest !== text ? "… " : "";
    return rest ? `${before}${rest.slice(from, to > from ? to : from + SNIPPET)}${cut ? " …" : ""}` : "";
  };

  const withMarks = (text) => {
    const pieces = [];
    let end = 0;
    for (const [word, at] of placed(text)) {
      if (marked.has(fold(word))) {
        pieces.push(text.slice(end, at), element("mark", "", word));
        end = at + word.length;
      }
    }
    return [...pieces, text.slice(end)];
  };

  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "plan", "slag", "fn"]) {
    // A filter for what there is none of any longer is no filter.
    form[name].value = asked.get(name) ?? "";
    if (form[name].selectedIndex === -1) form[name].value = "";
  }
  // Where there is room the filters stand open; elsewhere they are folded, so that what is found is seen.
  const wide = matchMedia("(min-width: 40rem)");
  const unfold = () => {
    const { plan, slag, fn } = wishes();
    filters.open = wide.matches || Boolean(plan || slag || fn);
  };
  wide.addEventListener("change", unfold);
  unfold();
  let wait = 0;
  form.q.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(run, WAIT);
  });
  for (const name of ["plan", "slag", "fn"]) form[name].addEventListener("change", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    run();
  });
  more.addEventListener("click", () => grow()?.querySelector("a").focus());
  document.getElementById("_uten").hidden = true;
  form.hidden = false;
  if (asks()) {
    // Who comes here with a search has made it elsewhere, and reads on where it says what was found.
    run().then(() => {
      if (performance.getEntriesByType("navigation")[0]?.type !== "navigate" || document.activeElement !== document.body) return;
      status.tabIndex = -1;
      status.focus({ preventScroll: true });
      (list.firstElementChild ?? status).scrollIntoView({ block: "nearest" });
    });
  }
})();
