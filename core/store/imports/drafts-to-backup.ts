import { siteOf, threadKeyOf } from '../../model/address';
import { checked } from '../../model/check';
import { checkMark, checkPerson, checkRule } from '../../model/check-rows';
import type { Mark } from '../../model/mark';
import type { Person } from '../../model/person';
import type { Millis, Rev, Row } from '../../model/row';
import type { Rule } from '../../model/rule';
import { type Backup, EMPTY_BACKUP } from '../backup';
import { contentOf } from '../merge';
import type { Drafts } from './drafts';

/** Rows out of drafts, checked like any other, and what did not pass. */
export interface Drafted {
  readonly backup: Backup;
  readonly unknown: readonly string[];
}

/** Makes rows of drafts, to be restored with `foreign: true` (see `UNITE_ALL`). `rev` stamps them, `newId` names them. Pure but for `newId`. */
export function draftsToBackup(drafts: Drafts, at: Millis, rev: Rev, newId: () => string): Drafted {
  const unknown = [...drafts.unknown];
  const row = <T extends object>(content: T, made: Millis | null): T & Row => {
    const plain = { uuid: newId(), createdAt: made ?? at, updatedAt: made ?? at, deletedAt: null, rev: {}, ...content };
    return { ...plain, rev: Object.fromEntries(contentOf(plain).map((field) => [field, rev])) };
  };
  const keep = <T>(result: ReturnType<typeof checked<T>>, what: string): T[] => {
    if (result.ok) return [result.value];
    unknown.push(`${what}: ${result.where} ${result.problem}`);
    return [];
  };
  const people = drafts.people.flatMap((draft) => {
    const { site, id, name, labels, note, action } = draft;
    const sources = draft.sources.map((source) => ({ ...source, at: source.at || draft.at || at }));
    const distinct = labels.filter((label, i) => labels.findIndex((other) => other.text === label.text) === i).slice(0, 50);
    const person = row<Omit<Person, keyof Row>>(
      { site, id, names: [name], labels: distinct, note, sources, action, firstSeenAt: draft.at, lastSeenAt: draft.at, group: null },
      draft.at,
    );
    return keep(checked(checkPerson, person), name);
  });
  const marks = drafts.marks.flatMap(({ at: made, ...draft }) => {
    const mark = row<Omit<Mark, keyof Row>>({ ...draft, site: siteOf(draft.url), threadKey: threadKeyOf(draft.url), authorId: null }, made);
    return keep(checked(checkMark, mark), draft.url);
  });
  const rules = drafts.rules.flatMap((draft) => keep<Rule>(checked(checkRule, row(draft, null)), draft.name || draft.when.kind));
  return { backup: { ...EMPTY_BACKUP, people, marks, rules }, unknown };
}
