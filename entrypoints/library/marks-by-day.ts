import type { Mark } from '../../core/model/mark';
import type { Activity } from '../../core/model/summary';

const DAY_MS = 86_400_000;

/** How many marks were made on each day (UTC) from the first to the last; null unless they are of two days at least. */
export function marksByDay(marks: readonly Pick<Mark, 'createdAt'>[]): Activity | null {
  const days = marks.map((mark) => Math.floor(mark.createdAt / DAY_MS));
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  if (!(first < last)) return null;
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const day of days) counts[day - first] = (counts[day - first] ?? 0) + 1;
  return { bins: counts.map((_, at) => new Date((first + at) * DAY_MS).toISOString().slice(0, 10)), counts };
}
