import type { Activity, Digest } from '../model/summary';
import type { Comment } from '../model/thread';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAX_BINS = 48;
const HOUR_STEPS = [1, 2, 3, 6, 12];
const DAY_STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364];
/** Under this many dated comments a plot shows nothing. */
const MIN_DATED = 3;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

interface When {
  /** Milliseconds on the page's own clock, as if it were UTC. */
  readonly wall: number;
  readonly exact: boolean;
  readonly iso: string;
}

function readWhen(iso: string, latest: number): When | null {
  const match = ISO.exec(iso);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  return Number.isFinite(wall) && wall <= latest ? { wall, exact: hour !== undefined, iso } : null;
}

function binned(times: readonly When[], first: number, step: number, hours: boolean): Activity {
  const last = Math.max(...times.map(({ wall }) => wall));
  const counts = new Array<number>(Math.floor((last - first) / step) + 1).fill(0);
  for (const { wall } of times) counts[Math.floor((wall - first) / step)]!++;
  const bins = counts.map((_, i) => new Date(first + i * step).toISOString().slice(0, hours ? 13 : 10));
  return { bins, counts };
}

/**
 * When the comments were written, in bins of equal length (hours or days, 48 at most) on the page's own clock, and the first and
 * last of their dates. Dates later than a day after `now` (ms) are misread ones and are left out. Both null without enough dates.
 */
export function findActivity(comments: readonly Pick<Comment, 'date'>[], now: number): Pick<Digest, 'activity' | 'span'> {
  const times: When[] = [];
  for (const { date } of comments) {
    const when = date === null ? null : readWhen(date, now + DAY);
    if (when) times.push(when);
  }
  if (times.length === 0) return { activity: null, span: null };
  times.sort((a, b) => a.wall - b.wall);
  const from = times[0]!;
  const to = times[times.length - 1]!;
  const span = { from: from.iso, to: to.iso };
  if (times.length < MIN_DATED) return { activity: null, span };
  const exact = times.filter((when) => when.exact);
  const length = to.wall - from.wall;
  if (exact.length === times.length)
    for (const hours of HOUR_STEPS) {
      const first = Math.floor(from.wall / (hours * HOUR)) * hours * HOUR;
      if (length > 3 * DAY || to.wall - first >= MAX_BINS * hours * HOUR) continue;
      return { activity: binned(times, first, hours * HOUR, true), span };
    }
  const first = Math.floor(from.wall / DAY) * DAY;
  const step = DAY_STEPS.find((days) => to.wall - first < MAX_BINS * days * DAY) ?? Math.ceil((to.wall - first + 1) / DAY / MAX_BINS);
  return { activity: binned(times, first, step * DAY, false), span };
}
