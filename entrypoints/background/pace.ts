import { siteOf } from '../../core/model/address';
import { type Result, refused } from '../../core/model/result';

/** Writes that the pages of one site may have done at once, and how many come back each second: nobody clicks faster, and a hundred tabs may open together. */
const BURST = 400;
const PER_SECOND = 2;
/** So many characters cost as much as one write more. */
const CHARS = 4000;
/** Rows of one site that pages may add to: far more than a reader marks in years. */
export const MOST_ROWS = 100_000;
/** After so many writes the site's rows are counted. */
const COUNTED = 100;
/** Sites remembered; a site that was forgotten begins with a full measure. */
const MOST_SITES = 500;

interface Measure {
  readonly units: number;
  readonly at: number;
  readonly writes: number;
  readonly isFull: boolean;
}

/** Limits what the pages of a site may have written. */
export type Pace = (url: string, chars: number, at: number) => Promise<Result<never> | null>;

/**
 * A measure for each site, that fills again with time, and an end to its rows: a page whose content script was taken over can neither fill the
 * disk nor keep the background busy for the others. The measure lies in memory: a background that was stopped had nothing to do.
 * Gives null for "go on"; `chars` are those of what would be written. `rowsOf` counts a site's rows.
 */
export function createPace(rowsOf: (site: string) => Promise<number>): Pace {
  const measures = new Map<string, Measure>();
  return async (url, chars, at) => {
    const site = siteOf(url);
    const known = measures.get(site) ?? { units: BURST, at, writes: 0, isFull: false };
    const units = Math.min(BURST, known.units + (Math.max(0, at - known.at) / 1000) * PER_SECOND);
    const cost = 1 + chars / CHARS;
    const isOver = units < cost;
    const next = { ...known, units: isOver ? units : units - cost, at, writes: known.writes + (isOver ? 0 : 1) };
    measures.delete(site);
    measures.set(site, next);
    if (measures.size > MOST_SITES) measures.delete(measures.keys().next().value!);
    if (!isOver && next.writes % COUNTED === 0) {
      const isFull = (await rowsOf(site)) > MOST_ROWS;
      measures.set(site, { ...(measures.get(site) ?? next), isFull });
      return isFull ? refused('fault.tooMany', site) : null;
    }
    return isOver || next.isFull ? refused('fault.tooMany', site) : null;
  };
}
