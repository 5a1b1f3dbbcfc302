import type { Steps } from '../steps';
import type { Survey } from '../survey';
import { boxSums } from './box-sums';
import { countText } from './count-text';
import { elementEvidence, HIDDEN, IN_ASIDE, IN_FORM } from './element-evidence';
import type { Region } from './find-region';
import { HINT_NAMES } from './hints';
import { landmarksOf } from './landmarks';
import type { RawBlock } from './read-blocks';
import { TEXT_HINTS, textHints } from './text-hints';

/** What is known about the page when its blocks are judged. */
export interface PageEvidence {
  readonly title: string;
  /** og:description and the like. */
  readonly description: string;
  /** articleBody of the page's JSON-LD, '' if none. */
  readonly articleBody: string;
  /** The page says by its metadata that it shows a story. */
  readonly declared: boolean;
  /** Survey index of the title's element, -1 if none. */
  readonly titleIndex: number;
  /** Survey index of the first comment, Infinity if none. */
  readonly firstComment: number;
}

const BASE =
  'tokens chars linkShare boldShare commas stops endsStop digits upper cjk wordLength kindParagraph kindHeading kindItem level bare tagP tagDiv inAside inForm hidden up down inMain siblingShare sameStyle sameParentStyle depth before after window index indexFromEnd between afterTitle titleDistance afterComments isTitle inDescription repeated inArticleBody mainTokens mainShare groupLink groupTokens inWide upWide boxShare boxLink boxTokens outerShare outerLink outerTokens headAway headLink styleRun styleMean meanTokens dominant toDominant linkWindow wideWindow prevTokens prevLink prevSame prev2Tokens nextTokens nextLink nextHead nextSame next2Tokens inArticle articleShare articles inMainTag inBodyMark headMore headJoin declared';

/** Names of the numbers in a description, in order: tests and the learning script speak of them by name. */
export const FEATURES: readonly string[] = [
  ...BASE.split(' '),
  ...HINT_NAMES.map((name) => `near.${name}`),
  ...HINT_NAMES.map((name) => `path.${name}`),
  ...TEXT_HINTS.map(([name]) => `text.${name}`),
];

