import { checked } from '../model/check';
import { checkMark, checkPerson } from '../model/check-rows';
import type { Mark } from '../model/mark';
import { COLOURS, type Colour, type Label, type Person } from '../model/person';
import { ok, type Result, refused } from '../model/result';
import { type Backup, EMPTY_BACKUP } from './backup';
import type { Selection } from './export-jsonld';
import { FILE_FAULT, MAX_BYTES } from './json';
import { contentOf } from './merge';

const COLUMNS = [
  'kind',
  'uuid',
  'site',
  'thread',
  'comment',
  'url',
  'title',
  'author',
  'author_id',
  'text',
  'quote',
  'prefix',
  'suffix',
  'start',
  'note',
  'labels',
  'colour',
  'action',
  'created',
  'modified',
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

/** A spreadsheet runs cells that begin so as formulas: they get an apostrophe before them, which reading takes off again. */
const FORMULA = /^'*[=+\-@\t\r]/;
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const iso = (at: number): string => new Date(at).toISOString();
/** Names and labels are joined by line ends; a label ends with its colour in brackets. */
const labelText = ({ text, colour }: Label): string => `${text} [${colour}]`;

function cellsOfMark(mark: Mark): Cells {
  return {
    kind: mark.kind,
    uuid: mark.uuid,
    site: mark.site,
    thread: mark.threadKey,
    comment: mark.commentKey ?? '',
    url: mark.url,
    title: mark.title,
    author: mark.author,
    author_id: mark.authorId ?? '',
    text: mark.text,
    quote: mark.selectors?.exact ?? '',
    prefix: mark.selectors?.prefix ?? '',
    suffix: mark.selectors?.suffix ?? '',
    start: mark.selectors ? String(mark.selectors.start) : '',
    note: mark.note,
    colour: mark.colour ?? '',
    created: iso(mark.createdAt),
    modified: iso(mark.updatedAt),
  };
}
function cellsOfPerson(person: Person): Cells {
  return {
    kind: 'person',
    uuid: person.uuid,
    site: person.site,
    author: person.names.join('\n'),
    author_id: person.id ?? '',
    note: person.note,
    labels: person.labels.map(labelText).join('\n'),
    action: person.action ?? '',
    created: iso(person.createdAt),
    modified: iso(person.updatedAt),
  };
}

/** A selection as CSV (RFC 4180, UTF-8 with mark so that spreadsheets see it, CRLF). Formulas are disarmed. Re-read by `readCsv`. */
export function formatCsv({ people, marks }: Selection): string {
  const rows = [...people.map(cellsOfPerson), ...marks.map(cellsOfMark)];
  const lines = rows.map((cells) => COLUMNS.map((column) => quoted(guarded(cells[column] ?? ''))).join(','));
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Cells of each record; null where a quote is never closed. One pass. */
function parseCsv(text: string): readonly (readonly string[])[] | null {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let i = 0;
  while (i < text.length) {
    if (text[i] === '"' && cell === '') {
      const parts: string[] = [];
      for (i++; ; ) {
        const end = text.indexOf('"', i);
        if (end < 0) return null;
        parts.push(text.slice(i, end));
        i = end + 1;
        if (text[i] !== '"') break;
        parts.push('"');
        i++;
      }
      cell = parts.join('');
    }
    const end = /[,\r\n]/g;
    end.lastIndex = i;
    const stop = end.exec(text)?.index ?? text.length;
    cell += text.slice(i, stop);
    record.push(cell);
    cell = '';
    i = stop + 1;
    if (text[stop] === ',') {
      if (i >= text.length) record.push('');
      continue;
    }
    if (text[stop] === '\r' && text[i] === '\n') i++;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

const split = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
function labelsOf(text: string): readonly Label[] {
  return split(text).map((line) => {
    const match = /^(.*) \[(\w+)\]$/s.exec(line);
    const colour = COLOURS.find((known) => known === match?.[2]);
    return { text: match?.[1] ?? line, colour: colour ?? 'grey' };
  });
}

/** Reads what `formatCsv` wrote (columns found by name). The first wrong line is told and nothing is taken. Stamps come from `modified`; take it with `UNITE_ALL`. */
export function readCsv(file: string): Result<Backup> {
  if (file.length > MAX_BYTES) return refused(FILE_FAULT.tooBig, String(file.length));
  const records = parseCsv(file.replace(/^\ufeff/, ''));
  if (records === null) return refused(FILE_FAULT.wrong, 'quote');
  const [head = [], ...rows] = records;
  if (!head.includes('kind') || !head.includes('uuid')) return refused(FILE_FAULT.notOurs, 'line 1');
  const people: Person[] = [];
  const marks: Mark[] = [];
  for (const [i, record] of rows.entries()) {
    const cells = new Map(head.map((column, at) => [column, unguarded(record[at] ?? '')]));
    const cell = (column: Column): string => cells.get(column) ?? '';
    const plain = {
      uuid: cell('uuid'),
      createdAt: Date.parse(cell('created')),
      updatedAt: Date.parse(cell('modified')),
      deletedAt: null,
      rev: {},
      site: cell('site'),
      note: cell('note'),
    };
    const row =
      cell('kind') === 'person'
        ? checked(checkPerson, stampless({ ...plain, ...personCells(cell) }))
        : checked(checkMark, stampless({ ...plain, ...markCells(cell) }));
    if (!row.ok) return refused(FILE_FAULT.wrong, `record ${i + 2}, ${row.where}: ${row.problem}`);
    if ('names' in row.value) people.push(row.value);
    else marks.push(row.value);
  }
  return ok({ ...EMPTY_BACKUP, people, marks });
}

type Cell = (column: Column) => string;
const orNull = (text: string): string | null => (text === '' ? null : text);

function personCells(cell: Cell): object {
  const [names, labels] = [split(cell('author')), labelsOf(cell('labels'))];
  return {
    id: orNull(cell('author_id')),
    names,
    labels,
    sources: [],
    action: orNull(cell('action')),
    firstSeenAt: null,
    lastSeenAt: null,
    group: null,
  };
}
function markCells(cell: Cell): object {
  const start = Number(cell('start'));
  const selectors =
    cell('start') === ''
      ? null
      : { exact: cell('quote'), prefix: cell('prefix'), suffix: cell('suffix'), start, end: start + cell('quote').length };
  return {
    kind: cell('kind'),
    threadKey: cell('thread'),
    commentKey: orNull(cell('comment')),
    url: cell('url'),
    title: cell('title'),
    author: cell('author'),
    authorId: orNull(cell('author_id')),
    text: cell('text'),
    colour: orNull(cell('colour')) as Colour | null,
    selectors,
  };
}
/** A row from a table has no clock: the oldest stamp there is. */
function stampless<T extends { uuid: string; createdAt: number; updatedAt: number; deletedAt: null; rev: object }>(row: T): T {
  return {
    ...row,
    rev: Object.fromEntries(contentOf(row as T & { rev: Record<string, string> }).map((field) => [field, '0000000000000000-csv'])),
  };
}
