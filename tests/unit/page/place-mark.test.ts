import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../core/model/mark';
import type { Comment, Thread } from '../../../core/model/thread';
import { describe as describeRange } from '../../../core/page/anchor';
import { placeMark } from '../../../core/page/place-mark';
import { commentOf } from '../../support/comment';
import { anyMark } from '../../support/rows';

const URL = 'https://forum.example/t/1';
const TEXT = 'The roof leaks badly. Nobody has looked at it since the spring, and the rain comes on Monday.';
const comment = (key: string, text: string) => commentOf(key, 'Ada', text, { id: key });
const thread = (comments: readonly Comment[], declared: number | null = null): Thread => ({
  key: 'forum.example/t/1',
  url: URL,
  title: 't',
  site: 'forum.example',
  declared,
  comments,
  adapter: null,
  reader: null,
});
const [some] = fc.sample(anyMark, { numRuns: 1, seed: 3 });
const mark = (more: Partial<Mark>): Mark => ({
  ...some!,
  uuid: 'm',
  commentKey: 'c1',
  url: `${URL}#c1`,
  text: TEXT,
  selectors: null,
  ...more,
});
const words = describeRange(TEXT, 4, 20);
const on = (text: string) => ({ url: URL, article: null, thread: thread([comment('c1', text)]) });

describe('how a mark stands on a page', () => {
  test('unchanged: placed, with the text as it was kept, spacing aside', () => {
    expect(placeMark(mark({ selectors: words }), on(TEXT))).toEqual({ uuid: 'm', state: 'placed', now: TEXT });
    expect(placeMark(mark({}), on(TEXT.replace(' Nobody', '\n\nNobody')))).toEqual({ uuid: 'm', state: 'placed', now: TEXT });
  });

  test('edited elsewhere: placed, with the new text', () => {
    const edited = `${TEXT} Edit: fixed.`;
    expect(placeMark(mark({ selectors: words }), on(edited))).toEqual({ uuid: 'm', state: 'placed', now: edited });
  });

  test('its words gone: lost; a note on the whole comment never is', () => {
    expect(placeMark(mark({ selectors: words }), on('Deleted by its author.'))).toMatchObject({
      state: 'lost',
      now: 'Deleted by its author.',
    });
    expect(placeMark(mark({}), on('Deleted by its author.'))).toMatchObject({ state: 'placed', now: 'Deleted by its author.' });
  });

  test.each([
    ['on the page where it was marked: missing', { url: URL, declared: null }, 'missing'],
    ['with all that the page declares: missing', { url: URL, declared: 1 }, 'missing'],
    ['while comments are still to come: nobody knows', { url: URL, declared: 9 }, null],
    ['on another page of the thread: nobody knows', { url: `${URL}?page=2`, declared: null }, null],
  ])('its comment not there, %s', (_, { url, declared }, state) => {
    const place = placeMark(mark({}), { url, article: null, thread: thread([comment('c2', 'other')], declared) });
    expect(place?.state ?? null).toBe(state);
  });

  test('on a page without a thread nobody knows', () => {
    expect(placeMark(mark({}), { url: URL, article: 'story', thread: null })).toBeNull();
  });

  test('in a story: by its words alone', () => {
    const passage = mark({ commentKey: null, selectors: words });
    const second = { url: `${URL}?page=2`, article: `Intro.\n${TEXT}`, thread: null };
    expect(placeMark(passage, second)).toMatchObject({ state: 'placed', now: null });
    expect(placeMark(passage, { ...second, article: 'All new.' })).toMatchObject({ state: 'lost', now: null });
    expect(placeMark(passage, { url: URL, article: null, thread: null })).toBeNull();
    expect(placeMark(mark({ commentKey: null }), { url: URL, article: 'All new.', thread: null })).toBeNull();
  });

  test('a story that reads otherwise now tells so, on its own page', () => {
    const passage = mark({ commentKey: null, selectors: words });
    const story = (article: string) => placeMark(passage, { url: `${URL}#top`, article, thread: null });
    expect(story(TEXT.replace(', and', ',\n and'))).toEqual({ uuid: 'm', state: 'placed', now: TEXT });
    expect(story(TEXT.replace('Monday', 'Friday'))).toMatchObject({ state: 'placed', now: expect.stringContaining('Friday') });
    expect(story('All new.')).toEqual({ uuid: 'm', state: 'lost', now: 'All new.' });
  });
});
