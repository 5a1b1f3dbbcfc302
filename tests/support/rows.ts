import fc from 'fast-check';
import type { Mark } from '../../core/model/mark';
import { COLOURS, type Person } from '../../core/model/person';
import type { Row } from '../../core/model/row';
import type { Condition, Rule } from '../../core/model/rule';
import type { Visit } from '../../core/model/visit';
import { revOf } from '../../core/store/clock';

const T0 = 1_700_000_000_000;
const millis = fc.integer({ min: T0 - 1_000_000, max: T0 });
// Few stamps, so that equal ones with different values occur.
const rev = fc
  .tuple(fc.integer({ min: T0 - 1, max: T0 }), fc.nat(1), fc.constantFrom('aaa', 'bbb'))
  .map(([at, n, node]) => revOf(at, n, node));
const uuid = fc.nat(5).map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const text = fc.constantFrom('', 'plain', '简体与繁體', '한국어', 'עברית', '👩‍👩‍👧‍👦', '"quoted"\n\\', '<script>', '__proto__');
const name = fc.constantFrom('Ada', '山田', 'Юлия', 'ｗｉｄｅ', '__proto__', 'zero\u200bwidth');
const colour = fc.constantFrom(...COLOURS);

/** A row with stamps for each of its content fields. */
function rowed<T extends object>(content: fc.Arbitrary<T>): fc.Arbitrary<T & Row> {
  return content.chain((fields) => {
    const keys = [...Object.keys(fields), 'deletedAt'];
    return fc
      .record({
        uuid,
        createdAt: millis,
        updatedAt: millis,
        deletedAt: fc.option(millis, { nil: null, freq: 6 }),
        revs: fc.array(rev, { minLength: keys.length, maxLength: keys.length }),
      })
      .map(({ revs, ...row }) => ({ ...fields, ...row, rev: Object.fromEntries(keys.map((key, i) => [key, revs[i]!])) }));
  });
}

export const anyPerson: fc.Arbitrary<Person> = rowed(
  fc.record({
    site: fc.constantFrom('forum.example', 'bbs.example'),
    id: fc.constantFrom(null, '1', '2'),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    labels: fc.uniqueArray(fc.record({ text: fc.constantFrom('靠谱', 'troll', 'op'), colour }), {
      selector: (label) => label.text,
      maxLength: 2,
    }),
    note: text,
    sources: fc.constant([]),
    action: fc.constantFrom(null, 'hide' as const, 'dim' as const),
    firstSeenAt: fc.option(millis, { nil: null }),
    lastSeenAt: fc.option(millis, { nil: null }),
    group: fc.constant(null),
  }),
);
export const anyMark: fc.Arbitrary<Mark> = rowed(
  fc.record({
    kind: fc.constantFrom('hide' as const, 'note' as const, 'highlight' as const, 'bookmark' as const),
    site: fc.constant('forum.example'),
    threadKey: fc.constantFrom('forum.example/t/1', 'forum.example/t/2'),
    commentKey: fc.constantFrom(null, 'c1', 'c2'),
    url: fc.constant('https://forum.example/t/1'),
    title: text,
    author: name,
    authorId: fc.constantFrom(null, '1'),
    text,
    note: text,
    colour: fc.option(colour, { nil: null }),
    selectors: fc.option(fc.record({ exact: text, prefix: text, suffix: text, start: fc.nat(9), end: fc.nat(9) }), { nil: null }),
  }),
);
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    words: fc.uniqueArray(fc.constantFrom('廣告', 'spam', 'sofa'), { minLength: 1 }),
    part: fc.boolean(),
    lookalikes: fc.boolean(),
    spaced: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('length' as const),
    range: fc.record({ min: fc.option(fc.nat(9), { nil: null }), max: fc.constant(null) }),
  }),
);
export const anyRule: fc.Arbitrary<Rule> = rowed(
  fc.record({
    name: text,
    when: fc.oneof(anyCondition, fc.record({ kind: fc.constant('any' as const), of: fc.array(anyCondition, { maxLength: 2 }) })),
    action: fc.constantFrom({ kind: 'hide' as const }, { kind: 'highlight' as const, colour: 'red' as const }),
    scope: fc.constantFrom({ kind: 'everywhere' as const }, { kind: 'site' as const, site: 'forum.example' }),
    priority: fc.nat(9),
    expiresAt: fc.constant(null),
    enabled: fc.boolean(),
    replies: fc.boolean(),
    origin: fc.constant({ kind: 'mine' as const }),
  }),
);
export const anyVisit: fc.Arbitrary<Visit> = rowed(
  fc.record({
    threadKey: fc.constantFrom('forum.example/t/1', 'forum.example/t/2', 'forum.example/t/3'),
    site: fc.constant('forum.example'),
    url: fc.constant('https://forum.example/t/1'),
    title: text,
    lastSeenAt: millis,
    seen: fc.uniqueArray(fc.integer(), { maxLength: 3 }),
    commentCount: fc.nat(9),
    followed: fc.boolean(),
  }),
);