/** Tokens from which a block that is not mostly links counts as running text. */
const RUNNING = 10;
/** Neighbours that are described, nearest first. */
const STEPS = [-1, -2, 1, 2] as const;
const ENDS_STOP = /[.!?。！？…"”’»」』)）]$/;

/** Blocks described in one step. */
const STEP = 64;

const MORE = TEXT_HINTS.findIndex(([name]) => name === 'more');
const JOIN = TEXT_HINTS.findIndex(([name]) => name === 'join');

const log = Math.log1p;
const squash = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
const flag = (is: boolean) => (is ? 1 : 0);

function sumBy<K>(keys: readonly K[], values: readonly number[]): Map<K, number> {
  const sums = new Map<K, number>();
  keys.forEach((key, k) => {
    sums.set(key, (sums.get(key) ?? 0) + values[k]!);
  });
  return sums;
}

/** Steps from each block to the nearest one that `is`; 99 where there is none. */
function distances(count: number, is: (k: number) => boolean): number[] {
  const out = new Array<number>(count).fill(99);
  const sweep = (k: number, before: number | undefined) => {
    out[k] = is(k) ? 0 : Math.min(out[k]!, (before ?? 98) + 1);
  };
  for (let k = 0; k < count; k++) sweep(k, out[k - 1]);
  for (let k = count - 1; k >= 0; k--) sweep(k, out[k + 1]);
  return out;
}

/** Describes each block by the numbers named in FEATURES: its text, its place in the markup, its neighbours, the page. */
export function* describeBlocks(survey: Survey, region: Region, blocks: readonly RawBlock[], page: PageEvidence): Steps<Float32Array[]> {
  const { tags, parent, end, depth } = survey;
  const evidence = elementEvidence(survey, region);
  const inMain = (i: number) => i >= region.main && i < end[region.main]!;
  const counts = blocks.map((block) => countText(block.text));
  const tokens = counts.map((c) => c.tokens);
  const linked = blocks.map((block, k) => (block.link / block.text.length) * tokens[k]!);
  const good = blocks.map((block, k) => (tokens[k]! >= RUNNING && block.link < 0.4 * block.text.length ? tokens[k]! : 0));
  const total = good.reduce((a, b) => a + b, 0) || 1;
  const holder = blocks.map((block) => (block.bare ? block.owner : Math.max(parent[block.owner]!, 0)));
  const style = blocks.map((block) => `${evidence.style(block.owner)}${block.bare ? '+' : ''}`);
  const parentStyle = style.map((own, k) => `${evidence.style(holder[k]!)}>${own}`);
  const byHolder = sumBy(holder, good);
  const byStyle = sumBy(style, good);
  const byParentStyle = sumBy(parentStyle, good);
  const groupTokens = sumBy(holder, tokens);
  const groupLink = sumBy(holder, linked);
  const ones = new Array<number>(blocks.length).fill(1);
  const styleCount = sumBy(style, ones);
  const styleTokens = sumBy(style, tokens);
  const times = sumBy(
    blocks.map((block) => block.text),
    ones,
  );
  const boxes = boxSums(survey, region, blocks, good, tokens, linked, total);
  const { goodSum, tokenSum, linkSum } = boxes;
  let dominant = '';
  for (const [name, sum] of byParentStyle) if (dominant === '' || sum > byParentStyle.get(dominant)!) dominant = name;
  const toDominant = distances(blocks.length, (k) => parentStyle[k] === dominant && good[k]! > 0);
  let first = -1;
  let last = -1;
  let mainTokens = 0;
  let titleBlock = -1;
  blocks.forEach((block, k) => {
    if (titleBlock < 0 && page.titleIndex >= 0 && block.owner >= page.titleIndex) titleBlock = k;
    if (!inMain(block.owner)) return;
    mainTokens += good[k]!;
    if (good[k]! > 0) {
      if (first < 0) first = k;
      last = k;
    }
  });
  const title = squash(page.title);
  const meanTokens = log(total / (good.filter((g) => g > 0).length || 1));
  const n = blocks.length;
  let head = -1;
  let headHints = 0;
  const landmarks = landmarksOf(survey, region.root);

  const describe = (block: RawBlock, k: number): Float32Array => {
    const { text, owner: i } = block;
    const { length } = text;
    const c = counts[k]!;
    const hints = textHints(text);
    if (block.kind === 'heading' || (length < 60 && block.bold > 0.9 * length)) {
      head = k;
      headHints = hints;
    }
    const mark = landmarks.of(i);
    const near = evidence.own(i) | evidence.own(block.carrier) | evidence.own(holder[k]!) | evidence.own(Math.max(parent[holder[k]!]!, 0));
    const along = evidence.path(i);
    const bit = (b: number) => (along >> b) & 1;
    const up = evidence.stepsTo(i, region.main);
    let top = i;
    for (let step = 0; step < up; step++) top = parent[top]!;
    const lo = Math.max(0, k - 5);
    const hi = Math.min(n, k + 6);
    const tag = tags[i]!;
    const box = boxes.of(boxes.above(holder[k]!, 1));
    const outer = boxes.of(boxes.above(holder[k]!, 3));
    const row: number[] = [
      log(c.tokens),
      log(length),
      block.link / length,
      block.bold / length,
      c.commas / (c.tokens + 1),
      c.stops / (c.tokens + 1),
      flag(ENDS_STOP.test(text)),
      c.digits / length,
      c.upper / (c.letters + 1),
      c.cjk / (c.tokens + 1),
      c.letters / (c.tokens - c.cjk + 1),
      flag(block.kind === 'paragraph'),
      flag(block.kind === 'heading'),
      flag(block.kind === 'item'),
      block.level ?? 0,
      flag(block.bare),
      flag(tag === 'P'),
      flag(tag === 'DIV'),
      bit(IN_ASIDE),
      bit(IN_FORM),
      bit(HIDDEN),
      up,
      depth[region.main]! - depth[top]!,
      flag(inMain(i)),
      byHolder.get(holder[k]!)! / total,
      byStyle.get(style[k]!)! / total,
      byParentStyle.get(parentStyle[k]!)! / total,
      depth[i]! - depth[region.main]!,
      goodSum[k]! / total,
      (total - goodSum[k + 1]!) / total,
      log(goodSum[Math.min(n, k + 4)]! - goodSum[Math.max(0, k - 3)]! - good[k]!),
      log(k),
      log(n - 1 - k),
      first < 0 ? 0 : k < first ? k - first : k > last ? k - last : 0,
      page.titleIndex < 0 ? -1 : flag(i >= page.titleIndex),
      titleBlock < 0 ? -99 : Math.max(-20, Math.min(60, k - titleBlock)),
      flag(i > page.firstComment),
      flag(title !== '' && length < 2 * page.title.length + 20 && squash(text) === title),
      flag(length > 20 && page.description.includes(text.slice(0, 50))),
      flag(times.get(text)! > 1),
      page.articleBody.length < 200 || length < 20
        ? 0
        : page.articleBody.includes(text.slice(0, 40)) || page.articleBody.includes(text.slice(-40))
          ? 1
          : -1,
      log(mainTokens),
      mainTokens / total,
      groupLink.get(holder[k]!)! / (groupTokens.get(holder[k]!)! + 1),
      log(groupTokens.get(holder[k]!)!),
      flag(i >= region.wide && i < end[region.wide]!),
      evidence.stepsTo(i, region.wide),
      box[0],
      box[1],
      box[2],
      outer[0],
      outer[1],
      outer[2],
      head < 0 ? -1 : log(k - head),
      head < 0 ? -1 : blocks[head]!.link / blocks[head]!.text.length,
      log(styleCount.get(style[k]!)!),
      log(styleTokens.get(style[k]!)! / styleCount.get(style[k]!)!),
      meanTokens,
      flag(parentStyle[k] === dominant),
      toDominant[k]!,
      (linkSum[hi]! - linkSum[lo]!) / (tokenSum[hi]! - tokenSum[lo]! + 1),
      log(goodSum[Math.min(n, k + 11)]! - goodSum[Math.max(0, k - 10)]! - good[k]!),
    ];
    for (const step of STEPS) {
      const other = blocks[k + step];
      row.push(other ? log(tokens[k + step]!) : -1);
      if (step === 2 || step === -2) continue;
      row.push(other ? other.link / other.text.length : -1);
      if (step === 1) row.push(flag(other?.kind === 'heading'));
      row.push(flag(other !== undefined && style[k + step] === style[k]));
    }
    row.push(
      flag(mark.article >= 0),
      mark.article < 0 ? -1 : boxes.of(mark.article)[0],
      log(landmarks.articles),
      flag(mark.main),
      flag(mark.body),
      head === k ? 0 : (headHints >> MORE) & 1,
      head === k ? 0 : (headHints >> JOIN) & 1,
      flag(page.declared),
    );
    for (let b = 0; b < HINT_NAMES.length; b++) row.push((near >> b) & 1);
    for (let b = 0; b < HINT_NAMES.length; b++) row.push((along >> b) & 1);
    for (let b = 0; b < TEXT_HINTS.length; b++) row.push((hints >> b) & 1);
    return new Float32Array(row);
  };
  const rows: Float32Array[] = [];
  for (const [k, block] of blocks.entries()) {
    if (k % STEP === 0) yield;
    rows.push(describe(block, k));
  }
  return rows;
}
