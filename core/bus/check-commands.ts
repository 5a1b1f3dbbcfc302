import {
  address,
  type Check,
  flag,
  integer,
  isObject,
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
} from '../model/check';
import { checkAdapter } from '../model/check-adapter';
import { checkMarkKind, checkPersonPatch, checkPersonRef, checkRuleDraft, checkSeen, checkSelectors, fields } from '../model/check-rows';
import { type KeptComment, type KeptThread, MOST_COMMENTS, MOST_DATES, MOST_TEXT } from '../model/kept-thread';
import type { Checks } from './answer';
import type { Ask, CommentRef } from './protocol';

const { site, threadKey, commentKey, uuid, millis, colour, note } = fields;
/** Operation ids are made by the asker; a UUID has 36 characters. */
const op = name(64);
const uuids = list(uuid, 10_000);

const checkCommentRef: Check<CommentRef> = shape<CommentRef>({
  site,
  threadKey,
  commentKey: nullable(commentKey),
  url: address,
  title: text(1000),
  author: text(256),
  authorId: nullable(name(256)),
  text: note,
});

const checkKept: Check<KeptThread> = shape<KeptThread>({
  key: threadKey,
  site,
  url: address,
  title: text(1000),
  reader: nullable(text(256)),
  dates: list(text(40), MOST_DATES),
  comments: list(
    shape<KeptComment>({
      key: commentKey,
      name: text(256),
      id: nullable(name(256)),
      text: text(MOST_TEXT),
      date: nullable(text(40)),
      floor: nullable(text(40)),
      depth: integer(0, 1000),
      parentKey: nullable(commentKey),
      score: nullable(number()),
      op: flag,
    }),
    MOST_COMMENTS,
  ),
});

/** What each command's ask must look like when it comes in over the wire. */
export const COMMAND_CHECKS: Checks = {
  'person.change': shape<Ask<'person.change'>>({ op, person: checkPersonRef, patch: checkPersonPatch }),
  'person.get': shape<Ask<'person.get'>>({ person: checkPersonRef }),
  'mark.put': shape<Ask<'mark.put'>>({
    op,
    kind: checkMarkKind,
    on: checkCommentRef,
    note: optional(note),
    colour: (value, at) => (value === undefined ? undefined : nullable(colour)(value, at)),
    selectors: (value, at) => (value === undefined ? undefined : nullable(checkSelectors)(value, at)),
    uuid: optional(uuid),
  }),
  'mark.remove': shape<Ask<'mark.remove'>>({ op, uuids }),
  'marks.ofThread': shape<Ask<'marks.ofThread'>>({ site, threadKey }),
  'marks.lost': shape<Ask<'marks.lost'>>({ site, threadKey }),
  'marks.placed': shape<Ask<'marks.placed'>>({
    site,
    threadKey,
    places: list(shape({ uuid, state: oneOf('placed', 'missing', 'lost'), now: nullable(text(10_000)) }), 5000),
  }),
  'rule.put': shape<Ask<'rule.put'>>({ op, uuid: nullable(uuid), rule: checkRuleDraft }),
  'rule.remove': shape<Ask<'rule.remove'>>({ op, uuids }),
  'rule.hits': shape<Ask<'rule.hits'>>({ hits: record(integer(0, 1_000_000), 20_000), at: millis }),
  'visit.record': shape<Ask<'visit.record'>>({
    site,
    threadKey,
    url: address,
    title: text(1000),
    seen: checkSeen,
    commentCount: integer(0, 10_000_000),
  }),
  'thread.keep': shape<Ask<'thread.keep'>>({ thread: checkKept }),
  'thread.get': shape<Ask<'thread.get'>>({ site, threadKey }),
  'thread.follow': shape<Ask<'thread.follow'>>({ op, site, threadKey, url: address, title: text(1000), on: flag }),
  'people.seen': shape<Ask<'people.seen'>>({ site, people: list(checkPersonRef, 20_000) }),
  'list.refresh': shape<Ask<'list.refresh'>>({ uuid }),
  'private.pack': shape<Ask<'private.pack'>>({ site }),
  'operation.undo': shape<Ask<'operation.undo'>>({ op }),
  'operation.recent': shape<Ask<'operation.recent'>>({ limit: integer(1, 500) }),
  'page.bring': shape<Ask<'page.bring'>>({ parts: list(oneOf('finder', 'session', 'story', 'engine', 'ui'), 5) }),
  'adapter.keep': (value, at) => {
    const good = isObject(value) ? checkAdapter(value.adapter) : null;
    if (!good?.ok) throw new Mismatch(good?.problem ?? 'must hold an adapter', at);
    return { adapter: good.value };
  },
  'ui.openLibrary': shape<Ask<'ui.openLibrary'>>({ view: text(40), query: optional(text(1000)), only: optional(text(40)) }),
  'page.status': shape<Ask<'page.status'>>({ comments: integer(0), hidden: integer(0), isNew: integer(0), article: flag }),
  'site.state': shape<Ask<'site.state'>>({ url: text(65_536) }),
  'site.set': shape<Ask<'site.set'>>({ op, site, on: flag }),
};
