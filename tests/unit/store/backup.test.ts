import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Backup, EMPTY_BACKUP, formatBackup, makeBackup, readAll, readBackup } from '../../../core/store/backup';
import { uuidFrom } from '../../../core/store/canonical';
import { countsOf } from '../../../core/store/counters';
import { decodeFile, parseJson } from '../../../core/store/json';
import { buildSitePack } from '../../../core/store/keep-packs';
import { putMark } from '../../../core/store/marks';
import { undoOperation } from '../../../core/store/operations';
import { changePerson, findPerson } from '../../../core/store/people';
import { MERGE_ALL, previewRestore, REPLACE_ALL, restore } from '../../../core/store/restore';
import { anyMark, anyPerson, anyRule, anyVisit } from '../../support/rows';
import { testStore } from '../../support/store';

// Properties over whole databases take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const unique = <T extends { uuid: string }>(rows: fc.Arbitrary<T>, key: (row: T) => string = (row) => row.uuid) =>
  fc.uniqueArray(rows, { selector: key, maxLength: 5 });
const anyBackup: fc.Arbitrary<Backup> = fc
  .record({
    people: unique(anyPerson),
    marks: unique(anyMark),
    rules: unique(anyRule),
    visits: unique(anyVisit, (visit) => visit.threadKey),
    lists: fc.constant([]),
    hits: fc.constant([]),
    kept: fc.constantFrom({}, { settings: { theme: 'dark' } }),
  })
  .map((backup) => ({ ...backup, visits: backup.visits.map((visit) => ({ ...visit, uuid: uuidFrom(visit.threadKey) })) }));
const textOf = (backup: Backup): string => formatBackup(backup).join('');
const readOrThrow = (text: string): Backup => {
  const read = readBackup(text);
  if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
  return read.value;
};

describe('a backup', () => {
  test('reads back as it was, and equal data gives equal bytes', () => {
    fc.assert(
      fc.property(anyBackup, (backup) => {
        const text = textOf(backup);
        expect(textOf(readOrThrow(text))).toBe(text);
        const shuffled = { ...backup, people: [...backup.people].reverse(), marks: [...backup.marks].reverse() };
        expect(textOf(shuffled)).toBe(text);
      }),
    );
  });

  test('restored into an empty database gives the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(anyBackup, fc.constantFrom(MERGE_ALL, REPLACE_ALL), async (backup, options) => {
        const t = await testStore();
        expect(await restore(t.store, 'r', backup, options)).toMatchObject({ ok: true });
        const made = await makeBackup(t.store, backup.kept);
        expect(made.ok && made.value.join('')).toBe(textOf(backup));
        t.store.db.close();
      }),
      { numRuns: 25 },
    );
  });

  test('restored by "replace" over other data gives the same bytes, and undo brings the other data back', async () => {
    await fc.assert(
      fc.asyncProperty(anyBackup, anyBackup, async (mine, theirs) => {
        const t = await testStore();
        await restore(t.store, 'mine', mine, REPLACE_ALL);
        await restore(t.store, 'theirs', theirs, REPLACE_ALL);
        const now = await readAll(t.store, theirs.kept);
        expect(textOf(now)).toBe(textOf(theirs));
        for (const site of ['forum.example', 'bbs.example']) {
          const pack = t.published.get(`pack:${site}`);
          if (pack) expect(pack).toEqual(JSON.parse(JSON.stringify(await buildSitePack(t.store, site))));
        }
        expect((await countsOf(t.store)).people).toBe(theirs.people.filter((person) => person.deletedAt === null).length);
        await undoOperation(t.store, 'theirs');
        const living = (backup: Backup) =>
          [...backup.people, ...backup.marks, ...backup.visits]
            .filter((row) => row.deletedAt === null)
            .map((row) => row.uuid)
            .sort();
        expect(living(await readAll(t.store))).toEqual(living(mine));
        t.store.db.close();
      }),
      { numRuns: 25 },
    );
  });

  test('merged twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyBackup, anyBackup, async (mine, theirs) => {
        const t = await testStore();
        await restore(t.store, 'a', mine, REPLACE_ALL);
        await restore(t.store, 'b', theirs, MERGE_ALL);
        const once = textOf(await readAll(t.store));
        await restore(t.store, 'c', theirs, MERGE_ALL);
        expect(textOf(await readAll(t.store))).toBe(once);
        t.store.db.close();
      }),
      { numRuns: 25 },
    );
  });
});

