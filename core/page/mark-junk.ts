import { findDate } from './dates';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';
import { isControl, isLabel, isReply, SAYS } from './thread/words';

/** Text in one of these is a text of its own, even within what shows the date (a table cell may hold both). */
const BLOCK_TEXT = new Set(['P', 'BLOCKQUOTE', 'DIV', 'DD', 'LI', 'PRE', 'TD']);

/** Does element `i` lie in `outer`, or is it it? */
export const inside = (page: Layout['page'], i: number, outer: number): boolean => i >= outer && i < page.end[outer]!;

/** Marks those text nodes of a record that are not the writer's words, whichever element they stand in. What the closely read records repeat is a label. */
export function* junkIn(
  layout: Layout,
  authors: readonly number[],
  dates: readonly number[],
): Steps<(record: number, texts: readonly number[], junk: Set<number>) => void> {
  const { page, spans } = layout;
  // By place: how many records say a text there, and the last of them.
  const repeated = new Map<number, Map<string, { times: number; record: number }>>();
  let looked = 0;
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    looked++;
    for (const t of layout.texts[k]!) {
      if (page.words[t]!.length > 200) continue;
      const at = layout.place[page.owner[t]!]!;
      const said = repeated.get(at) ?? new Map<string, { times: number; record: number }>();
      repeated.set(at, said);
      const text = page.words[t]!.trim();
      const known = said.get(text);
      if (!known) said.set(text, { times: 1, record: k });
      else if (known.record !== k) {
        known.times++;
        known.record = k;
      }
    }
  }
  const often = looked >= 4 ? Math.max(3, looked * 0.4) : Number.POSITIVE_INFINITY;
  const labels = new Map<number, Set<string>>();
  for (const [at, said] of repeated) {
    const all = [...said].filter(([, { times }]) => times >= often).map(([text]) => text);
    if (all.length > 0) labels.set(at, new Set(all));
  }
  return (k, texts, junk) => {
    let labelled = false;
    const author = authors[k]!;
    const date = dates[k]!;
    for (const t of texts) {
      const i = page.owner[t]!;
      const raw = page.words[t]!;
      if (raw.length > 400) {
        labelled = false;
        continue;
      }
      const data = raw.trim();
      const short = data.length < 160;
      const label = data.length < 60 && isLabel(data) && inProfile(layout, k, i);
      if (
        (author >= 0 && inside(page, i, author)) ||
        (date >= 0 &&
          inside(page, i, date) &&
          (i === date
            ? page.to[date]! - page.from[date]! === 1 || (data.length <= 120 && findDate(data, { now: 0, order: null }) !== null)
            : page.text[date]! <= 60 && !BLOCK_TEXT.has(page.tags[i]!))) ||
        (data.length < 60 && (isReply(data) || (isControl(data) && !proseLike(layout, k, i)))) ||
        label ||
        labelled ||
        (data.length < 24 && /[:：]$/.test(data) && SAYS.test(` ${data}`) && !inProse(layout, k, i)) ||
        (short && labels.get(layout.place[i]!)?.has(data) && !inProse(layout, k, i)) ||
        (data.length <= 7 && /^[-+–−(]*\d[\d.,]*[kK]?\)?$/.test(data) && !proseLike(layout, k, i))
      )
        junk.add(t);
      labelled = label && /[:：]\s*$/.test(data);
    }
  };
}

/** Within a paragraph that says more: a word that all use is no label there. */
function inProse(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i, steps = 0; j >= layout.spans[record]!.start && steps < 3; j = page.parent[j]!, steps++)
    if (page.tags[j] === 'P' || page.tags[j] === 'CODE')
      return page.text[page.parent[j]!]! > page.text[i]! + 4 && (j !== i || page.tags[j] === 'CODE');
  return false;
}

/** A control's word alone in a paragraph ("Thanks!", "顶") is a comment, not a control. */
function proseLike(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i, steps = 0; j >= layout.spans[record]!.start && steps < 6; j = page.parent[j]!, steps++) {
    const tag = page.tags[j]!;
    if (tag === 'A' || tag === 'BUTTON' || tag === 'LI' || tag === 'LABEL') return false;
    const hints = page.info[j]!.hints;
    if (hints & HINT.control) return false;
    if (hints & HINT.body || tag === 'P') return true;
  }
  return false;
}

function inProfile(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i; j >= layout.spans[record]!.start; j = page.parent[j]!) {
    const hints = page.info[j]!.hints;
    if (hints & HINT.body && !(hints & (HINT.profile | HINT.author))) return false;
    if (page.tags[j] === 'P') return false;
  }
  return true;
}
