import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './scripts/browsers.mjs';
const server = createServer((_q, r) => r.end('<!doctype html>'));
await new Promise((r) => server.listen(0, '127.0.0.1', r));
const browser = await puppeteer.launch({ executablePath: chromiumPath(), headless: true, args: chromiumFlags() });
const page = await browser.newPage(); await page.goto(`http://127.0.0.1:${server.address().port}/`);
console.log(await page.evaluate(async () => {
  const db = await new Promise((res) => { const q = indexedDB.open('m', 1); q.onupgradeneeded = () => q.result.createObjectStore('s', { keyPath: 'key' }); q.onsuccess = () => res(q.result); });
  const rev = Object.fromEntries(['site','id','names','labels','note','sources','action','firstSeenAt','lastSeenAt','group','deletedAt'].map((k) => [k, '018bcfe568000000-bench']));
  const people = Array.from({ length: 500 }, (_, n) => ({ uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, createdAt: 1.7e12 + n, updatedAt: 1.7e12 + n, deletedAt: null, site: 'site7.example', id: String(n), names: [`user${n}`], labels: [{ text: '讨论', colour: 'blue' }], note: n % 4 ? '' : '讨论 people thread 評論 summary', sources: [], action: null, firstSeenAt: 1.7e12, lastSeenAt: 1.7e12, group: null, rev, nameKeys: [`site7.example\nuser${n}`] }));
  const packed = people.map((p) => ({ u: p.uuid, n: p.names[0], l: p.labels, ...(p.note ? { o: 1 } : {}) }));
  const marks = {}; for (let n = 0; n < 500; n++) (marks[`site7.example/t/${n % 50}`] ??= {})[`c${n}`] = [{ u: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, k: 'n' }];
  const ids = Object.fromEntries(packed.map((p, n) => [`#${n}`, p]));
  const shared = { v: 1, site: 'x', ids, names: Object.fromEntries(packed.map((p) => [p.n, p])), marks, seen: {} };
  const copies = { v: 1, site: 'x', ids, names: Object.fromEntries(packed.map((p) => [p.n, { ...p, l: p.l.map((x) => ({ ...x })) }])), marks, seen: {} };
  const { marks: _m, ...noMarks } = shared;
  const rows = { ref: people, shared, copies, noMarks, json: JSON.stringify(copies), jsonNoMarks: JSON.stringify(noMarks), bytes: new TextEncoder().encode(JSON.stringify(copies)) };
  const tx = db.transaction('s', 'readwrite'); for (const [key, value] of Object.entries(rows)) tx.objectStore('s').put({ key, value }); await new Promise((r) => (tx.oncomplete = r));
  const out = {};
  const get = (store, key) => new Promise((r) => { const q = store.get(key); q.onsuccess = () => r(q.result.value); });
  for (let i = 0; i < 60; i++) {
    const store = db.transaction('s').objectStore('s'); await get(store, 'ref');
    for (const key of Object.keys(rows).sort(() => Math.random() - 0.5)) { const t = performance.now(); let v = await get(store, key); if (key.startsWith('json')) v = JSON.parse(v); if (key === 'bytes') v = JSON.parse(new TextDecoder().decode(v)); (out[key] ??= []).push(performance.now() - t); }
  }
  const med = (a) => a.sort((x, y) => x - y)[a.length >> 1];
  const r = med(out.ref); return Object.fromEntries(Object.entries(out).map(([k, a]) => [k, `${med(a).toFixed(2)} ms ${(med(a) / r).toFixed(2)}`]));
}));
await browser.close(); server.close();
