import {
  address,
  byKind,
  type Check,
  flag,
  integer,
  list,
  Mismatch,
  name,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  text,
} from './check';
import type { Mark, MarkKind, Selectors } from './mark';
import { COLOURS, type Label, type Person, type PersonPatch, type PersonRef, type Source } from './person';
import type { Row } from './row';
import type { Condition, Range, Rule, RuleAction, RuleDraft, RuleOrigin, RuleScope } from './rule';
import type { Visit } from './visit';

/** Nested conditions deeper than this are refused: far beyond any editor, far before the stack ends. */
const MAX_CONDITION_DEPTH = 16;
/** A kept comment or note; the longest forum posts seen are under 100,000 characters. */
const MAX_TEXT = 200_000;

const site = name(253);
const threadKey = name(4096);
const commentKey = name(1024);
const uuid = name(64);
/** Milliseconds of the years 1970 to 9999. */
const millis = integer(0, 253_402_300_799_999);
const colour = oneOf(...COLOURS);

export const checkLabel: Check<Label> = shape<Label>({ text: name(80), colour });
const checkSource: Check<Source> = shape<Source>({
  url: address,
  title: text(1000),
  commentKey: nullable(commentKey),
  quote: text(2000),
  at: millis,
});
export const checkPersonAction = oneOf('hide', 'dim', 'highlight', 'show');
export const checkPersonRef: Check<PersonRef> = shape<PersonRef>({ site, id: nullable(name(256)), name: text(256) });
export const checkPersonPatch: Check<PersonPatch> = shape<PersonPatch>({
  labels: optional(list(checkLabel, 50)),
  note: optional(text(MAX_TEXT)),
  action: optional((value, at) => nullable(checkPersonAction)(value, at)),
  names: optional(list(name(256), 50)),
  group: optional((value, at) => nullable(uuid)(value, at)),
  source: optional(checkSource),
});
export const checkMarkKind: Check<MarkKind> = oneOf('hide', 'note', 'highlight', 'bookmark', 'allow');
export const checkSelectors: Check<Selectors> = shape<Selectors>({
  exact: text(MAX_TEXT),
  prefix: text(1000),
  suffix: text(1000),
  start: integer(0),
  end: integer(0),
});

const range: Check<Range> = shape<Range>({ min: nullable(number()), max: nullable(number()) });
const plain = (kind: Condition['kind']): Check<Condition> => shape({ kind: oneOf(kind) }) as Check<Condition>;
const measured = (kind: Condition['kind']): Check<Condition> => shape({ kind: oneOf(kind), range }) as Check<Condition>;
const regex = (kind: Condition['kind']): Check<Condition> =>
  shape({ kind: oneOf(kind), source: name(10_000), flags: text(10) }) as Check<Condition>;

function joined(kind: 'all' | 'any' | 'none', depth: number): Check<Condition> {
  return (value, at) => {
    if (depth >= MAX_CONDITION_DEPTH) throw new Mismatch(`must be nested at most ${MAX_CONDITION_DEPTH} deep`, at);
    return shape<{ kind: typeof kind; of: readonly Condition[] }>({ kind: oneOf(kind), of: list(condition(depth + 1), 1000) })(value, at);
  };
}
function condition(depth: number): Check<Condition> {
  return byKind<Condition>({
    words: shape({ kind: oneOf('words'), words: list(name(1000), 20_000), part: flag, lookalikes: flag, spaced: flag }),
    regex: regex('regex'),
    author: shape({ kind: oneOf('author'), names: list(name(256), 20_000), id: nullable(name(256)) }),
    authorMatches: regex('authorMatches'),
    label: shape({ kind: oneOf('label'), text: name(80) }),
    length: measured('length'),
    links: measured('links'),
    score: measured('score'),
    depth: measured('depth'),
    floor: measured('floor'),
    position: measured('position'),
    repeats: measured('repeats'),
    age: measured('age'),
    lang: shape({ kind: oneOf('lang'), langs: list(name(35), 100) }),
    only: shape({ kind: oneOf('only'), what: oneOf('emoji', 'links', 'images') }),
    replyToHidden: plain('replyToHidden'),
    first: plain('first'),
    new: plain('new'),
    mine: plain('mine'),
    all: joined('all', depth),
    any: joined('any', depth),
    none: joined('none', depth),
  });
}
/** A condition tree; `depth` counts from 0 and ends at MAX_CONDITION_DEPTH. */
export const checkCondition: Check<Condition> = (value, at) => condition(0)(value, at);

