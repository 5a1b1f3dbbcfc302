// What a growing thread, a huge page and a read thread cost: P4, P12, P11. Run by bench-detect.mjs, which brings the page.
const BATCHES = 50;
const BATCH = 100;
const HUGE_RUNS = 5;
/** Comments of the thread whose memory is weighed. */
const KEPT = 5000;
const OPTIONS = "{ url: 'https://bench.example/t/1', now: 1.75e12, generic: true }";

/** Runs in the page: appends the batches and times `T` or the reading of each; milliseconds by batch. */
async function batches(kind, count, size, reads) {
  globalThis.postilBuild(kind, size);
  const options = { url: 'https://bench.example/t/1', now: 1.75e12, generic: true };
  const { detect, growInSteps, finish } = globalThis.postilDetect;
  const store = document.createElement('template');
  store.innerHTML = globalThis.postilMake(kind, size, size * count);
  const waiting = [...store.content.childNodes];
  const each = Math.ceil(waiting.length / (count - 1));
  const holder = document.querySelector('ol.comment-list, #posts, dl, h2 + div');
  let found = reads ? detect(document, options) : null;
  const times = [];
  let whole = 0;
  for (let n = 0; n < count - 1; n++) {
    const added = waiting.slice(n * each, (n + 1) * each);
    holder.append(...added);
    // As in a browser, something else happens between two batches.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const from = performance.now();
    if (reads) {
      const grown = finish(
        growInSteps(
          document,
          found,
          added.filter((node) => node.nodeType === 1),
          options,
        ),
      );
      if (!grown) whole++;
      found = grown ?? detect(document, options);
    } else {
      let sum = 0;
      for (const top of added) {
        const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.currentNode; node; node = walker.nextNode()) if (node.nodeType === 3) sum += node.data.length;
      }
      globalThis.postilSink = sum;
    }
    times.push(performance.now() - from);
  }
  return { times, whole, comments: found?.thread.comments.length ?? 0 };
}

const sum = (list) => list.reduce((a, b) => a + b, 0);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** The exponent of a batch's cost in the size of the thread it comes to: slope of the logarithms over the later batches, warm code. */
function exponent(times) {
  const points = times.map((time, n) => [Math.log((n + 1) * BATCH), Math.log(Math.max(time, 0.05))]).slice(8);
  const [mx, my] = [0, 1].map((axis) => sum(points.map((point) => point[axis])) / points.length);
  return sum(points.map(([x, y]) => (x - mx) * (y - my))) / sum(points.map(([x]) => (x - mx) ** 2));
}

/** P4: 50 batches of 100 comments each, of every kind of markup, against one cold walk over the same nodes. */
export async function benchGrowth(fresh, kinds) {
  const runs = [];
  for (const kind of kinds) {
    const take = async (reads) => {
      const page = await fresh();
      const found = await page.evaluate(batches, kind, BATCHES, BATCH, reads);
      await page.close();
      return found;
    };
    const [walked, read] = [await take(false), await take(true)];
    runs.push({ kind, cost: sum(read.times) / sum(walked.times), growth: exponent(read.times), ms: median(read.times), ...read });
  }
  const told = (value) => runs.map((run) => `${run.kind} ${value(run)}`).join('; ');
  return [
    {
      id: 'P4.cost',
      value: Math.max(...runs.map((run) => run.cost)),
      unit: 'cold T of the added nodes',
      limit: 1.2,
      reference: told(
        (run) => `${run.cost.toFixed(1)} (${run.ms.toFixed(1)} ms a batch, ${run.comments} found, read as a whole ${run.whole} times)`,
      ),
    },
    {
      id: 'P4.growth',
      value: Math.max(...runs.map((run) => run.growth)),
      unit: 'exponent',
      limit: 0.05,
      reference: told((run) => run.growth.toFixed(2)),
    },
  ];
}

/** P12: the longest turn of a pass over a page of 1,000,000 nodes. */
export async function benchHuge(fresh) {
  const page = await fresh();
  await page.evaluate(() => {
    for (let i = 0; i < 250; i++) {
      const box = document.createElement('div');
      box.innerHTML = '<p><b>x</b> y</p>'.repeat(1000);
      document.body.append(box);
    }
  });
  const longest = [];
  const whole = [];
  for (let n = 0; n < HUGE_RUNS; n++) {
    const run = await page.evaluate(async () => {
      const { detectInSteps, takeTurns } = globalThis.postilDetect;
      let worst = 0;
      const timed = (task) => {
        const start = performance.now();
        task();
        worst = Math.max(worst, performance.now() - start);
      };
      const postTask = scheduler.postTask.bind(scheduler);
      scheduler.postTask = (task) => postTask(() => timed(task));
      const from = performance.now();
      await new Promise((done, failed) =>
        timed(() =>
          takeTurns(detectInSteps(document, { url: 'https://bench.example/', now: 1.75e12, generic: true }), {
            signal: new AbortController().signal,
            done,
            failed,
          }),
        ),
      );
      scheduler.postTask = postTask;
      return { worst, all: performance.now() - from };
    });
    longest.push(run.worst);
    whole.push(run.all);
  }
  await page.close();
  return {
    id: 'P12',
    value: median(longest),
    unit: 'ms',
    limit: 50,
    reference: `longest turn on a page of 1,000,000 nodes; the pass takes ${Math.round(median(whole))} ms in all`,
  };
}

/** P11: what of a thread stays in memory when it was read: the JavaScript heap with the result, less the heap without it, after the garbage was collected. */
export async function benchKept(fresh, kind) {
  const page = await fresh();
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.enable');
  const used = async () => {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  await page.evaluate((name, count) => globalThis.postilBuild(name, count), kind, KEPT);
  await page.evaluate(`void postilDetect.detect(document, ${OPTIONS})`);
  const before = await used();
  const count = await page.evaluate(`(globalThis.postilKept = postilDetect.detect(document, ${OPTIONS})).thread.comments.length`);
  const after = await used();
  const text = await page.evaluate('globalThis.postilKept.thread.comments.reduce((sum, one) => sum + one.text.length, 0)');
  await page.close();
  return {
    id: 'P11',
    value: (after - before) / count,
    unit: 'bytes a comment',
    limit: 60,
    reference: `${count} comments of ${Math.round(text / count)} characters, their texts and what the browser keeps for the elements included`,
  };
}
