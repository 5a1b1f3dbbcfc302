import { findDate } from './dates';
import { countedFloors } from './read-floor-marks';
import type { ShortTexts } from './read-shorts';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';

/** A floor as pages print it: "#12", "12#", "12楼", "第12楼", "Reply 1", "post #2 of 23", "#1.1", "12F", "B12", "No.12". */
const FLOOR =
  /^[\s[(（【]*(?:(?:第\s*)?(\d{1,6}(?:\.\d{1,4})*)\s*(?:楼|樓|层|層|f\b|階|번째?|番|[#＃])|(?:post(?:ed)?|reply|comment|message|kommentar|beitrag|antwort|mensaje|réponse|answer|no|nr|n[°º]|№|сообщение|レス|回复|评论)?\s*[#＃.:№]\s*(\d{1,6}(?:\.\d{1,4})*)|(?:post|reply|comment|message|beitrag|kommentar|antwort|mensaje|réponse|response|answer)\s+(?:no\.?\s*)?(\d{1,6}(?:\.\d{1,4})*)|B(\d{1,5})(?=$|[\s|·])|(\d{1,6}(?:\.\d{1,4})+|\d{1,6}))(?:\s*(?:of|von|de|sur|\/)\s*\d+)?[\s\])）】.:：|,—–-]*(?:$|(?=[—–|·]|\s))/iu;
const BARE = /^\s*\d{1,6}\s*[:：]?\s*$/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['楼主', '1'],
  ['樓主', '1'],
  ['沙发', '2'],
  ['沙發', '2'],
  ['板凳', '3'],
  ['地板', '4'],
]);

/** Most characters of an element that shows a floor beside other things ("#12 · 3 May 2024"). */
const MOST_TEXT = 48;
/** A body is longer: a number in it is no floor. */
const BODY_TEXT = 60;
/** Least worth of a place for its numbers to count: bare numbers must stand in most records and rise one by one. */
const LEAST = 0.4;

interface Place {
  readonly found: Map<number, string>;
  worth: number;
}

/** Reads the "#12" of each record, null where there is none. A place counts only if its numbers rise (or fall) through the page. */
export function* readFloors(layout: Layout, bodies: readonly (readonly number[])[], shorts: ShortTexts): Steps<(string | null)[]> {
  const { spans } = layout;
  const places = new Map<number, Place>();
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    eachFloor(layout, k, bodies[k]!, shorts, null, (at, value, worth) => {
      let place = places.get(at);
      if (!place) {
        place = { found: new Map(), worth: 0 };
        places.set(at, place);
      }
      if (place.found.has(k)) return;
      place.found.set(k, value);
      place.worth += worth;
    });
  }
  let best: Place | null = null;
  let bestValue = 0;
  for (const place of places.values()) {
    const mean = place.worth / place.found.size;
    const value = mean * (place.found.size / looked) * inOrder([...place.found.values()], mean > 0.7);
    if (value > bestValue + 1e-9) {
      bestValue = value;
      best = place;
    }
  }
  const told = new Map([...places].filter(([, place]) => place === best || place.worth / place.found.size > 0.7));
  if (!best || bestValue < LEAST) return yield* countedFloors(layout);
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    if (!layout.close[k])
      eachFloor(layout, k, bodies[k]!, shorts, told, (at, value) => {
        const place = places.get(at);
        if (place && !place.found.has(k)) place.found.set(k, value);
      });
  }
  return fill(best.found, spans.length, places);
}

/** Tells of each text of a record that reads like a floor: its place and how plainly it says so. With `places` only of those. */
function eachFloor(
  layout: Layout,
  k: number,
  body: readonly number[],
  shorts: ShortTexts,
  places: ReadonlyMap<number, unknown> | null,
  tell: (place: number, floor: string, worth: number) => void,
): void {
  const { page, spans } = layout;
  const seen = new Set<number>();
  const tellOf = (i: number, text: string) => {
    const value = NAMED.get(text) ?? floorIn(text);
    if (value === null) return;
    const hints = page.info[i]!.hints;
    const worth = BARE.test(text) ? (hints & HINT.floor ? 0.8 : 0.45) : 1.1;
    tell(layout.place[i]!, value, hints & HINT.score && !(hints & HINT.floor) ? worth - 0.7 : worth);
  };
  for (const t of layout.texts[k]!) {
    const data = page.words[t]!;
    if (data.length > 200 || !/\d|[楼樓沙板地]/.test(data)) continue;
    const inBody = body.some((b) => page.from[b]! <= t && t < page.to[b]! && page.text[b]! > BODY_TEXT);
    if (inBody) continue;
    for (let i = page.owner[t]!, steps = 0; steps < 3 && i >= spans[k]!.start; i = page.parent[i]!, steps++) {
      if (seen.has(i) || (places && !places.has(layout.place[i]!))) continue;
      seen.add(i);
      const text = shorts(k, i);
      if (text !== null && text.length <= MOST_TEXT) tellOf(i, text);
      // "8. <a>Jane</a> in reply to …": the number is a text of its own in a longer line.
      else if (steps === 0 && data.trim().length <= 12) tellOf(i, data.trim());
      if (text === null) break;
    }
  }
}

/** 1 for numbers that rise or fall through the page, less for looser order, 0 for none. Unmarked ones must go step by step: votes and ages don't. */
function inOrder(floors: readonly string[], marked: boolean): number {
  const values = floors.map(Number.parseFloat);
  if (values.length === 1) return 0.75;
  let rising = 0;
  let falling = 0;
  let steps = 0;
  for (let n = 1; n < values.length; n++) {
    const step = values[n]! - values[n - 1]!;
    if (step > 0 || (step === 0 && floors[n]!.includes('.'))) rising++;
    else if (step < 0) falling++;
    if (Math.abs(step) <= 1) steps++;
  }
  const count = values.length - 1;
  const order = Math.max(rising, falling) / count;
  if (!marked && steps < 0.6 * count) return 0;
  return order > 0.84 ? 1 : order > 0.6 ? 0.45 : 0;
}

/** Records of another build (the first post) keep their floor at another place. */
function fill(
  found: ReadonlyMap<number, string>,
  count: number,
  places: ReadonlyMap<number, { readonly found: ReadonlyMap<number, string> }>,
): (string | null)[] {
  const floors = Array.from({ length: count }, (_, k) => found.get(k) ?? null);
  for (let k = 0; k < count; k++) {
    if (floors[k] !== null) continue;
    const before = k > 0 && floors[k - 1] !== null ? Number(floors[k - 1]) : 0;
    const after = k + 1 < count && floors[k + 1] !== null ? Number(floors[k + 1]) : Number.POSITIVE_INFINITY;
    for (const place of places.values()) {
      const value = place.found.get(k);
      if (value !== undefined && Number(value) > before && Number(value) < after && (before > 0 || after < Number.POSITIVE_INFINITY)) {
        floors[k] = value;
        break;
      }
    }
  }
  return floors;
}

function floorIn(text: string): string | null {
  const match = FLOOR.exec(text);
  if (!match) return null;
  // "03.06.2022" opens like a floor and is a date.
  if (match[5] !== undefined && findDate(text, { now: 0, order: null })?.start === 0) return null;
  return match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? null;
}
