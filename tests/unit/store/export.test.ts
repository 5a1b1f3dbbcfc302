import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../core/model/mark';
import type { Person } from '../../../core/model/person';
import { formatCsv, readCsv } from '../../../core/store/export-csv';
import { formatJsonLd, readJsonLd } from '../../../core/store/export-jsonld';
import { formatHtml, formatMarkdown } from '../../../core/store/export-text';
import { anyMark, anyPerson } from '../../support/rows';

const WORDS = { title: 'Postil', people: 'People', pages: 'Pages' };
const hostile = fc.constantFrom(
  '=1+1',
  '+cmd',
  "'=x",
  '@a',
  '-2',
  '\t',
  'a,b',
  'a"b',
  '"',
  'l1\r\nl2',
  'l1\nl2',
  '<img src=x onerror=alert(1)>',
  '](javascript:x)',
  '汉字',
  '',
);
const persons = fc.array(
  fc.tuple(anyPerson, hostile).map(([person, note]) => ({ ...person, note, deletedAt: null })),
  { maxLength: 4 },
);
const marks = fc.array(
  fc.tuple(anyMark, hostile, hostile).map(([mark, note, text]) => ({ ...mark, note, text, deletedAt: null })),
  { maxLength: 4 },
);

test('JSON-LD reads back as it was', () => {
  const round = fc.property(persons, marks, (people, list) => {
    const read = readJsonLd(formatJsonLd({ people, marks: list }));
    expect(read).toEqual({ ok: true, value: { backup: expect.objectContaining({ people, marks: list }), others: 0 } });
  });
  fc.assert(round);
});

test('JSON-LD says what the standard has words for', () => {
  const [mark] = fc.sample(anyMark, { numRuns: 1, seed: 1 });
  const page = JSON.parse(
    formatJsonLd({
      people: [],
      marks: [{ ...mark!, kind: 'highlight', note: 'n', selectors: { exact: '原文', prefix: 'p', suffix: 's', start: 3, end: 5 } }],
    }),
  );
  expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(page.items[0]).toMatchObject({
    type: 'Annotation',
    motivation: 'highlighting',
    body: [{ type: 'TextualBody', purpose: 'commenting', value: 'n' }],
    target: {
      source: mark!.url,
      selector: [
        { type: 'TextQuoteSelector', exact: '原文', prefix: 'p', suffix: 's' },
        { type: 'TextPositionSelector', start: 3, end: 5 },
      ],
    },
  });
});

test('JSON-LD of other makers is counted, a wrong one of ours refused with its path', () => {
  expect(readJsonLd('{"items":[{"type":"Annotation"}]}')).toMatchObject({ ok: true, value: { others: 1 } });
  expect(readJsonLd('{"items":[{"postil:mark":{"kind":"hide"}}]}')).toMatchObject({
    ok: false,
    where: expect.stringContaining('postil:mark[0].uuid'),
  });
});

test('CSV reads back as it was, formulas disarmed in between', () => {
  const round = fc.property(persons, marks, (people, list) => {
    const csv = formatCsv({ people, marks: list });
    for (const cell of csv.split(/,|\r\n/)) expect(/^"?[=+@]/.test(cell)).toBe(false);
    const read = readCsv(csv);
    if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
    const plain = (person: Person) => [
      person.uuid,
      person.site,
      person.id,
      person.names,
      person.labels,
      person.note,
      person.action,
      person.createdAt,
    ];
    expect(read.value.people.map(plain)).toEqual(people.map(plain));
    const quoteOf = (mark: Mark) => [
      mark.uuid,
      mark.kind,
      mark.threadKey,
      mark.commentKey,
      mark.text,
      mark.note,
      mark.selectors?.exact,
      mark.selectors?.start,
      mark.colour,
    ];
    expect(read.value.marks.map(quoteOf)).toEqual(list.map(quoteOf));
  });
  fc.assert(round);
});

describe('a CSV that is not right is refused with its record', () => {
  const good = formatCsv({ people: [], marks: fc.sample(anyMark, { numRuns: 2, seed: 3 }) });
  test('good to begin with', () => expect(readCsv(good).ok).toBe(true));
  test.each([
    ['another table', 'a,b\r\n1,2', 'line 1'],
    ['no end of a quote', `${good}"`, 'quote'],
    ['a bad date', good.replace(/(\d{4}-\d\d-\d\dT[^,]*Z)\r\n$/, 'yesterday\r\n'), 'record 3, updatedAt'],
    ['a script address', good.replace('https://forum.example/t/1', 'javascript:x'), 'record 2, url'],
  ])('%s', (_what, text, where) => expect(readCsv(text)).toMatchObject({ ok: false, where: expect.stringContaining(where) }));
  test('cut anywhere it never throws', () => {
    for (let end = 0; end < good.length; end++) readCsv(good.slice(0, end));
  });
});

test('what is stored stands in HTML and Markdown as text', () => {
  const text = fc.property(persons, marks, (people, list) => {
    const html = formatHtml({ people, marks: list }, WORDS, 'en');
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]);
    expect(
      tags.every((tag) =>
        [
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'h1',
          'h2',
          'h3',
          'ul',
          'li',
          'bdi',
          'strong',
          'small',
          'mark',
          'p',
          'section',
          'a',
          'blockquote',
          'footer',
        ].includes(tag!),
      ),
    ).toBe(true);
    expect(html).not.toMatch(/href="(?!https?:)/);
    expect(formatMarkdown({ people, marks: list }, WORDS)).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(javascript/);
  });
  fc.assert(text);
});
