import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithPostil } from '../../scripts/extension.mjs';
import { isUnwanted, makeKnown, serveStreamed, streamedPage, visit } from '../../scripts/streamed.mjs';

type Started = Awaited<ReturnType<typeof launchWithPostil>>;

const sample = streamedPage({ nested: true });
/** A byte of a comment: `part` 0 is its first, 1 the one behind it. */
const at = (n: number, part: number): number => {
  const { from, to } = sample.comments[n]!;
  return Math.round(from + part * (to - from));
};

describe.each(['chrome', 'firefox'])('on a site visited once before, in %s', (name) => {
  let server: Awaited<ReturnType<typeof serveStreamed>>;
  let postil: Started;
  let page: Awaited<ReturnType<Started['openPage']>>;

  beforeAll(async () => {
    server = await serveStreamed(sample);
    postil = await launchWithPostil(name);
    ({ page } = await makeKnown(postil, server.url));
  });
  afterAll(async () => {
    await postil?.close();
    await server?.close();
  });

  test.each([
    ['within the words of unwanted ones', [at(3, 0.6), at(14, 0.6)]],
    ['before the last words of unwanted ones', [sample.comments[4]!.telling!, sample.comments[13]!.telling!]],
    ['within the tag of one, behind another', [at(10, 0.03), at(19, 1)]],
    ['in good ones', [at(7, 0.5), at(17, 0.9)]],
    ['within what they answer to', [at(0, 0.5), at(5, 0.5)]],
  ])('no unwanted comment is painted when the stream pauses %s', async (_, cuts) => {
    const seen = await visit(page, server.url.replace(/1$/, '2'), cuts);
    expect(seen.painted).toEqual({});
    expect(Object.keys(seen.complete)).toHaveLength(20);
    const visible = Object.keys(seen.visible).map(Number);
    expect(visible).toEqual(Array.from({ length: 20 }, (_, n) => n).filter((n) => !isUnwanted(n)));
  });
});
