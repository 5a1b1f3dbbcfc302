import { findDate } from './dates';
import { attributeOf } from './safe-dom';
import { HINT } from './thread/hints';
import { type Layout, textOf } from './thread/layout';
import { isControl, isEdited, isLabel, isReply } from './thread/words';

/** Ranks and counts beside a name are told by their class … */
const TITLE = /title|rank|group|status|level|badge|stats?\b|count|fans|karma|location|grade/i;
/** … unless the class says name as well. */
const NAME = /name|author|nick|member-?link/i;

/** A supposed name within a record. */
export interface NameSign {
  readonly element: number;
  readonly name: string;
  /** Characters of the record in front of it. */
  readonly before: number;
  /** Class, link or tag call it a name. */
  readonly cued: boolean;
  /** It links to a profile. */
  readonly profile: boolean;
}

/** How much the text of an element is like a writer's name: about 1 for a marked one, below 0 for what is none. */
export function likeName(layout: Layout, record: number, sign: NameSign): number {
  const { element: i, name, before, cued, profile } = sign;
  const { page } = layout;
  const raw = textOf(layout, record, i, 140);
  const hints = page.info[i]!.hints;
  let value = 0.45;
  if (isReply(name) || isControl(name) || isEdited(name) || isLabel(raw)) return -1;
  if (/^[#\d\s.,:/()-]+$/.test(name)) return cued ? 0.1 : -1;
  if (findDate(raw, { now: 0, order: null })) return profile ? 0.3 : -0.6;
  if (hints & HINT.author) value += 0.5;
  if (profile) value += 0.5;
  else if (cued) value += 0.35;
  const prop = attributeOf(page.elements[i]!, 'itemprop');
  if (prop === 'author' || prop === 'name' || prop === 'creator') value += 0.5;
  const up = page.parent[i]!;
  if (up >= layout.spans[record]!.start) {
    if (page.info[up]!.hints & HINT.author) value += 0.25;
    const upProp = attributeOf(page.elements[up]!, 'itemprop');
    if (upProp === 'author' || upProp === 'creator') value += 0.3;
  }
  if (page.tags[i] === 'A' || page.tags[i] === 'CITE') value += 0.15;
  else if (/^(?:B|STRONG|H\d)$/.test(page.tags[i]!)) value += 0.08;
  if (hints & (HINT.date | HINT.control | HINT.score | HINT.floor) && !(hints & HINT.author)) value -= 0.35;
  if (hints & (HINT.quote | HINT.signature) || page.tags[i] === 'BLOCKQUOTE') value -= 0.6;
  if (hints & HINT.body && !(hints & HINT.author)) value -= 0.3;
  for (let j = up, steps = 0; j >= layout.spans[record]!.start && steps < 5; j = page.parent[j]!, steps++) {
    const h = page.info[j]!.hints;
    if (steps > 0 && steps < 3 && h & HINT.author && page.text[j]! < 120) value += 0.12;
    if (h & (HINT.quote | HINT.signature) || page.tags[j] === 'BLOCKQUOTE') value -= 0.6;
    if (h & HINT.control && !(h & HINT.author)) value -= 0.1;
    if (steps < 3 && page.tags[j] === 'P' && before > 120) value -= 0.15;
  }
  const pieces = page.to[i]! - page.from[i]!;
  if (pieces > 1) value -= 0.12 * Math.min(4, pieces - 1);
  if (/^\d[\d.,]*\s/.test(name)) value -= 1;
  const className =
    attributeOf(page.elements[i]!, 'class') ?? (page.parent[i]! >= 0 ? (attributeOf(page.elements[page.parent[i]!]!, 'class') ?? '') : '');
  if (TITLE.test(className) && !NAME.test(className)) value -= 0.85;
  if (/^\p{Script=Han}|^\p{Script=Hangul}|^\p{Script=Hiragana}|^\p{Script=Katakana}/u.test(name) && name.length > 12) value -= 0.4;
  const words = name.split(' ').length;
  if (words > 4) value -= 0.12 * (words - 4);
  if (/[.!?。！？]$/.test(raw) && words > 3) value -= 0.3;
  if (raw.length > name.length + 2) value -= 0.06;
  if (raw.length > name.length + 30) value -= 0.2;
  value -= Math.min(0.2, before / 1500);
  return value;
}
