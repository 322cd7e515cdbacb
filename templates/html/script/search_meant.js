// What a search is about, when it is asked as people ask: which municipality, and which words decide.
(() => {
  "use strict";

  const { fold, unmarked, words, parts, placed, isSmall } = globalThis.plancMatch;

  // What people ask for in words that no plan has, and the word that plans have for it.
  const QUESTIONS = [
    [
      "(?:frist\\p{L}* (?:for|til) )?(?:å )?(?:si|sei|seie|mene|meine) " +
      "(?:noe|noko|fra|frå|ifra|ifrå|hva (?:jeg|vi) mener|kva (?:eg|vi) meiner|(?:min )?mening(?:en min|a mi)?|(?:mi )?meining(?:a mi)?)",
      "høring",
    ],
    ["(?:å )?(?:komme med|kome med|gi|gje|sende inn|sende) (?:et |eit )?(?:innspill|innspel|merknad\\p{L}*|uttale\\p{L}*)", "høring"],
    [
      "(?:hvem|kven|hvor|kor) (?:kan|skal|bør) (?:jeg|eg|vi|man|ein|en) " +
      "(?:spørre|spørje|kontakte|ringe|ringje|skrive til|snakke med|ta kontakt med|henvende (?:meg|oss|seg))", "kontakt",
    ],
    ["(?:hvem|kven|når|hvor|kor) (?:har )?(?:bestem|vedtok|vedtek)\\p{L}*", "vedtak"],
  ].map(([asked, meant]) => [new RegExp(`(?<!\\p{L})${asked}(?!\\p{L})`, "giu"), meant]);

  // Words of a question that are about all plans alike: they decide nothing where there are others.
  const ASKING = new Set(
    ("ansvar ansvaret ansvarlig ansvarlege ferdig ferdige gjelder gjeld kommunen lurer meg planen planene planane si sei " +
     "seie seier sier skjer vite").split(" ").map(fold),
  );

  // A name may be followed by what it is the name of.
  const MUNICIPALITY = /^(?:kommunes?|kommunens?)$/;
  // A name inside an id is no name: «halden-helse-2034».
  const INSIDE = /[-/.][\p{L}\p{N}]|[\p{L}\p{N}][-/.]/u;

  /** Return the parts of a search that decide what is found, whether there are others, and the municipalities named. */
  const meant = (asked, municipalities) => {
    const { rest, named } = withoutNames(asked, municipalities);
    const inWords = QUESTIONS.reduce((text, [question, word]) => text.replace(question, word), rest);
    const all = parts(inWords).map((part) => part.replace(/^[«»"'(,;:!?]+|[«»"'),;:!?.]+$/g, "")).filter(Boolean);
    const saying = all.filter((part) => !words(part).every(isSmall));
    const deciding = saying.filter((part) => !words(part).every((word) => isSmall(word) || ASKING.has(fold(word))));
    const telling = [deciding, named.length ? [] : saying, named.length ? [] : all].find((some) => some.length) ?? [];
    return { telling, named, several: all.length + named.length > 1 };
  };

  /** Return a search without the names of municipalities in it, and those. */
  const withoutNames = (asked, municipalities) => {
    let rest = asked;
    const named = [];
    for (const name of municipalities) {
      const its = words(name).map(fold), there = placed(rest), folded = there.map(([word]) => fold(word));
      // In one word, or in as many as it has.
      const [first, count] = [1, its.length].map((count) =>
        [folded.findIndex((_, at) => isSaid(folded.slice(at, at + count).join(""), its.join(""))), count])
        .find(([at]) => at >= 0) ?? [-1, 0];
      if (first < 0) continue;
      const after = first + count, end = there[MUNICIPALITY.test(folded[after] ?? "") ? after : after - 1];
      const from = there[first][1], to = end[1] + end[0].length;
      if (INSIDE.test(rest.slice(Math.max(0, from - 2), from + 1)) || INSIDE.test(rest.slice(to - 1, to + 2))) continue;
      rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
      named.push(name);
    }
    return { rest, named };
  };

  // The shortest are other words without their letters: «Bø» and «bo», «Hå» and «ha».
  const isSaid = (word, name) => [name, ...(name.length > 3 ? [unmarked(name), unmarked(name.replace(/æ/g, "e"))] : [])]
    .some((one) => word === one || word === `${one}s`);

  globalThis.plancMeant = meant;
})();
