import { describe, expect, test } from 'vitest';
import { RowReader } from '../../../entrypoints/library/row-reader';

const settle = () => new Promise((done) => setTimeout(done));
/** A reader over a table that counts how it was asked. */
function reading(table: Map<string, string>) {
  const asked: string[][] = [];
  const reader = new RowReader<string>(async (uuids) => {
    asked.push([...uuids]);
    return uuids.map((uuid) => table.get(uuid));
  });
  return { reader, asked };
}
const table = () => new Map(Array.from({ length: 5000 }, (_, n) => [`u${n}`, `row ${n}`]));

describe('rows of a list that scrolls', () => {
  test('asked for in one turn are read at once, and once', async () => {
    const { reader, asked } = reading(table());
    const heard: string[] = [];
    for (const uuid of ['u1', 'u2', 'u1']) reader.watch(uuid, () => heard.push(uuid));
    reader.want(['u2', 'u3']);
    await settle();
    expect(asked).toEqual([['u1', 'u2', 'u3']]);
    expect(heard.sort()).toEqual(['u1', 'u1', 'u2']);
    reader.watch('u3', () => heard.push('u3'));
    await settle();
    expect(asked).toHaveLength(1);
    expect([reader.get('u3'), reader.get('u9')]).toEqual(['row 3', undefined]);
  });

  test('are read again after a change, those in view at once', async () => {
    const rows = table();
    const { reader, asked } = reading(rows);
    let heard = 0;
    const stop = reader.watch('u1', () => heard++);
    reader.want(['u2']);
    await settle();
    rows.set('u1', 'new');
    rows.delete('u2');
    reader.changed();
    await settle();
    expect([reader.get('u1'), heard, asked.at(-1)]).toEqual(['new', 2, ['u1']]);
    expect(reader.get('u2')).toBeUndefined();
    stop();
    reader.watch('u2', () => {});
    await settle();
    expect(reader.get('u2')).toBeNull();
  });

  test('what was read before a change does not count after it', async () => {
    const rows = table();
    let open: () => void = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    let first = true;
    const reader = new RowReader<string>(async (uuids) => {
      const found = uuids.map((uuid) => rows.get(uuid));
      if (first) {
        first = false;
        await gate;
      }
      return found;
    });
    reader.watch('u1', () => {});
    await settle();
    rows.set('u1', 'new');
    reader.changed();
    await settle();
    open();
    await settle();
    expect(reader.get('u1')).toBe('new');
  });

  test('are not kept without end, but for those in view', async () => {
    const { reader } = reading(table());
    reader.watch('u0', () => {});
    await settle();
    for (let n = 1; n < 5000; n += 100) {
      reader.want(Array.from({ length: 100 }, (_, i) => `u${n + i}`));
      await settle();
    }
    const kept = Array.from({ length: 5000 }, (_, n) => reader.get(`u${n}`)).filter((row) => row !== undefined);
    expect(kept.length).toBeLessThanOrEqual(2000);
    expect(reader.get('u0')).toBe('row 0');
  });
});
