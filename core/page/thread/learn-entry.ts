import { bodyOf, queryIn } from '../safe-dom';
import { survey } from '../survey';
import { FEATURES } from './feature-names';
import { describeGroup } from './features';
import { findGroups, nestingOf } from './groups';
import { scan } from './scan';

export interface Lesson {
  readonly features: readonly number[];
  /** How well the group's records are the page's comments, 0 … 1. */
  readonly quality: number;
  readonly key: string;
  readonly size: number;
  readonly starts: readonly number[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Share of the wanted pieces within records of their own; nothing where an unwanted piece is in one of them. */
function piecesIn(records: readonly string[], snippets: readonly string[], others: readonly string[]): number {
  if (records.some((text) => others.some((other) => text.includes(other)))) return 0;
  return snippets.filter((snippet) => records.some((text) => text.includes(snippet))).length / snippets.length;
}

/** What scripts/learn-threads.mjs puts into a page: every group with its features and how right it would be. `gold` comes from a corpus. */
export function lessons(
  document: Document,
  options: { readonly now: number },
  gold: {
    readonly comments?: readonly {
      readonly cssPath?: string;
      readonly text: string;
      readonly author?: string;
      readonly dateText?: string;
    }[];
    /** All comments as one text. */
    readonly lump?: string;
    /** Pieces of some comments, and pieces of what is none. */
    readonly snippets?: readonly string[];
    readonly others?: readonly string[];
  },
): { readonly names: readonly string[]; readonly lessons: readonly Lesson[] } {
  const page = scan(survey(bodyOf(document)!), { now: options.now, order: null });
  const index = new Map(page.elements.map((element, i) => [element, i]));
  // Text node → number of the gold comment whose words it holds, -1 for none.
  const mark = new Int32Array(page.nodes.length).fill(-1);
  const total: number[] = [];
  const signs: (readonly number[])[][] = [];
  (gold.comments ?? []).forEach((comment, g) => {
    total.push(0);
    signs.push([]);
    const root = comment.cssPath ? queryIn(document, comment.cssPath) : null;
    const i = root ? index.get(root) : undefined;
    if (i === undefined) return;
    const words = plain(comment.text);
    for (let t = page.from[i]!; t < page.to[i]!; t++) {
      const data = plain(page.words[t]!);
      if (data.length < 2 || mark[t] !== -1 || !words.includes(data)) continue;
      mark[t] = g;
      total[g]! += data.length;
    }
    // A record that leaves the name or the date outside is cut wrong.
    for (const sign of [comment.author, comment.dateText]) {
      const want = plain(sign ?? '');
      const at: number[] = [];
      if (want !== '')
        for (let t = page.from[i]!; t < page.to[i]!; t++) if (mark[t] !== g && plain(page.words[t]!).includes(want)) at.push(t);
      signs[g]!.push(at);
    }
  });
  const lump = gold.lump === undefined ? null : plain(gold.lump);
  let lumpSize = 0;
  if (lump !== null && lump.length > 0)
    for (let t = 0; t < page.nodes.length; t++) {
      const data = plain(page.words[t]!);
      if (data.length >= 12 && lump.includes(data)) {
        mark[t] = 0;
        lumpSize += data.length;
      }
    }
  if (lumpSize > 0) {
    // Names and dates are part of a lump, but short: they count only between its longer pieces.
    for (let t = mark.indexOf(0), stop = mark.lastIndexOf(0); t < stop; t++) {
      const data = plain(page.words[t]!);
      if (mark[t] !== -1 || data.length < 2 || !lump!.includes(data)) continue;
      mark[t] = 0;
      lumpSize += data.length;
    }
  }
  const words = page.nodes.map((node) => plain(node.data));
  const sizes = words.map((word) => word.length);
  const snippets = (gold.snippets ?? []).map(plain).filter((word) => word !== '');
  const others = (gold.others ?? []).map(plain).filter((word) => word !== '');
  const findable = total.filter((n) => n > 0).length;
  const out = findGroups(page).map((group) => {
    const above = nestingOf(group.spans);
    let right = 0;
    let held = 0;
    let all = 0;
    const inner: number[][] = group.spans.map(() => []);
    above.forEach((a, k) => {
      if (a >= 0) inner[a]!.push(k);
    });
    const seen = new Set<number>();
    group.spans.forEach((span, k) => {
      const bag = new Map<number, number>();
      const nested = inner[k]!.map((x) => group.spans[x]!);
      let next = 0;
      for (let t = span.from; t < span.to; t++) {
        while (next < nested.length && nested[next]!.to <= t) next++;
        if (next < nested.length && t >= nested[next]!.from) continue;
        all += sizes[t]!;
        if (mark[t]! >= 0) {
          held += sizes[t]!;
          bag.set(mark[t]!, (bag.get(mark[t]!) ?? 0) + sizes[t]!);
        }
      }
      const [best] = [...bag].sort((a, b) => b[1] - a[1]);
      if (!best) return;
      const sum = [...bag.values()].reduce((a, b) => a + b, 0);
      if (best[1] >= 0.8 * total[best[0]]! && best[1] >= 0.75 * sum && !seen.has(best[0])) {
        seen.add(best[0]);
        const [names, dates] = signs[best[0]]!;
        const has = (list: readonly number[] | undefined) => !list || list.length === 0 || list.some((t) => t >= span.from && t < span.to);
        right += 0.5 + (has(names) ? 0.3 : 0) + (has(dates) ? 0.2 : 0);
      }
    });
    const quality =
      snippets.length > 0
        ? piecesIn(
            group.spans.filter((_, k) => above[k]! < 0).map((span) => words.slice(span.from, span.to).join('')),
            snippets,
            others,
          )
        : lump !== null
          ? lumpSize > 0
            ? (2 * held) / (all + lumpSize)
            : 0
          : findable > 0
            ? (2 * right) / (findable + group.spans.length)
            : 0;
    return {
      features: [...describeGroup(page, group)],
      quality,
      key: `${group.how} ${group.key}`,
      size: group.spans.length,
      starts: group.spans.map((span) => span.start),
    };
  });
  return { names: FEATURES, lessons: out };
}
