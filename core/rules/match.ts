import type { Span } from '../model/decision';
import type { Author } from '../model/thread';
import { matchingName } from '../text/fold';
import type { CompiledRules, WordGroup } from './compile';
import type { Pattern } from './engine';
import { foldingsOf } from './foldings';

/** Where a leaf or pattern matched, offsets into the comment's text. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly group: WordGroup | null;
  readonly word: number;
}

const MOST_PLACES = 100; // marked words a comment; a person can't look at more, and a hostile list could make millions

const MOST_KNOWN = 2000; // spellings whose foldings are remembered, about 100 KB

/** The words and patterns found in the comment at hand. One is made for a `decide` and used for comment after comment. */
export interface Matcher {
  /** Reads a comment: afterwards `touched` are the leaves hit, without repetition. */
  read(text: string, author: Author): void;
  readonly touched: readonly number[];
  hit(leaf: number): boolean;
  /** Runs a pattern (once a comment) and remembers where it matched. */
  pattern(pattern: Pattern, text: string): boolean;
  /** Spans of the rules that decided. `leaves`/`patterns` belong to `uuid`. */
  spans(uuid: string, leaves: readonly number[], patterns: readonly Pattern[], text: string): Span[];
}

/** Makes the matcher of these rules. */
export function createMatcher(rules: CompiledRules): Matcher {
  const stamps = new Uint32Array(rules.ruleOf.length);
  let epoch = 0;
  let touched: number[] = [];
  let places = new Map<number, Place[]>();
  let patterns = new Map<Pattern, readonly { start: number; end: number }[]>();
  let count = 0;
  const known = new Map<string, string>();

  /** The same few spellings come again and again, and telling foldings apart costs a hundred times a match. */
  const foldings = (piece: string, word: string, group: WordGroup): string => {
    if (piece === word) return '';
    const key = `${rules.groups.indexOf(group)}\u0000${piece}\u0000${word}`;
    let by = known.get(key);
    if (by === undefined) {
      if (known.size >= MOST_KNOWN) known.clear();
      by = foldingsOf(piece, word, group.options);
      known.set(key, by);
    }
    return by;
  };

  const touch = (leaf: number): boolean => {
    if (stamps[leaf] === epoch) return false;
    stamps[leaf] = epoch;
    touched.push(leaf);
    return true;
  };

  const reporters = rules.groups.map((group) => (word: number, start: number, end: number) => {
    for (const leaf of group.leavesOf[word]!) {
      const isFirst = touch(leaf);
      if (!isFirst && count >= MOST_PLACES) continue;
      count++;
      const place = { start, end, group, word };
      const list = places.get(leaf);
      if (list) list.push(place);
      else places.set(leaf, [place]);
    }
  });

  return {
    get touched() {
      return touched;
    },
    hit: (leaf) => stamps[leaf] === epoch,
    read(text, author) {
      epoch++;
      count = 0;
      if (touched.length > 0) touched = [];
      if (places.size > 0) places = new Map();
      if (patterns.size > 0) patterns = new Map();
      for (let g = 0; g < rules.groups.length; g++) rules.groups[g]!.index.scan(text, reporters[g]!);
      if (rules.authors.size > 0) {
        const byId = author.id === null ? undefined : rules.authors.get(`#${author.id}`);
        const byName = author.name === '' ? undefined : rules.authors.get(`@${matchingName(author.name)}`);
        for (const leaf of byId ?? []) touch(leaf);
        for (const leaf of byName ?? []) touch(leaf);
      }
    },
    pattern(pattern, text) {
      let found = patterns.get(pattern);
      if (!found) {
        found = pattern.find(text);
        patterns.set(pattern, found);
      }
      return found.length > 0;
    },
    spans(uuid, leaves, used, text) {
      const spans: Span[] = [];
      for (const leaf of leaves) {
        for (const { start, end, group, word } of places.get(leaf) ?? []) {
          const by = group ? foldings(text.slice(start, end), group.words[word]!, group) : '';
          spans.push({ start, end, rule: uuid, by });
        }
      }
      for (const pattern of used) {
        for (const { start, end } of (patterns.get(pattern) ?? []).slice(0, MOST_PLACES)) spans.push({ start, end, rule: uuid, by: '' });
      }
      return spans.sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}
