// What a reader sees of a page that streams in, with the worker asleep, and what it cost to decide it. Alone: node scripts/bench-page.mjs
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtExtension, launchWithPostil } from './extension.mjs';
import { isUnwanted, makeKnown, serveStreamed, streamedPage, visit } from './streamed.mjs';

const COUNT = 20;
/** Where each comment is cut: in its tag, its words, before its unwanted words (a wanted one: late in it), in its links, and just behind it. */
const PARTS = [0.04, 0.4, null, 0.9, 1];

/** Runs before the page script in its own world: notes each storage read and each message as a mark of the page's timeline. */
function counting() {
  const api = globalThis.browser ?? globalThis.chrome;
  const count = (holder, name, mark) => {
    const real = holder[name].bind(holder);
    holder[name] = (...args) => {
      performance.mark(mark);
      const answer = real(...args);
      if (mark === 'postil-read') answer?.then(() => performance.mark('postil-answer'));
      return answer;
    };
  };
  for (const area of ['local', 'session', 'sync']) if (api.storage[area]) count(api.storage[area], 'get', 'postil-read');
  count(api.runtime, 'sendMessage', 'postil-message');
  count(api.runtime, 'connect', 'postil-message');
}

/** A copy of the built extension whose page script counts what it asks for; nothing else differs. */
async function countingCopy() {
  const dir = await mkdtemp(join(tmpdir(), 'postil-bench-'));
  await cp(builtExtension('chrome'), dir, { recursive: true });
  const script = join(dir, 'page.js');
  await writeFile(script, `(${counting})();\n${await readFile(script, 'utf8')}`);
  return dir;
}

async function sleep(postil) {
  const target = postil.browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(postil.base));
  const worker = await target?.worker().catch(() => null);
  await worker?.close().catch(() => {});
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];

function cutOf({ from, to, telling }, part) {
  if (part === null && telling !== null) return telling;
  return Math.round(from + (part ?? 0.7) * (to - from));
}

/** Every comment cut at every part; two cuts a visit, so each page comes in three pieces. */
const cutsOf = (comments) =>
  PARTS.flatMap((part) => comments.slice(0, COUNT / 2).map((one, n) => [cutOf(one, part), cutOf(comments[n + COUNT / 2], part)]));

/** Another thread of the same site: what was learned on the first must do for it. */
const another = (url) => url.replace(/\d+$/, '2');

async function run(postil, { nested }) {
  const sample = streamedPage({ count: COUNT, nested });
  const server = await serveStreamed(sample);
  const visits = [];
  try {
    const { page } = await makeKnown(postil, server.url);
    const cuts = cutsOf(sample.comments).filter((_, n) => !nested || n % 2 === 0);
    for (const pair of cuts) {
      await sleep(postil);
      visits.push({
        cuts: pair,
        ...(await visit(
          page,
          another(server.url),
          [...pair].sort((a, b) => a - b),
          { gap: 70 },
        )),
      });
    }
    await page.close();
  } finally {
    await server.close();
  }
  return visits;
}

/** Frames (`which` 0) or milliseconds (1) by which each good comment came later into view than into the page. */
const latenessOf = (seen, which) =>
  Object.entries(seen.complete)
    .filter(([n]) => !isUnwanted(Number(n)))
    .map(([n, at]) => (seen.visible[n] ? seen.visible[n][which] - at[which] : Number.POSITIVE_INFINITY));

/** P8 and P9 of docs/measuring.md, in Chromium, with the e2e build of the extension. */
export async function benchPage() {
  const dir = await countingCopy();
  const visits = [];
  try {
    for (const nested of [false, true]) {
      const postil = await launchWithPostil('chrome', { dir });
      try {
        visits.push(...(await run(postil, { nested })));
      } finally {
        await postil.close();
      }
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  if (process.env.POSTIL_BENCH_RAW) await writeFile(process.env.POSTIL_BENCH_RAW, JSON.stringify(visits));
  const undecided = visits.filter(({ decidedAt }) => decidedAt === null).length;
  const painted = visits.reduce((sum, seen) => sum + Object.keys(seen.painted).length, 0);
  const frames = visits.flatMap((seen) => latenessOf(seen, 0));
  const ms = visits.flatMap((seen) => latenessOf(seen, 1));
  const before = (name) =>
    visits.map(({ marks, decidedAt }) => marks.filter(([mark, at]) => mark === name && at <= (decidedAt ?? Infinity)).length);
  const reads = before('postil-read');
  const messages = before('postil-message');
  const timeOf = (seen, name) => seen.marks.find(([mark]) => mark === name)?.[1] ?? Number.POSITIVE_INFINITY;
  const answered = (seen) => timeOf(seen, 'postil-answer') - timeOf(seen, 'postil-read');
  const slowest = Math.max(...visits.map(answered));
  const slowestPainted = Math.min(...visits.filter((seen) => Object.keys(seen.painted).length > 0).map(answered));
  const storage = `storage answered after ${slowest.toFixed(0)} ms at most${painted > 0 ? `, where something was painted ${slowestPainted.toFixed(0)} ms at the soonest` : ''}`;
  const pages = `${visits.length} visits, ${visits.length * 2} cuts, ${undecided} undecided`;
  return [
    {
      id: 'P8.painted',
      value: painted,
      unit: 'unwanted comments',
      limit: 0,
      reference: `${pages}; ${storage}; a MutationObserver alone 1–6 of 24`,
    },
    {
      id: 'P8.delay',
      value: share(frames, 0.95),
      unit: 'frames, 95th percentile',
      limit: 1,
      reference: `median ${median(frames)}, mean ${(frames.reduce((a, b) => a + b, 0) / frames.length).toFixed(3)}, worst ${Math.max(...frames)} frames; median ${median(ms).toFixed(0)}, worst ${Math.max(...ms).toFixed(0)} ms`,
    },
    { id: 'P9.reads', value: Math.max(...reads), unit: 'storage reads', limit: 1, reference: `fewest ${Math.min(...reads)}` },
    { id: 'P9.messages', value: Math.max(...messages), unit: 'messages', limit: 0, reference: `fewest ${Math.min(...messages)}` },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const one of await benchPage()) console.log(JSON.stringify(one));
