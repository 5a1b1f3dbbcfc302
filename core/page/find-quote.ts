/** Where a quote was found. `rival` is the context score of the next best place, -1 if there is none. */
export interface QuoteMatch {
  readonly at: number;
  readonly score: number;
  readonly rival: number;
}

/** More places than this are no longer told apart: the quote says nothing. */
const MAX_PLACES = 500;

const commonTail = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
};
const commonHead = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a[n] === b[n]) n++;
  return n;
};

/** How many characters of context agree around `start`–`end`. */
export function contextScore(text: string, start: number, end: number, prefix: string, suffix: string): number {
  return (
    commonTail(text.slice(Math.max(0, start - prefix.length), start), prefix) + commonHead(text.slice(end, end + suffix.length), suffix)
  );
}

/** The place of `exact` whose surroundings agree best with `prefix` and `suffix`; among equals the one nearest to `expected`. null: nowhere. */
export function findQuote(text: string, exact: string, prefix: string, suffix: string, expected: number): QuoteMatch | null {
  if (exact === '') return null;
  let best: QuoteMatch | null = null;
  let rival = -1;
  let places = 0;
  for (let at = text.indexOf(exact); at >= 0 && places < MAX_PLACES; at = text.indexOf(exact, at + 1), places++) {
    const score = contextScore(text, at, at + exact.length, prefix, suffix);
    const nearer = best !== null && score === best.score && Math.abs(at - expected) < Math.abs(best.at - expected);
    if (best === null || score > best.score || nearer) {
      if (best) rival = Math.max(rival, best.score);
      best = { at, score, rival: -1 };
    } else rival = Math.max(rival, score);
  }
  return best && { ...best, rival };
}
