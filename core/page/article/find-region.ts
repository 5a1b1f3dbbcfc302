import { attributeOf } from '../safe-dom';
import type { Steps } from '../steps';
import type { Survey } from '../survey';
import { INLINE } from './tags';

/** Where the story can lie. All numbers are indices in the survey. */
export interface Region {
  /** The smallest element that holds nearly all running text outside the comments: blocks are read here. */
  readonly root: number;
  /** The element whose paragraphs weigh most: the story's likely container. */
  readonly main: number;
  /** The smallest element that holds most of the running text: where the story has several sections, it holds them all. */
  readonly wide: number;
  /** Points of running text in `root`. */
  readonly points: number;
}

/** Text that no story is made of, whatever its length. */
const CHROME = new Set(['NAV', 'FOOTER', 'ASIDE', 'MENU', 'DIALOG', 'BUTTON', 'TEXTAREA', 'LABEL', 'ADDRESS']);
/** Characters from which a run counts as running text; Chinese says as much in a third of them. */
const MIN_RUN = 25;
/** One endless run (a terms-of-use box) must not outweigh a story of many paragraphs. */
const MAX_RUN = 800;
/** Share of the text that the region keeps on the way down. */
const KEEP = 0.88;
/** Share of the text that makes an element the holder of most of it. */
const MOST = 0.6;
/** Containers that call themselves comments. Asked of those only that hold a good part of the page's text. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments?|commentlist|commentary|disqus|respond|replies|discussions?|pinglun|kommentare?|comentarios|commentaires|trackbacks)(?:$|[\s_-]|list|area|section|wrap|container|block|box|thread|template|module)|commentlist/i;
const COMMENTS_SHARE = 0.08;
/** Elements added up in one step. */
const STEP = 20_000;

const NO_COMMENTS = /no-?comments?\b|comments?-(?:open|closed|off|none|count|link)/i;

/**
 * Finds the region by arithmetic on the survey's arrays alone: no DOM access. `skipTo[i]` > 0 leaves out a subtree (a comment).
 * null when the page has no running text at all.
 */
export function* findRegion(survey: Survey, skipTo: Int32Array): Steps<Region | null> {
  const { elements, tags, parent, end, own, text } = survey;
  const n = tags.length;
  // Characters of text that belong to the element's own flow, inline children included, links left out.
  const flow = new Float64Array(n);
  const points = new Float64Array(n);
  const weight = new Float64Array(n);
  const off = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    if (skipTo[i]! > 0 || CHROME.has(tags[i]!)) {
      off[i] = 1;
      i = end[i]! - 1;
      continue;
    }
    if (own[i]! > 0 && tags[i] !== 'A') flow[i] = own[i]!;
    if (i % STEP === 0) yield;
  }
  for (let i = n - 1; i > 0; i--) {
    if (i % STEP === 0) yield;
    if (text[i] === 0) continue;
    const up = parent[i]!;
    const run = flow[i]!;
    if (run > 0) {
      if (INLINE.has(tags[i]!)) {
        flow[up]! += run;
      } else if (run >= MIN_RUN) {
        const p = Math.min(run, MAX_RUN);
        points[i]! += p;
        // A long run directly in a div (lines parted by br) is the container's own; a paragraph is its parent's.
        weight[i]! += run > MAX_RUN ? run : tags[i] === 'P' ? 0 : p / 2;
        weight[up]! += p;
        if (up > 0) weight[parent[up]!]! += p / 2;
      }
    }
    points[up]! += points[i]!;
  }
  if (points[0] === 0) return null;
  const all = points[0]!;
  for (let i = 1; i < n; i++) {
    if (points[i]! < COMMENTS_SHARE * all || tags[i] === 'BODY' || tags[i] === 'ARTICLE' || tags[i] === 'MAIN') continue;
    const name = `${attributeOf(elements[i]!, 'class') ?? ''} ${attributeOf(elements[i]!, 'id') ?? ''}`;
    if (!COMMENTS.test(name.replace(NO_COMMENTS, '')) || points[0]! - points[i]! < MIN_RUN) continue;
    const lost = points[i]!;
    for (let up = parent[i]!; up >= 0; up = parent[up]!) points[up]! -= lost;
    for (let j = i; j < end[i]!; j++) {
      points[j] = 0;
      weight[j] = 0;
    }
    i = end[i]! - 1;
  }
  const descend = (from: number, share: number): number => {
    for (let at = from; ; ) {
      let next = -1;
      for (let c = at + 1; c < end[at]!; c = end[c]!) if (points[c]! >= share * points[0]!) next = c;
      if (next < 0 || INLINE.has(tags[next]!)) return at;
      at = next;
    }
  };
  const root = descend(0, KEEP);
  const wide = descend(root, MOST);
  let main = root;
  for (let i = root; i < end[root]!; i++) if (weight[i]! > weight[main]! && !INLINE.has(tags[i]!)) main = i;
  return { root, main, wide, points: points[root]! };
}
