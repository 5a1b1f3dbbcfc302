import { describe, expect, test } from 'vitest';
import { createPace, MOST_ROWS } from '../../../entrypoints/background/pace';

const A = 'https://a.example/t/1';
const B = 'https://b.example/t/1';
/** How many of `tries` writes are let through. */
async function passed(pace: ReturnType<typeof createPace>, url: string, tries: number, at: number, chars = 100): Promise<number> {
  let count = 0;
  for (let i = 0; i < tries; i++) if ((await pace(url, chars, at)) === null) count++;
  return count;
}

describe('what pages may have written', () => {
  test('a busy person is never stopped', async () => {
    const pace = createPace(async () => 0);
    for (let second = 0; second < 3600; second++) expect(await passed(pace, A, 1, second * 1000, 2000)).toBe(1);
  });
  test('a flood is, and other sites do not suffer', async () => {
    const pace = createPace(async () => 0);
    const through = await passed(pace, A, 10_000, 0);
    expect(through).toBeGreaterThan(300);
    expect(through).toBeLessThanOrEqual(400);
    expect(await pace('https://www.a.example/other', 100, 0)).toMatchObject({ ok: false, problem: 'fault.tooMany', where: 'a.example' });
    expect(await passed(pace, B, 100, 0)).toBe(100);
  });
  test('comes back with time', async () => {
    const pace = createPace(async () => 0);
    await passed(pace, A, 10_000, 0);
    expect(await passed(pace, A, 1000, 10_000)).toBeGreaterThanOrEqual(19);
    expect(await passed(pace, A, 1000, 10_000)).toBe(0);
  });
  test('long texts count for more', async () => {
    const pace = createPace(async () => 0);
    expect(await passed(pace, A, 1000, 0, 200_000)).toBeLessThan(10);
  });
  test('a site with too many rows takes no more, however slowly they come', async () => {
    let rows = MOST_ROWS;
    const pace = createPace(async () => rows++);
    let through = 0;
    for (let second = 0; second < 1000; second++) through += await passed(pace, A, 1, second * 1000);
    expect(through).toBeLessThan(250);
    expect(await pace(B, 1, 0)).toBeNull();
  });
});
