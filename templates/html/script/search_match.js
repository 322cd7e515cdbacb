// How a word that is searched for hits a word of a plan: inflected, as a part of a compound, or spelled another way.
// There is no list of words. Both words are folded alike, and the tables below say which endings a word may have.
(() => {
  "use strict";

  // What people type without a Norwegian keyboard, and the neighbours' letters.
  const LETTERS = { aa: "å", ae: "æ", oe: "ø", "ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t" };

  // Nynorsk spellings beside bokmål's, in words that plans use, so that one finds the other. A longer one before a
  // shorter that begins alike.
  const SPELLINGS = {
    antall: "antal", auk: "øk", berekr: "bærekr", betre: "bedre", busetj: "bosett", busetnad: "bosetting", bustad: "bolig",
    deltaking: "deltakelse", eigedom: "eiendom", eigen: "egen", einsemd: "ensomhet", einsl: "ensl", ferje: "ferge",
    fleir: "fler", folketall: "folketal", forseink: "forsink", forurein: "forurens", forurensn: "forurens", fram: "frem",
    friviljug: "frivillig", fråflytt: "fraflytt", førebyggj: "forebygg", førebygg: "forebygg", ggj: "gg", gåve: "gave", heim: "hjem", heit: "het",
    hovud: "hoved", høg: "høy", høyr: "hør", innanfor: "innenfor", innbyggjar: "innbygger", kjeld: "kild", kvardag: "hverdag",
    kyrkj: "kirk", lgj: "lg", lærar: "lærer", låg: "lav", mangfald: "mangfold", medverknad: "medvirkning", meistr: "mestr",
    mogleg: "mulig", måltall: "måltal", nkj: "nk", openheit: "åpenhet", open: "åpen", rkj: "rk", saman: "sammen", sjuk: "syk",
    skula: "skola", skule: "skole", stad: "sted", straum: "strøm", søkj: "søk", tenest: "tjenest", tilbod: "tilbud",
    tilhøyrsle: "tilhørighet", tryggleik: "trygghet", utanfor: "utenfor", utslepp: "utslipp", vatn: "vann", veg: "vei",
    verksemd: "virksomhet", verk: "virk", ønskj: "ønsk",
  };
  const ADJECTIVE = /(?<=.[^l])leg(?=(?:e|t|het)?$)/;
  // Those who treat the sick are spelled alike in both.
  const DOCTOR = /(?:barne|bedrifts|distrikts|dyre|fag|fast|hus|kommune|over|privat|skole|sykehus|tann|tilsyns|turnus|vakt|øye)lege$/;

  const HEADLAND = /(?:[^ae]|^kirke|^ande)nes$/;

  // Endings of nouns: what is left without one is a word, that compounds end in too. The number is how many letters
  // must be left.
  const OF_NOUNS = {
    a: 3, ane: 2, anes: 4, ar: 3, ars: 4, en: 2, ene: 2, enes: 4, ens: 4, er: 3, ers: 4, et: 2, ets: 4,
  };
  // Endings of verbs and adjectives, and of nouns made of them: what is left need not be a word.
  const OF_OTHERS = {
    ande: 4, ast: 4, aste: 4, de: 4, dde: 3, e: 3, ende: 4, ere: 4, erne: 4, es: 3, est: 4, este: 4, ing: 4, inga: 4,
    ingane: 4, ingar: 4, ingen: 4, ingene: 4, ingens: 4, inger: 4, ne: 4, nes: 4, s: 3, t: 3, te: 4,
  };
  const ENDINGS = new Set([...Object.keys(OF_NOUNS), ...Object.keys(OF_OTHERS)]);

  // Stems that change their vowel: bok, bøker.
  const VOWELS = [
    ["bok", "bøk"], ["bonde", "bønd"], ["bot", "bøt"], ["bror", "brødr"], ["datter", "døtr"], ["far", "fedr"],
    ["fot", "føtt"], ["hand", "hend"], ["hånd", "hend"], ["kraft", "kreft"], ["mann", "menn"], ["mor", "mødr"],
    ["natt", "nett"], ["rot", "røtt"], ["tann", "tenn"],
  ];

  // Words for the same, as people ask and as plans write: each finds the others, after what it finds itself.
  const ALIKE = [
    ["statsforvalter", "statsforvaltar", "fylkesmann"], ["jordvern", "dyrket jord", "dyrket mark", "matjord"],
    ["sykehjem", "gamlehjem", "aldershjem"], ["svømmehall", "symjehall", "svømmeanlegg", "svømmebasseng", "basseng"],
    ["fritidsklubb", "ungdomsklubb"], ["psykisk helse", "psykiatri"], ["kollektivtransport", "kollektivtrafikk", "buss"],
    ["søppel", "avfall", "renovasjon"], ["kloakk", "avløp"], ["sfo", "skolefritidsordning"],
    ["barnefattigdom", "lavinntekt"], ["bredbånd", "breiband"], ["hjemløs", "bostedsløs"], ["frivillighet", "dugnad"], ["sykkelvei", "sykkelsti"],
    ["handlingsplan", "handlingsdel", "handlingsprogram", "tiltaksplan"], ["forsinket", "utsatt", "utsett"], ["stanset", "stoppet"],
    ["bolig", "bosted", "sted bo", "sted bu"], ["penger", "finansiering", "budsjett"],
    ["rullering", "revidering", "revisjon"], ["sikkerhet", "trygghet"], ["gjenbruk", "ombruk"], ["forskjell", "skilnad"],
    ["tilgjengelighet", "tilgjenge", "universell utforming"],
  ].map((group) => group.map((one) => one.split(" ")));

  // How well one word hits another, the best first.
  const SAME = 6, INFLECTED = 5, TAIL = 4, START = 3, MIDDLE = 2, WEAK = 1;

  const letters = new RegExp(Object.keys(LETTERS).join("|"), "g");
  const spellings = new RegExp(Object.keys(SPELLINGS).join("|"), "g");
  // A number may have a space at its thousands, be a share, or end in a letter: «12 000», «75 %», «13.a».
  const thousands = String.raw`\d{1,3}(?:\s\d{3})+(?!\p{N})(?:,\d+)?`;
  const share = String.raw`(?:${thousands}|\d+(?:[.,]\d+)*)\s?(?:%|prosent(?!\p{L}))`;
  const word = new RegExp(String.raw`${share}|${thousands}|\d+(?:[.,]\d+)+|\d+\.\p{L}(?!\p{L})|[\p{L}\p{N}]+`, "giu");
  // A number that stands low or high is that number: «CO₂», «m²».
  const bare = (text) => text.replace(/[^\u0000-\u007fæøå]/g, (sign) => sign.normalize("NFKD").replace(/\p{M}/gu, ""));

  const plain = (text) =>
    bare(text.normalize("NFC").toLowerCase().replace(letters, (sign) => LETTERS[sign]))
      .replace(spellings, (part) => SPELLINGS[part]);
  const plainly = (text) => {
    const found = plain(text);
    if (/^\d/.test(found)) return found.replace(/\s/g, "").replace(/(?<=^[\d.,]+)prosent$/, "%");
    return DOCTOR.test(found) ? found : found.replace(ADJECTIVE, "lig");
  };

  // The same words stand in very many texts.
  const folded = new Map();

  /** The word without what spelling varies in. */
  const fold = (text) => {
    let found = folded.get(text);
    if (found === undefined) folded.set(text, (found = plainly(text)));
    return found;
  };

  // Who writes without the letters æ, ø and å, may write no more than what they look like.
  const LIKE = { "æ": "a", "ø": "o", "å": "a" };
  const unmarked = (found) => found.replace(/[æøå]/g, (sign) => LIKE[sign]);

  // Words that say nothing alone, those of questions among them, in bokmål and nynorsk.
  const SMALL = new Set(
    ("alle at av ble blei blir da de dei deg dem den denne der dere deres det dette dykk dykkar då eg ein eit ei " +
     "eller en er et etter finnes finst for fra frå gjer gjør går ha hadde han har her ho hos hun hva hvem hvilke " +
     "hvilken hvilket hvor hvordan hvorfor i ikke ikkje jeg kan kor korleis kunne kva kvar kven kvifor man med meg " +
     "men mot må noe noen noko nokon når og også om oss på seg skal skulle som så til ut var ved vere vi vil ville " +
     "være vårt våre å").split(" ").map(fold),
  );

  /** The words of a text as they stand, and the same each with where it begins. */
  const words = (text) => text.match(word) ?? [];
  /** What stands between spaces, where those inside a number are none. */
  const parts = (text) => text.replace(word, (one) => one.replace(/\s/g, "\u00a0")).split(" ");
  const placed = (text) => [...text.matchAll(word)].map((found) => [found[0], found.index]);

  /** The forms a folded word may be found by; each says what more than an ending may stand around it. */
  const forms = (asked) => {
    // A number is that number and no other.
    if (/\d/.test(asked)) return [];
    const found = new Map();
    const add = (stem, tail, inside, alone = true, ends = isEnding) => {
      // What is left of a word is no other word: «demens» is not about «dem».
      if (stem !== asked && SMALL.has(stem)) return;
      const known = found.get(stem);
      const both = { tail: tail || known?.tail, inside: inside || known?.inside, alone: alone || known?.alone };
      found.set(stem, { stem, ...both, ends: known ? isEnding : ends });
    };
    const { length } = asked;
    add(asked, length > 2, length > 3);
    // A place on a headland is no genitive, not even where it is spelled as «of the churches» and «of the ducks» are.
    if (HEADLAND.test(asked)) return [...found.values()];
    for (const [endings, shortest] of [[OF_NOUNS, 3], [OF_OTHERS, 4]]) {
      for (const [ending, least] of Object.entries(endings)) {
        const stem = asked.slice(0, -ending.length);
        if (!asked.endsWith(ending) || stem.length < least) continue;
        // Short verbs and adjectives without an ending are other words: «mate» and «mat».
        add(stem, stem.length >= shortest, stem.length > 3, endings === OF_NOUNS || stem.length > 3);
      }
    }
    for (const { stem, tail } of [...found.values()]) {
      for (const [other, alone, ends] of changed(stem)) {
        add(other, tail && other.length > 2, alone && other.length > 4, alone, ends);
      }
    }
    return [...found.values()];
  };

  /** The stem as it looks with other endings: midl and middel, programm and program, bøk and bok; and whether it is
   *  a word so, or has to have an ending, and which when not any. */
  const changed = (stem) => {
    const others = [];
    const short = /^(.*([^aeiouyæøå]))([lrn])$/.exec(stem);
    if (short && short[2] !== short[3]) {
      const [, start, last, end] = short;
      others.push([`${start}e${end}`, true], [`${start}${last}e${end}`, true]);
    }
    const long = /^(.*?([^aeiouyæøå]))\2?e([lrn])$/.exec(stem);
    if (long) others.push([long[1] + long[3], false]);
    const double = /([^aeiouyæøå])\1$/.exec(stem);
    // Only an m is doubled without more: «program, programmet», but «trygg, trygt», and «legge» is no «lege».
    if (double) others.push([stem.slice(0, -1), double[1] === "m", double[1] === "m" ? isEnding : isAfterDouble]);
    for (const [one, other] of VOWELS) {
      if (stem.endsWith(one)) others.push([stem.slice(0, -one.length) + other, false]);
      if (stem.endsWith(other)) others.push([stem.slice(0, -other.length) + one, true]);
    }
    return others;
  };

  /** How well a folded word of a plan is hit by one that is searched for and its forms; 0 for not at all. */
  const hit = (there, wanted, its) => {
    if (there === wanted) return SAME;
    let best = 0;
    if (there.endsWith("%")) {
      return there.slice(0, -1) === wanted || its.some(({ stem }) => stem === "prosent") ? INFLECTED : 0;
    }
    for (const { stem, tail, inside, alone, ends } of its) {
      const at = there.lastIndexOf(stem);
      if (at < 0) continue;
      const rest = there.slice(at + stem.length);
      if (rest ? ends(rest, stem.at(-1)) : alone) {
        if (at === 0 && !isLoose(stem, wanted, rest)) return INFLECTED;
        if (at === 0 || tail) best = Math.max(best, at === 0 ? WEAK : TAIL);
        if (at === 0) continue;
      }
      if (inside || stem === wanted) {
        if (there.startsWith(stem) && stem.length > 1) best = Math.max(best, isOther(stem, rest) ? 0 : START);
        else if (inside) best = Math.max(best, MIDDLE);
      }
    }
    return best;
  };

  /** Whether a word may end so after its stem; an m is doubled first, as in «programmet». */
  const isEnding = (rest, last) => ENDINGS.has(rest) || (last === "m" && rest[0] === "m" && ENDINGS.has(rest.slice(1)));
  // A short word with the ending of a verb or adjective may be quite another: «sist» and «siste».
  const isLoose = (stem, wanted, rest) => stem.length < (stem === wanted ? 5 : 4) && rest !== "s" && rest in OF_OTHERS;
  // One letter more before an ending makes another word of a short one: «navnet» is no «nav», and «rustet» no «rus».
  const isOther = (stem, rest) =>
    stem.length < 4 && !/^(?:tt|het|[aeiouyæøå])/.test(rest) && (rest.length === 1 || ENDINGS.has(rest.slice(1)));
  const isAfterDouble = (rest) => /^(?:de?|te?)$/.test(rest);

  const isSaid = (word, asked) => asked.findIndex((one) => hit(fold(one), fold(word), forms(fold(word))) >= INFLECTED);

  /** The words for the same as some of those that are searched for: which of them, by place, and the other words. */
  const alike = (asked) => ALIKE.flatMap((group) => group.flatMap((one) => {
    const places = one.map((word) => isSaid(word, asked));
    return places.includes(-1) ? [] : group.filter((other) => other !== one).map((other) => [places, other.join(" ")]);
  }));

  // «handlings- og økonomiplan» says «handlingsplan» too: what is left out is the end of the word after.
  const LEFT_OUT = /(\p{L}{2,})- (?:og|eller|samt) (\p{L}{5,})/giu;
  const halves = new Map();

  /** The words that a text says in two halves, with any end of the second that may be the one. */
  const joined = (text) => text.includes("- ") ? [...text.matchAll(LEFT_OUT)].flatMap(([, first, last]) =>
    Array.from({ length: last.length - 4 }, (_, at) => {
      const whole = first + last.slice(at + 1);
      halves.set(fold(whole), [fold(first), fold(last)]);
      return whole;
    })) : [];
  /** The folded words that a folded one is joined of; undefined for one that stands in the text as it is. */
  joined.of = (folded) => halves.get(folded);

  const isSmall = (word) => SMALL.has(fold(word));

  globalThis.plancMatch = { fold, unmarked, words, parts, placed, joined, forms, hit, alike, isSmall, INFLECTED };
})();
