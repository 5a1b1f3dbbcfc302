/** Days from 1970-01-01 of a Persian solar date. Birashk's 2820-year cycle: right for the years that pages can show (1300–1500). */
function jalaliDays(year: number, month: number, day: number): number {
  const epoch = year - 474;
  const cycle = 474 + (((epoch % 2820) + 2820) % 2820);
  const months = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  const julian =
    day + months + Math.floor((cycle * 682 - 110) / 2816) + (cycle - 1) * 365 + Math.floor(epoch / 2820) * 1_029_983 + 1_948_320;
  return julian - 2_440_588;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD`, or null where there is no such day. Years under 100 mean 1970–2069; 1300–1499 are Persian solar years; 2443–2643 Buddhist ones. */
export function isoDay(year: number, month: number, day: number): string | null {
  let full = year < 70 ? 2000 + year : year < 100 ? 1900 + year : year;
  if (full >= 1300 && full < 1500) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return new Date(jalaliDays(full, month, day) * 86_400_000).toISOString().slice(0, 10);
  }
  if (full >= 2443 && full <= 2643) full -= 543;
  if (full < 1970 || full > 2099 || month < 1 || month > 12 || day < 1) return null;
  // Of the years that pass here, each fourth is a leap year.
  if (!(day <= DAYS[month - 1]!) || (month === 2 && day === 29 && full % 4 !== 0)) return null;
  return `${full}-${two(month)}-${two(day)}`;
}

/** A full instant from a day, a clock time and an offset in minutes east of UTC: `2024-03-01T10:05:00+01:00`. */
export function isoInstant(day: string, hour: number, minute: number, second: number, offset: number): string {
  const size = Math.abs(offset);
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${day}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}

/** The UTC day of an instant in milliseconds. Out of range gives null. */
export function dayOf(ms: number): string | null {
  return Number.isFinite(ms) && ms > -62e12 && ms < 4e12 ? new Date(ms).toISOString().slice(0, 10) : null;
}
