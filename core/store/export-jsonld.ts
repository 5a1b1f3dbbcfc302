import { type Check, checked, isObject, list } from '../model/check';
import { checkMark, checkPerson } from '../model/check-rows';
import type { Mark, MarkKind } from '../model/mark';
import type { Person } from '../model/person';
import { ok, type Result, refused } from '../model/result';
import type { Row } from '../model/row';
import { type Backup, EMPTY_BACKUP } from './backup';
import { canonical } from './canonical';
import { FILE_FAULT, parseJson } from './json';

/** What is exported: a selection, or everything. */
export interface Selection {
  readonly people: readonly Person[];
  readonly marks: readonly Mark[];
}

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { postil: 'urn:postil:' }];
const MOTIVATION: Readonly<Record<MarkKind, string>> = {
  note: 'commenting',
  highlight: 'highlighting',
  bookmark: 'bookmarking',
  hide: 'moderating',
  allow: 'moderating',
};
const iso = (at: number): string => new Date(at).toISOString();
const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });

function annotationOf(mark: Mark): object {
  const { selectors } = mark;
  const selector = selectors && [
    { type: 'TextQuoteSelector', exact: selectors.exact, prefix: selectors.prefix, suffix: selectors.suffix },
    { type: 'TextPositionSelector', start: selectors.start, end: selectors.end },
  ];
  return {
    id: `urn:uuid:${mark.uuid}`,
    type: 'Annotation',
    motivation: MOTIVATION[mark.kind],
    created: iso(mark.createdAt),
    modified: iso(mark.updatedAt),
    body: mark.note === '' ? [] : [body('commenting', mark.note)],
    target: { source: mark.url, ...(selector ? { selector } : {}) },
    'postil:mark': mark,
  };
}

function annotationOfPerson(person: Person): object {
  return {
    id: `urn:uuid:${person.uuid}`,
    type: 'Annotation',
    motivation: 'tagging',
    created: iso(person.createdAt),
    modified: iso(person.updatedAt),
    body: [...person.labels.map((label) => body('tagging', label.text)), ...(person.note === '' ? [] : [body('describing', person.note)])],
    target: { type: 'Person', name: person.names[0] ?? '', 'postil:site': person.site },
    'postil:person': person,
  };
}

/**
 * A selection as W3C Web Annotations (JSON-LD, canonical order). Readers of the standard see motivation, body, target and selectors; what
 * the standard has no word for goes along under `postil:`, so that `readJsonLd` gets everything back.
 */
export function formatJsonLd({ people, marks }: Selection): string {
  const items = [...people.map(annotationOfPerson), ...marks.map(annotationOf)];
  return `${canonical({ '@context': CONTEXT, type: 'AnnotationPage', items })}\n`;
}

const PERSON = 'postil:person';
const MARK = 'postil:mark';

/** Reads what `formatJsonLd` wrote. Annotations of other makers are counted in `others`. Refused as a whole where one of ours is wrong. */
export function readJsonLd(file: string): Result<{ readonly backup: Backup; readonly others: number }> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  if (!isObject(parsed.value) || !Array.isArray(parsed.value.items)) return refused(FILE_FAULT.notOurs, 'items');
  const { items } = parsed.value;
  const rows = <T extends Row>(key: string, check: Check<T>): Result<readonly T[]> => {
    const own = items.flatMap((item) => (isObject(item) && Object.hasOwn(item, key) ? [item[key]] : []));
    return checked(list(check, 2_000_000), own, key);
  };
  const [people, marks] = [rows(PERSON, checkPerson), rows(MARK, checkMark)];
  if (!people.ok) return refused(FILE_FAULT.wrong, `${people.where}: ${people.problem}`);
  if (!marks.ok) return refused(FILE_FAULT.wrong, `${marks.where}: ${marks.problem}`);
  const others = items.length - people.value.length - marks.value.length;
  return ok({ backup: { ...EMPTY_BACKUP, people: people.value, marks: marks.value }, others });
}
