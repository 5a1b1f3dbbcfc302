import type { Survey } from '../survey';
import type { Region } from './find-region';
import { HINT_NAMES, hintReader } from './hints';
import type { RawBlock } from './read-blocks';
import { TEXT_HINTS } from './text-hints';

/** What is known about the page when its blocks are judged. */
export interface PageEvidence {
  readonly title: string;
  /** og:description and the like. */
  readonly description: string;
  /** articleBody of the page's JSON-LD, '' if none. */
  readonly articleBody: string;
  /** Survey index of the title's element, -1 if none. */
  readonly titleIndex: number;
  /** Survey index of the first comment, Infinity if none. */
  readonly firstComment: number;
}

const squash = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const BASE = [
  'tokens',
  'chars',
  'linkShare',
  'boldShare',
  'commas',
  'stops',
  'endsStop',
  'endsColon',
  'digits',
  'upper',
  'cjk',
  'wordLength',
  'kindParagraph',
  'kindHeading',
  'kindItem',
  'kindQuote',
  'kindCode',
  'kindCaption',
  'level',
  'bare',
  'tagP',
  'tagDiv',
  'tagCell',
  'inTable',
  'inAside',
  'inForm',
  'inArticle',
  'hidden',
  'up',
  'down',
  'inMain',
  'siblingShare',
  'sameStyle',
  'sameParentStyle',
  'depth',
  'before',
  'after',
  'window',
  'index',
  'indexFromEnd',
  'between',
  'afterTitle',
  'titleDistance',
  'afterComments',
  'isTitle',
  'inDescription',
  'repeated',
  'inArticleBody',
  'mainTokens',
  'mainShare',
  'groupLink',
  'groupTokens',
  'inWide',
  'upWide',
  'boxShare',
  'boxLink',
  'boxTokens',
  'outerShare',
  'outerLink',
  'outerTokens',
  'headMore',
  'headJoin',
  'headShare',
  'headAway',
  'headLink',
  'styleRun',
  'styleMean',
  'meanTokens',
  'prevTokens',
  'prevLink',
  'prevHead',
  'prevSame',
  'prev2Tokens',
  'prev2Link',
  'nextTokens',
  'nextLink',
  'nextHead',
  'nextSame',
  'next2Tokens',
  'next2Link',
] as const;

/** Names of the numbers in a description, in order: tests and the learning script speak of them by name. */
export const FEATURES: readonly string[] = [
  ...BASE,
  ...HINT_NAMES.map((name) => `near.${name}`),
  ...HINT_NAMES.map((name) => `path.${name}`),
  ...TEXT_HINTS.map(([name]) => `text.${name}`),
];

const hintAt = (name: string) => TEXT_HINTS.findIndex(([one]) => one === name);
const MORE = hintAt('more');
const JOIN = hintAt('join');
const SHARE = hintAt('share');

interface Counted {
  tokens: number;
  commas: number;
  stops: number;
  digits: number;
  upper: number;
  cjk: number;
  letters: number;
}

/** One pass over a block's characters. A token is a word, or one Chinese, Japanese, Thai … character. */
function count(text: string): Counted {
  let words = 0;
  let commas = 0;
  let stops = 0;
  let digits = 0;
  let upper = 0;
  let cjk = 0;
  let letters = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x2e80 || (c >= 0xe00 && c < 0x1100)) {
      inWord = false;
      if (c === 0xff0c || c === 0x3001) commas++;
      else if (c === 0x3002 || c === 0xff01 || c === 0xff1f) stops++;
      else if (c >= 0xac00 && c < 0xd7b0) {
        cjk += 0.5;
        letters++;
      } else if (c >= 0x3040 || c < 0x1100) cjk++;
    } else if (c <= 0x40) {
      if (c >= 0x30 && c <= 0x39) {
        digits++;
        if (!inWord) words++;
        inWord = true;
        continue;
      }
      if (c === 0x2c) commas++;
      else if ((c === 0x2e && inWord) || c === 0x21 || c === 0x3f) stops++;
      if (c !== 0x27) inWord = false;
    } else if (c < 0x5b || c > 0x60) {
      letters++;
      if (c <= 0x5a || (c >= 0xc0 && c <= 0xde) || (c >= 0x410 && c <= 0x42f)) upper++;
      if (!inWord) words++;
      inWord = true;
    }
  }
  return { tokens: words + cjk, commas, stops, digits, upper, cjk, letters };
}

