import { findDate } from './dates';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import { type Layout, textOf } from './thread/layout';

/** A floor as pages print it: "#12", "12楼", "第12楼", "Reply 1", "post #2 of 23", "#1.1", "12F", "No.12". */
const FLOOR =
  /^[\s[(（【]*(?:(?:第\s*)?(\d{1,6}(?:\.\d{1,4})*)\s*(?:楼|樓|层|層|f\b|階|번째?|番)|(?:post(?:ed)?|reply|comment|message|kommentar|beitrag|antwort|mensaje|réponse|answer|no|nr|n[°º]|№|сообщение|レス|回复|评论)?\s*[#＃.:№]\s*(\d{1,6}(?:\.\d{1,4})*)|(?:post|reply|comment|message|beitrag|kommentar|antwort|mensaje|réponse|response|answer)\s+(?:no\.?\s*)?(\d{1,6}(?:\.\d{1,4})*)|(\d{1,6}(?:\.\d{1,4})+|\d{1,6}))(?:\s*(?:of|von|de|sur|\/)\s*\d+)?[\s\])）】.:：|,—–-]*(?:$|(?=[—–|·]|\s))/iu;
const BARE = /^\s*\d{1,6}\s*[.:：]?\s*$/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['楼主', '1'],
  ['樓主', '1'],
  ['沙发', '2'],
  ['沙發', '2'],
  ['板凳', '3'],
  ['地板', '4'],
]);

/** Reads the "#12" of each record, null where there is none. A place counts only if its numbers rise through the page. */
export function* readFloors(layout: Layout, bodies: readonly (readonly number[])[]): Steps<(string | null)[]> {
  const { page, spans } = layout;
  interface Place {
    readonly found: Map<number, string>;
    worth: number;
  }
  const places = new Map<number, Place>();
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  for (let k = 0; k < spans.length; k++) {
    if (!layout.close[k]) continue;
    yield;
    const body = bodies[k]!;
    const seen = new Set<number>();
    for (const i of layout.elements[k]!) {
      const size = page.text[i]!;
      if (size === 0 || size > 40 || body.some((b) => i >= b && i < page.end[b]! && page.text[b]! > 60)) continue;
      const text = textOf(layout, k, i, 48);
      const value = NAMED.get(text) ?? floorIn(text);
      const at = layout.place[i]!;
      if (value === null || seen.has(at)) continue;
      seen.add(at);
      let place = places.get(at);
      if (!place) {
        place = { found: new Map(), worth: 0 };
        places.set(at, place);
      }
      place.found.set(k, value);
      const bare = BARE.test(text);
      place.worth += bare ? (page.info[i]!.hints & HINT.floor ? 0.8 : 0.45) : 1.1;
      if (page.info[i]!.hints & HINT.score) place.worth -= 0.7;
    }
  }
  let best: Place | null = null;
  let bestValue = 0;
  for (const place of places.values()) {
    const values = [...place.found.values()].map(Number.parseFloat);
    let rising = 0;
    let falling = 0;
    for (let n = 1; n < values.length; n++) {
      if (values[n]! > values[n - 1]! || (values[n] === values[n - 1] && values[n]! % 1 !== 0)) rising++;
      else if (values[n]! < values[n - 1]!) falling++;
    }
    const steps = Math.max(1, values.length - 1);
    const order = values.length === 1 ? 0.75 : Math.max(rising, falling) / steps;
    const coverage = place.found.size / looked;
    const mean = place.worth / place.found.size;
    const value = mean * coverage * (order > 0.84 ? 1 : order > 0.6 ? 0.45 : 0);
    if (value > bestValue + 1e-9) {
      bestValue = value;
      best = place;
    }
  }
  if (!best || bestValue < 0.4) return spans.map(() => null);
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    if (layout.close[k]) continue;
    for (const i of layout.elements[k]!) {
      const place = page.text[i]! > 40 ? undefined : places.get(layout.place[i]!);
      if (!place || place.found.has(k)) continue;
      const text = textOf(layout, k, i, 48);
      const value = NAMED.get(text) ?? floorIn(text);
      if (value !== null) place.found.set(k, value);
    }
  }
  return fill(best.found, spans.length, places);
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
  if (match[4] !== undefined && findDate(text, { now: 0, order: null })?.start === 0) return null;
  return match[1] ?? match[2] ?? match[3] ?? match[4] ?? null;
}
