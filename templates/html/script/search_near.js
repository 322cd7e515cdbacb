// The word of the plans that is nearest to one that none of them has: a letter amiss, or one too many or few of a double.
(() => {
  "use strict";

  const { fold, words } = globalThis.plancMatch;

  // With fewer letters than this, nearly any word is near another.
  const SHORTEST = 5;

  const single = (word) => word.replace(/(.)\1/g, "$1");

  /** Whether two words are the same but for one letter, or two that have changed places. */
  const isNear = (one, other) => {
    const shortest = Math.min(one.length, other.length);
    let start = 0, end = 0;
    while (start < shortest && one[start] === other[start]) start += 1;
    while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const left = one.slice(start, one.length - end), right = other.slice(start, other.length - end);
    return Math.max(left.length, right.length) < 2 || (left.length === 2 && left === [...right].reverse().join(""));
  };

  /** The word of some texts that is nearest to one that is asked for, as it stands there most often; "" for none. */
  globalThis.plancNearest = (asked, texts) => {
    const wanted = single(fold(asked)), found = new Map(), known = new Map();
    if (asked.length < SHORTEST || !/^\p{L}+$/u.test(asked)) return "";
    const isIt = (word) => {
      const there = single(fold(word));
      return Math.abs(there.length - wanted.length) < 2 && word.length >= SHORTEST - 1 && isNear(there, wanted);
    };
    for (const text of texts) {
      for (const word of words(text)) {
        if (!known.has(word)) known.set(word, /^\p{L}+$/u.test(word) && isIt(word));
        if (known.get(word)) found.set(word, (found.get(word) ?? 0) + 1);
      }
    }
    // The same but for a double letter before another letter, what begins alike before the rest, then the most frequent.
    const rank = (word) => [single(fold(word)) === wanted, fold(word)[0] === fold(asked)[0], found.get(word)].map(Number);
    const [best = ""] = [...found.keys()].sort((one, other) => {
      const [first, second] = [rank(one), rank(other)];
      const at = first.findIndex((value, place) => value !== second[place]);
      return at < 0 ? 0 : second[at] - first[at];
    });
    // A capital is often that of a sentence.
    return found.has(best.toLowerCase()) ? best.toLowerCase() : best;
  };
})();