const checkAction: Check<RuleAction> = byKind<RuleAction>({
  hide: shape({ kind: oneOf('hide') }),
  vanish: shape({ kind: oneOf('vanish') }),
  fold: shape({ kind: oneOf('fold') }),
  dim: shape({ kind: oneOf('dim') }),
  show: shape({ kind: oneOf('show') }),
  highlight: shape({ kind: oneOf('highlight'), colour }),
  label: shape({ kind: oneOf('label'), label: checkLabel }),
});
const checkScope: Check<RuleScope> = byKind<RuleScope>({
  everywhere: shape({ kind: oneOf('everywhere') }),
  site: shape({ kind: oneOf('site'), site }),
  board: shape({ kind: oneOf('board'), site, path: text(2048) }),
  thread: shape({ kind: oneOf('thread'), threadKey }),
});
const checkOrigin: Check<RuleOrigin> = byKind<RuleOrigin>({
  mine: shape({ kind: oneOf('mine') }),
  list: shape({ kind: oneOf('list'), list: uuid }),
});

const draft = {
  name: text(200),
  when: checkCondition,
  action: checkAction,
  scope: checkScope,
  priority: number(-1_000_000, 1_000_000),
  expiresAt: nullable(millis),
  enabled: flag,
  replies: flag,
  origin: checkOrigin,
};
export const checkRuleDraft: Check<RuleDraft> = shape<RuleDraft>(draft);

const row: { readonly [K in keyof Row]-?: Check<Row[K]> } = {
  uuid,
  createdAt: millis,
  updatedAt: millis,
  deletedAt: nullable(millis),
  rev: record((value, at) => {
    const rev = name(80)(value, at);
    if (!/^[0-9a-f]{16}-/.test(rev)) throw new Mismatch('must be a clock stamp', at);
    return rev;
  }, 64),
};
export const checkPerson: Check<Person> = shape<Person>({
  ...row,
  site,
  id: nullable(name(256)),
  names: (value, at) => {
    const names = list(name(256), 100)(value, at);
    if (names.length === 0) throw new Mismatch('must hold one name at least', at);
    return names;
  },
  labels: list(checkLabel, 50),
  note: text(MAX_TEXT),
  sources: list(checkSource, 200),
  action: nullable(checkPersonAction),
  firstSeenAt: nullable(millis),
  lastSeenAt: nullable(millis),
  group: nullable(uuid),
});
export const checkMark: Check<Mark> = shape<Mark>({
  ...row,
  kind: checkMarkKind,
  site,
  threadKey,
  commentKey: nullable(commentKey),
  url: address,
  title: text(1000),
  author: text(256),
  authorId: nullable(name(256)),
  text: text(MAX_TEXT),
  note: text(MAX_TEXT),
  colour: nullable(colour),
  selectors: nullable(checkSelectors),
});
export const checkRule: Check<Rule> = shape<Rule>({ ...row, ...draft });
/** 20,000 hashes is what a visit keeps at most. */
export const checkSeen = list(integer(-0x80000000, 0xffffffff), 20_000);
export const checkVisit: Check<Visit> = shape<Visit>({
  ...row,
  threadKey,
  site,
  url: address,
  title: text(1000),
  lastSeenAt: millis,
  seen: checkSeen,
  commentCount: integer(0),
  followed: flag,
});
/** The parts of checks that messages are made of. */
export const fields = { site, threadKey, commentKey, uuid, millis, colour, note: text(MAX_TEXT) };
