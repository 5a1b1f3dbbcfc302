// What the bench of the store measures, bundled as it would be for an extension page. Runs in a browser.
import type { Mark } from '../../core/model/mark';
import type { Person } from '../../core/model/person';
import type { Row } from '../../core/model/row';
import { formatBackup, readAll, readBackup } from '../../core/store/backup';
import { revOf } from '../../core/store/clock';
import { putMark } from '../../core/store/marks';
import { peopleOfRow } from '../../core/store/pack-row';
import { changePerson } from '../../core/store/people';
import { REPLACE_ALL, restore } from '../../core/store/restore';
import { openStore, type Store } from '../../core/store/store';
import { LibraryIndex } from '../../entrypoints/library/library-index';

const T0 = 1_700_000_000_000;
const SITES = 100;
const WORDS = [
  '讨论',
  '新聞',
  'people',
  'thread',
  '評論',
  'summary',
  '天气',
  'machine',
  '读者',
  'note',
  '電影',
  'answer',
  '广告',
  'question',
  '價格',
];

const phrase = (seed: number, length: number): string =>
  Array.from({ length }, (_, k) => WORDS[(seed * 7 + k * k * 3 + (seed >> 3)) % WORDS.length]).join(seed % 2 ? ' ' : '');
function row<T extends object>(n: number, content: T): T & Row {
  const rev = revOf(T0 + n, 0, 'bench');
  const uuid = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    uuid,
    createdAt: T0 + n,
    updatedAt: T0 + n,
    deletedAt: null,
    ...content,
    rev: Object.fromEntries([...Object.keys(content), 'deletedAt'].map((key) => [key, rev])),
  };
}
function person(n: number): Person {
  const site = `site${n % SITES}.example`;
  const labels = [{ text: WORDS[n % WORDS.length]!, colour: 'blue' as const }];
  return row(n, {
    site,
    id: String(n),
    names: [`user${n}`],
    labels,
    note: n % 4 ? '' : phrase(n, 12),
    sources: [],
    action: null,
    firstSeenAt: T0,
    lastSeenAt: T0,
    group: null,
  });
}
function mark(n: number): Mark {
  const site = `site${n % SITES}.example`;
  const threadKey = `${site}/t/${n % 5000}`;
  const on = {
    site,
    threadKey,
    commentKey: `c${n}`,
    url: `https://${threadKey}`,
    title: phrase(n % 5000, 5),
    author: `user${n}`,
    authorId: null,
  };
  return row(n, { kind: 'note' as const, ...on, text: phrase(n, 30), note: phrase(n + 1, 6), colour: null, selectors: null });
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)]!;
const p95 = (values: readonly number[]): number => sorted(values)[Math.ceil(values.length * 0.95) - 1]!;
const memory = (): number => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;

async function open(name: string): Promise<Store> {
  const opened = await openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: async () => undefined }, name);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

/** 500 people of one thread: the site's packed record and 500 look-ups, against one get of a record of 500 whole people; both in a transaction. */
async function lookup(store: Store): Promise<number> {
  const { db } = store;
  const people = await db.people.where('site').equals('site7.example').toArray();
  await db.packs.put({ key: 'bench', value: people, dirty: 0, n: 0 });
  const refs = people.map((one) => `#${one.id}`);
  const ratios: number[] = [];
  for (let i = 0; i < 45; i++) {
    const packed = async () => {
      const pack = peopleOfRow((await db.packs.get('pack:site7.example'))!.value);
      let known = 0;
      for (const ref of refs) if (Object.hasOwn(pack.ids, ref)) known++;
      if (known !== refs.length) throw new Error(`bench: ${known} of ${refs.length} found`);
    };
    const objects = () => db.packs.get('bench');
    const [first, second] = await db.transaction('r', db.packs, async () => {
      await db.packs.get('rules'); // the transaction's own start is nobody's cost
      const even = i % 2 === 0;
      const times = [await timed(even ? packed : objects), await timed(even ? objects : packed)];
      return even ? times : times.reverse();
    });
    if (i > 4) ratios.push(first! / second!);
  }
  return median(ratios);
}

/** Everything, with `count` records: half people, half marked comments. */
export async function run(count: number): Promise<Record<string, number>> {
  const store = await open(`bench-${Date.now()}`);
  const base = memory();
  const backup = {
    people: Array.from({ length: count / 2 }, (_, n) => person(n)),
    marks: Array.from({ length: count / 2 }, (_, n) => mark(n)),
    rules: [],
    visits: [],
    lists: [],
    hits: [],
    kept: {},
  };
  let text = formatBackup(backup).join('');
  let peak = memory();
  const restored = await timed(async () => {
    const read = readBackup(text);
    if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
    const onProgress = () => {
      peak = Math.max(peak, memory());
    };
    const done = await restore(store, 'bench', read.value, REPLACE_ALL, { onProgress });
    if (!done.ok) throw new Error(`${done.problem} ${done.where}`);
  });
  let again = '';
  const backedUp = await timed(async () => {
    again = formatBackup(await readAll(store)).join('');
  });
  peak = Math.max(peak, memory());
  const equal = again === text ? 1 : 0;
  const bytes = text.length;
  text = again = '';

  const life = new AbortController();
  const first = new LibraryIndex(store, life.signal);
  const filled = await timed(() => first.start());
  await first.putAway();
  for (let i = 0; i < 100; i++)
    await changePerson(store, `late${i}`, { site: 'site3.example', id: String(3 + i * SITES), name: 'x' }, { note: 'late' });
  const index = new LibraryIndex(store, life.signal);
  const opened = await timed(() => index.start());
  if (index.list('people', 'late', null).length !== 100) throw new Error('bench: the index lacks what changed');
  const searches: number[] = [];
  for (const query of [
    'user4999',
    '评论 天气',
    'summary',
    'machine 价格',
    '"question 广告"',
    '电影',
    'nothing like it',
    'user77 note',
    '讨',
    'e',
  ]) {
    for (let i = 0; i < 10; i++)
      searches.push(await timed(() => index.list(i % 2 ? 'people' : 'marks', query, null, i % 4 < 2 ? 'newest' : 'name')));
  }
  const writes: number[] = [];
  for (let i = 0; i < 40; i++) {
    const ref = { site: 'site7.example', id: String(7 + i * SITES), name: 'x' };
    writes.push(await timed(() => changePerson(store, `p${i}`, ref, { note: `n${i}` })));
    const one = mark(7);
    writes.push(await timed(() => putMark(store, `m${i}`, { kind: 'hide', on: { ...one, commentKey: `new${i}` } })));
  }
  life.abort();
  const ratio = await lookup(store);
  store.db.close();
  await store.db.delete();
  const MiB = 1024 * 1024;
  return {
    lookup: ratio,
    search: p95(searches),
    fill: filled / 1000,
    open: opened / 1000,
    restore: restored / 1000,
    backup: backedUp / 1000,
    peak: (peak - base) / MiB,
    file: bytes / MiB,
    write: p95(writes),
    equal,
  };
}
