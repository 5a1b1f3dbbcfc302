import { byKind, type Check, flag, integer, isObject, Mismatch, name, nothing, nullable, oneOf, shape, text } from '../model/check';
import type { RuleDraft } from '../model/rule';
import type { PageChecks } from './answer';
import type { PageCommands, Place } from './protocol';

const place: Check<Place> = byKind<Place>({
  sentence: shape({ kind: oneOf('sentence'), block: integer(0), start: integer(0), end: integer(0) }),
  comment: shape({ kind: oneOf('comment'), key: name(1024) }),
});
// A draft comes from our own editor and only decides what a preview counts: its inside is checked where it is saved,
// which keeps the rule checks (about 2 KB) out of every page.
const draft: Check<RuleDraft> = (value, at) => {
  if (!isObject(value)) throw new Mismatch('must be a rule', at);
  return value as unknown as RuleDraft;
};

/** What the asks of the popup, side panel and background must look like when they reach a page. */
export const PAGE_CHECKS: PageChecks = {
  'page.read': nothing,
  'page.reveal': shape<PageCommands['page.reveal']['ask']>({ place, flash: flag }),
  'page.point': shape<PageCommands['page.point']['ask']>({ place: nullable(place) }),
  'page.card': shape<PageCommands['page.card']['ask']>({ show: flag, length: oneOf('short', 'medium', 'long') }),
  'page.showHidden': shape<PageCommands['page.showHidden']['ask']>({ show: flag }),
  'page.pick': shape<PageCommands['page.pick']['ask']>({ start: flag }),
  'page.act': shape<PageCommands['page.act']['ask']>({ act: oneOf('tag', 'note', 'quote', 'summarise'), link: text(65_536) }),
  'page.preview': shape<PageCommands['page.preview']['ask']>({ rule: draft }),
  'page.again': nothing,
  'page.stop': nothing,
};