test('packs of many sites at once are built as they are one by one', async () => {
  const t = await testStore();
  const people = fc
    .sample(anyPerson, { numRuns: 60, seed: 5 })
    .map((person, i) => ({ ...person, uuid: `p${i}`, site: `s${i % 15}.example` }));
  const marks = fc.sample(anyMark, { numRuns: 30, seed: 6 }).map((mark, i) => ({ ...mark, uuid: `m${i}`, site: `s${i % 15}.example` }));
  await restore(t.store, 'r', { ...EMPTY_BACKUP, people, marks }, REPLACE_ALL);
  for (let i = 0; i < 15; i++) {
    const site = `s${i}.example`;
    expect(t.published.get(`pack:${site}`)).toEqual(JSON.parse(JSON.stringify(await buildSitePack(t.store, site))));
  }
});

describe('a restore over what differs', () => {
  const ref = { site: 'forum.example', id: '1', name: 'Ada' };
  async function both() {
    const theirs = await testStore();
    theirs.time += 5000;
    await changePerson(theirs.store, 'x', ref, { labels: [{ text: 'theirs', colour: 'red' }] });
    const mine = await testStore();
    await changePerson(mine.store, 'y', ref, { note: 'mine', labels: [{ text: 'mine', colour: 'blue' }] });
    await putMark(mine.store, 'z', {
      kind: 'hide',
      on: { site: ref.site, threadKey: 'forum.example/t/1', commentKey: 'c', url: '', title: '', author: '', authorId: null, text: '' },
    });
    return { mine, backup: await readAll(theirs.store) };
  }

  test('is previewed with counts and conflicts, and the preview writes nothing', async () => {
    const { mine, backup } = await both();
    const before = textOf(await readAll(mine.store));
    const plan = await previewRestore(mine.store, backup, MERGE_ALL);
    expect(plan.counts.people).toEqual({ add: 0, same: 0, differ: 1, drop: 0 });
    expect(plan.conflicts[0]?.fields).toEqual(expect.arrayContaining(['labels', 'note']));
    expect((await previewRestore(mine.store, backup, REPLACE_ALL)).counts.marks).toMatchObject({ drop: 1 });
    expect(textOf(await readAll(mine.store))).toBe(before);
  });

  test.each([
    ['keep', ['mine'], 'mine'],
    ['take', ['theirs'], ''],
    // Both sides wrote both fields; theirs is later, its empty note too.
    ['merge', ['theirs'], ''],
  ] as const)('%s', async (choice, labels, note) => {
    const { mine, backup } = await both();
    const id = (await previewRestore(mine.store, backup, MERGE_ALL)).conflicts[0]!.id;
    await restore(mine.store, 'r', backup, { ...MERGE_ALL, otherwise: 'keep', choices: new Map([[id, choice]]) });
    const person = await findPerson(mine.store, ref);
    expect(person?.labels.map((label) => label.text)).toEqual(labels);
    expect(person?.note).toBe(note);
    await undoOperation(mine.store, 'r');
    expect(await findPerson(mine.store, ref)).toMatchObject({ note: 'mine', labels: [{ text: 'mine' }] });
  });

  test('cancelled half-way leaves everything as it was', async () => {
    const { mine, backup } = await both();
    const before = textOf(await readAll(mine.store));
    const controller = new AbortController();
    const done = await restore(mine.store, 'r', backup, REPLACE_ALL, {
      signal: controller.signal,
      onProgress: (n) => n > 0 && controller.abort(),
    });
    expect(done).toMatchObject({ ok: false, problem: 'fault.cancelled' });
    expect(textOf(await readAll(mine.store))).toBe(before);
  });

  test('a stamp from the far future does not win for ever', async () => {
    const { mine, backup } = await both();
    const person = backup.people[0]!;
    const far = `ffffffffffff0000-evil`;
    const poisoned = { ...backup, people: [{ ...person, rev: Object.fromEntries(Object.keys(person.rev).map((key) => [key, far])) }] };
    await restore(mine.store, 'r', poisoned, MERGE_ALL);
    mine.time += 60_000;
    await changePerson(mine.store, 's', ref, { note: 'after' });
    expect((await findPerson(mine.store, ref))!.rev.note! < 'f').toBe(true);
  });
});

