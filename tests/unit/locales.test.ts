import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../core/text/languages';

const ROOT = join(import.meta.dirname, '../..');
type Message = string | Readonly<Record<string, string>>;
type Catalogue = Readonly<Record<string, Message>>;

const read = (lang: string): Catalogue => JSON.parse(readFileSync(join(ROOT, `public/locales/${lang}.json`), 'utf8'));
const files = readdirSync(join(ROOT, 'public/locales')).map((name) => name.replace(/\.json$/, ''));
const english = read('en');
const textsOf = (message: Message): readonly string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
const placesOfMessage = (message: Message): readonly string[] => [...new Set(textsOf(message).flatMap(placesOf))].sort();

/** Everything in the sources that may name a key: string literals, and the fixed beginning of template literals. */
function mentions(): { readonly keys: ReadonlySet<string>; readonly starts: readonly string[] } {
  const keys = new Set<string>();
  const starts: string[] = [];
  for (const folder of ['core', 'components', 'entrypoints'])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      // A comment begins after white space or a bracket; the `/*` of a host pattern in a string begins none.
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8').replace(/(?<![^\s{(])\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      for (const match of text.matchAll(/['"`]([a-z]+(?:\.[A-Za-z]+)+)(?:['"`]|: )/g)) keys.add(match[1]!);
      for (const match of text.matchAll(/`([a-z]+(?:\.[A-Za-z]+)*\.)\$\{/g)) starts.push(match[1]!);
    }
  return { keys, starts };
}
const { keys, starts } = mentions();

test('there is a file for each language and a language for each file', () => {
  expect(files.sort()).toEqual([...LANGUAGES].sort());
});

test('no key is unused', () => {
  const unused = Object.keys(english).filter((key) => !keys.has(key) && !starts.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

test('no key that the sources name is missing', () => {
  const families = new Set(Object.keys(english).map((key) => key.split('.')[0]));
  // Names of commands, settings files and the like share the shape of a key: only families that no other thing uses are asked for.
  const others = /^(?:page|list|person|mark|marks|rule|visit|operation|ui|site|storage|runtime|tab|core|browser)\./;
  const missing = [...keys].filter((key) => families.has(key.split('.')[0]) && !others.test(key) && !Object.hasOwn(english, key));
  expect(missing).toEqual([]);
});

describe.each(files)('%s', (lang) => {
  const catalogue = read(lang);
  test('has the same keys as English', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  test('has the same places in each message', () => {
    const unlike = Object.keys(english).filter(
      (key) => String(placesOfMessage(catalogue[key] ?? '')) !== String(placesOfMessage(english[key]!)),
    );
    expect(unlike).toEqual([]);
  });

  test('has the plural forms of the language where English has plurals, and no others', () => {
    const forms = [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories].sort();
    const wrong = Object.keys(english).filter((key) => {
      const message = catalogue[key];
      if (typeof english[key] === 'string') return typeof message !== 'string';
      if (typeof message !== 'object') return true;
      const has = Object.keys(message).sort();
      // `many` of the Romance languages is for millions; `other` serves there.
      const needs = forms.filter((form) => form !== 'many' || lang === 'ru');
      return !needs.every((form) => has.includes(form)) || !has.every((form) => forms.includes(form as Intl.LDMLPluralRule));
    });
    expect(wrong).toEqual([]);
  });

  test('says something everywhere, without white space at the ends or markup', () => {
    const bad = Object.keys(catalogue).filter((key) =>
      textsOf(catalogue[key]!).some((text) => text === '' || text.trim() !== text || /<\w/.test(text)),
    );
    expect(bad).toEqual([]);
  });
});

test.each(['zh-CN', 'zh-TW'])('%s is written in its own script and with full-width punctuation', (lang) => {
  const wrong =
    lang === 'zh-CN'
      ? /[們這說個對發經動時現進開問實關見長門車書頭買賣華單專麗樂習鄉雲親從眾優傳傷]/
      : /[们这说个对发经动时现进开问实关见长门车书头买卖华单专丽乐习乡云亲从众优传伤]/;
  const catalogue = read(lang);
  const bad = Object.entries(catalogue).filter(([, message]) =>
    textsOf(message).some((text) => wrong.test(text) || /[一-鿿][,:;?!]/.test(text)),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});