const log = (x: number) => Math.log1p(x);

/** Describes each block by the numbers named in FEATURES, looking at its text, its place in the markup and its neighbours. */
export function describeBlocks(survey: Survey, region: Region, blocks: readonly RawBlock[], page: PageEvidence): Float32Array[] {
  const { elements, tags, parent, end, depth } = survey;
  const read = hintReader();
  const inMain = (i: number) => i >= region.main && i < end[region.main]!;
  const holdsMain = (i: number) => i <= region.main && region.main < end[i]!;
  // Bits of an element: hints below, then flags of the tag. Path = all elements up to, and without, the first that holds main.
  const own = new Map<number, number>();
  const path = new Map<number, number>();
  const styles = new Map<number, string>();
  const ownOf = (i: number): number => {
    let bits = own.get(i);
    if (bits === undefined) {
      const e = elements[i]!;
      const cls = e.getAttribute('class') ?? '';
      const style = e.getAttribute('style');
      styles.set(i, `${tags[i]}.${cls}`);
      bits = read(`${cls} ${e.getAttribute('id') ?? ''} ${e.getAttribute('itemprop') ?? ''}`);
      const tag = tags[i]!;
      if (tag === 'TABLE') bits |= 1 << 20;
      else if (tag === 'ASIDE' || tag === 'FOOTER' || tag === 'NAV') bits |= 1 << 21;
      else if (tag === 'FORM' || tag === 'FIELDSET') bits |= 1 << 22;
      else if (tag === 'ARTICLE') bits |= 1 << 23;
      if (e.hasAttribute('hidden') || e.getAttribute('aria-hidden') === 'true' || (style !== null && /display\s*:\s*none/i.test(style)))
        bits |= 1 << 24;
      own.set(i, bits);
    }
    return bits;
  };
  const pathOf = (i: number): number => {
    const chain: number[] = [];
    let at = i;
    while (at >= 0 && !holdsMain(at) && !path.has(at)) {
      chain.push(at);
      at = parent[at]!;
    }
    let bits = at < 0 || holdsMain(at) ? 0 : path.get(at)!;
    while (chain.length) {
      const c = chain.pop()!;
      bits |= ownOf(c);
      path.set(c, bits);
    }
    return bits;
  };
  // Inside main the path runs up to main, so that boxes within the story are seen.
  const innerPath = new Map<number, number>();
  const innerPathOf = (i: number): number => {
    const chain: number[] = [];
    let at = i;
    while (at !== region.main && at >= 0 && !innerPath.has(at)) {
      chain.push(at);
      at = parent[at]!;
    }
    let bits = at === region.main || at < 0 ? 0 : innerPath.get(at)!;
    while (chain.length) {
      const c = chain.pop()!;
      bits |= ownOf(c);
      innerPath.set(c, bits);
    }
    return bits;
  };

  const counts = blocks.map((block) => count(block.text));
  const good = blocks.map((block, k) => (counts[k]!.tokens >= 10 && block.link < 0.4 * block.text.length ? counts[k]!.tokens : 0));
  const holder = blocks.map((block) => (block.bare ? block.owner : Math.max(parent[block.owner]!, 0)));
  const styleKey = blocks.map((block) => {
    ownOf(block.owner);
    return `${styles.get(block.owner)}${block.bare ? '+' : ''}`;
  });
  const parentStyle = blocks.map((_, k) => {
    ownOf(holder[k]!);
    return `${styles.get(holder[k]!)}>${styleKey[k]}`;
  });
  const sum = <K>(keys: readonly K[], values: readonly number[]) => {
    const m = new Map<K, number>();
    keys.forEach((key, k) => {
      m.set(key, (m.get(key) ?? 0) + values[k]!);
    });
    return m;
  };
  const total = good.reduce((a, b) => a + b, 0) || 1;
  const byHolder = sum(holder, good);
  const byStyle = sum(styleKey, good);
  const byParentStyle = sum(parentStyle, good);
  const groupTokens = sum(
    holder,
    counts.map((c) => c.tokens),
  );
  const groupLink = sum(
    holder,
    blocks.map((b, k) => (b.link / b.text.length) * counts[k]!.tokens),
  );
  const before = new Float64Array(blocks.length + 1);
  good.forEach((g, k) => {
    before[k + 1] = before[k]! + g;
  });
  let first = -1;
  let last = -1;
  let mainTokens = 0;
  blocks.forEach((block, k) => {
    if (!inMain(block.owner)) return;
    mainTokens += good[k]!;
    if (good[k]! > 0) {
      if (first < 0) first = k;
      last = k;
    }
  });
  const title = squash(page.title);
  const description = squash(page.description);
  const articleBody = page.articleBody.length > 200 ? squash(page.articleBody) : '';
  const seen = new Map<string, number>();
  for (const block of blocks) seen.set(block.text, (seen.get(block.text) ?? 0) + 1);
  let titleBlock = -1;
  blocks.forEach((block, k) => {
    if (titleBlock < 0 && page.titleIndex >= 0 && block.owner >= page.titleIndex) titleBlock = k;
  });

  // Boxes around a block: two and four levels above its holder.
  const above = (i: number, levels: number) => {
    let at = i;
    for (let n = 0; n < levels && parent[at]! > region.root; n++) at = parent[at]!;
    return at;
  };
  const tokens = counts.map((c) => c.tokens);
  const linked = blocks.map((b, k) => (b.link / b.text.length) * counts[k]!.tokens);
  const prefix = (values: readonly number[]) => {
    const p = new Float64Array(values.length + 1);
    values.forEach((v, k) => {
      p[k + 1] = p[k]! + v;
    });
    return p;
  };
  const goodSum = prefix(good);
  const tokenSum = prefix(tokens);
  const linkSum = prefix(linked);
  const owners = blocks.map((b) => b.owner);
  // First block whose owner is at or after an index: owners rise, but for bare runs after a child, which come back to their parent.
  const rising = owners.slice();
  for (let k = 1; k < rising.length; k++) rising[k] = Math.max(rising[k]!, rising[k - 1]!);
  const from = (index: number) => {
    let lo = 0;
    let hi = rising.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (rising[mid]! < index) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  };
  const known = new Map<number, readonly [number, number, number]>();
  const boxOf = (i: number) => {
    let box = known.get(i);
    if (!box) {
      const a = from(i);
      const z = from(end[i]!);
      const t = tokenSum[z]! - tokenSum[a]!;
      box = [(goodSum[z]! - goodSum[a]!) / total, (linkSum[z]! - linkSum[a]!) / (t + 1), log(t)];
      known.set(i, box);
    }
    return box;
  };
  const holdsWide = (i: number) => i <= region.wide && region.wide < end[i]!;
  const meanTokens = log(total / (good.filter((g) => g > 0).length || 1));
  const styleCount = sum(
    styleKey,
    blocks.map(() => 1),
  );
  const styleTokens = sum(styleKey, tokens);
  let head = -1;
  let headBits = 0;

  const rows = blocks.map((block, k) => {
    if (block.kind === 'heading' || (block.text.length < 60 && block.bold > 0.9 * block.text.length)) {
      head = k;
      headBits = 0;
      for (let t = 0; t < TEXT_HINTS.length; t++) if (block.text.length < 120 && TEXT_HINTS[t]![1].test(block.text)) headBits |= 1 << t;
    }
    const c = counts[k]!;
    const length = block.text.length;
    const i = block.owner;
    const bits = ownOf(i) | ownOf(holder[k]!) | (holder[k]! > 0 ? ownOf(Math.max(parent[holder[k]!]!, 0)) : 0);
    const near = ownOf(i) | ownOf(block.carrier) | (block.bare ? 0 : 0);
    const along = inMain(i) ? innerPathOf(i) : pathOf(i);
    let up = 0;
    let at = i;
    while (at > 0 && !holdsMain(at)) {
      at = parent[at]!;
      up++;
    }
    let upWide = 0;
    for (let w = i; w > 0 && !holdsWide(w); w = parent[w]!) upWide++;
    const down = depth[region.main]! - depth[at]!;
    const squashed = length < 400 || articleBody ? squash(block.text) : '';
    const flag = (b: number) => (along >> b) & 1;
    const tag = tags[i]!;
    const row: number[] = [
      log(c.tokens),
      log(length),
      block.link / length,
      block.bold / length,
      c.commas / (c.tokens + 1),
      c.stops / (c.tokens + 1),
      /[.!?。！？…"”’»」』)）]\s*$/.test(block.text) ? 1 : 0,
      /[:：]\s*$/.test(block.text) ? 1 : 0,
      c.digits / length,
      c.upper / (c.letters + 1),
      c.cjk / (c.tokens + 1),
      c.letters / (c.tokens - c.cjk + 1),
      block.kind === 'paragraph' ? 1 : 0,
      block.kind === 'heading' ? 1 : 0,
      block.kind === 'item' ? 1 : 0,
      block.kind === 'quote' ? 1 : 0,
      block.kind === 'code' ? 1 : 0,
      block.kind === 'caption' ? 1 : 0,
      block.level ?? 0,
      block.bare ? 1 : 0,
      tag === 'P' ? 1 : 0,
      tag === 'DIV' ? 1 : 0,
      tag === 'TD' || tag === 'TH' ? 1 : 0,
      flag(20),
      flag(21),
      flag(22),
      flag(23),
      flag(24),
      up,
      down,
      inMain(i) ? 1 : 0,
      byHolder.get(holder[k]!)! / total,
      byStyle.get(styleKey[k]!)! / total,
      byParentStyle.get(parentStyle[k]!)! / total,
      depth[i]! - depth[region.main]!,
      before[k]! / total,
      (total - before[k + 1]!) / total,
      log(before[Math.min(blocks.length, k + 4)]! - before[Math.max(0, k - 3)]! - good[k]!),
      log(k),
      log(blocks.length - 1 - k),
      first < 0 ? 0 : k < first ? k - first : k > last ? k - last : 0,
      page.titleIndex < 0 ? -1 : i >= page.titleIndex ? 1 : 0,
      titleBlock < 0 ? -99 : Math.max(-20, Math.min(60, k - titleBlock)),
      i > page.firstComment ? 1 : 0,
      title !== '' && squashed === title ? 1 : 0,
      squashed.length > 15 && description.includes(squashed.slice(0, 60)) ? 1 : 0,
      seen.get(block.text)! > 1 ? 1 : 0,
      articleBody === '' || squashed === '' ? 0 : articleBody.includes(squashed.slice(0, 80)) ? 1 : -1,
      log(mainTokens),
      mainTokens / total,
      groupLink.get(holder[k]!)! / (groupTokens.get(holder[k]!)! + 1),
      log(groupTokens.get(holder[k]!)!),
      i >= region.wide && i < end[region.wide]! ? 1 : 0,
      upWide,
      ...boxOf(above(holder[k]!, 1)),
      ...boxOf(above(holder[k]!, 3)),
      head < 0 || head === k ? 0 : (headBits >> MORE) & 1,
      head < 0 || head === k ? 0 : (headBits >> JOIN) & 1,
      head < 0 || head === k ? 0 : (headBits >> SHARE) & 1,
      head < 0 ? -1 : log(k - head),
      head < 0 ? -1 : blocks[head]!.link / blocks[head]!.text.length,
      log(styleCount.get(styleKey[k]!)!),
      log(styleTokens.get(styleKey[k]!)! / styleCount.get(styleKey[k]!)!),
      meanTokens,
    ];
    for (const step of [-1, -2, 1, 2]) {
      const other = blocks[k + step];
      row.push(other ? log(counts[k + step]!.tokens) : -1, other ? other.link / other.text.length : -1);
      if (step === 1 || step === -1) row.push(other?.kind === 'heading' ? 1 : 0, other && styleKey[k + step] === styleKey[k] ? 1 : 0);
    }
    for (let b = 0; b < HINT_NAMES.length; b++) row.push(((near | bits) >> b) & 1);
    for (let b = 0; b < HINT_NAMES.length; b++) row.push((along >> b) & 1);
    for (const [, pattern] of TEXT_HINTS) row.push(length < 500 && pattern.test(block.text) ? 1 : 0);
    return Float32Array.from(row);
  });
  return rows;
}