describe('a file that is not right is refused with the place, and nothing else happens', () => {
  const good = textOf({
    ...EMPTY_BACKUP,
    people: fc.sample(anyPerson, { numRuns: 2, seed: 7 }).map((person, i) => ({ ...person, uuid: `p${i}` })),
    marks: fc.sample(anyMark, { numRuns: 2, seed: 8 }).map((mark, i) => ({ ...mark, uuid: `m${i}` })),
  });
  test('good to begin with', () => expect(readBackup(good).ok).toBe(true));

  test('cut at any byte', () => {
    for (let end = 0; end < good.trimEnd().length; end++) {
      const read = readBackup(good.slice(0, end));
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.where).not.toBe('');
    }
  });

  test.each([
    ['empty', '', 'fault.file.notJson'],
    ['not JSON', 'hello', 'fault.file.notJson'],
    ['another kind', '{"format":"other"}', 'fault.file.unknown'],
    ['a list', '[]', 'fault.file.unknown'],
    ['newer', good.replace('"version":1', '"version":99'), 'fault.file.newer'],
    ['no version', good.replace('"version":1,', ''), 'fault.file.wrong'],
    ['too deep', `{"format":"postil-backup","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'fault.file.tooDeep'],
    ['infinite number', good.replace(/"createdAt":\d+/, '"createdAt":1e400'), 'fault.file.wrong'],
    ['bad date', good.replace(/"createdAt":\d+/, '"createdAt":"yesterday"'), 'fault.file.wrong'],
    ['script address', good.replace(/"url":"https:[^"]*"/, '"url":"javascript:alert(1)"'), 'fault.file.wrong'],
    ['NUL', good.replace('"version"', '"ver\u0000sion"'), 'fault.file.notJson'],
  ])('%s', (_what, text, problem) => expect(readBackup(text)).toMatchObject({ ok: false, problem }));

  test('the path of the offender is told', () => {
    const bad = good.replace(/"updatedAt":\d+/, '"updatedAt":-1');
    expect(readBackup(bad)).toMatchObject({ ok: false, where: expect.stringMatching(/^(marks|people)\[0\]\.updatedAt: /) });
  });

  test('__proto__ changes no prototype and is not taken over', () => {
    const bad = good.replace('"kept":{}', '"kept":{"__proto__":{"polluted":1}}').replace('"note":', '"__proto__":{"polluted":1},"note":');
    const read = readBackup(bad);
    expect(read.ok).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(JSON.stringify(read)).not.toContain('polluted');
  });

  test('lone surrogates become well-formed', () => {
    const read = readBackup(good.replace(/"note":"[^"]*"/, '"note":"a\\ud800b"'));
    expect(read.ok && [...read.value.marks, ...read.value.people].some((row) => row.note === 'a\ufffdb')).toBe(true);
  });
});

describe('bytes become text', () => {
  const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
  test.each([
    ['UTF-8', new TextEncoder().encode('{"a":"汉"}'), '{"a":"汉"}'],
    ['UTF-8 with mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), '{}'],
    ['UTF-16', utf16('{"a":"汉"}'), '{"a":"汉"}'],
  ])('%s', (_name, bytes, text) => expect(decodeFile(bytes)).toEqual({ ok: true, value: text }));
  test('GBK is refused, not guessed', () =>
    expect(decodeFile(new Uint8Array([0xba, 0xba]))).toMatchObject({ ok: false, problem: 'fault.file.notText' }));
  test('too big', () => expect(decodeFile(new Uint8Array(11), 10)).toMatchObject({ ok: false, problem: 'fault.file.tooBig' }));
  test('a million levels do not overflow', () =>
    expect(parseJson('['.repeat(1_000_000))).toMatchObject({ ok: false, problem: 'fault.file.tooDeep' }));
});
