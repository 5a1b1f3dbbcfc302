import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Condition } from '../../../core/model/rule';
import { brief } from '../../../core/rules/brief';
import { isTerm, sayTerms } from '../../../core/text/say-terms';
import { translatorOf } from '../../../core/text/strings';

const range = { min: 1, max: null };
const NAMELESS: readonly Condition[] = [
  ...(['length', 'links', 'score', 'depth', 'floor', 'position', 'repeats', 'age'] as const).map((kind) => ({ kind, range })),
  ...(['emoji', 'links', 'images'] as const).map((what) => ({ kind: 'only' as const, what })),
  ...(['replyToHidden', 'first', 'new', 'mine'] as const).map((kind) => ({ kind })),
];

test.each(['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt-BR', 'ru'])('a rule without a name is named in %s', (lang) => {
  const t = translatorOf({ lang, texts: JSON.parse(readFileSync(`public/locales/${lang}.json`, 'utf8')) });
  for (const when of NAMELESS) {
    expect([...brief(when).matchAll(/\{(.+?)\}/g)].every(([, key]) => isTerm(key!))).toBe(true);
    const said = sayTerms(t, brief({ kind: 'none', of: [when] }));
    expect(said).not.toMatch(/[{}]|condition\.|only\./);
    if (lang.startsWith('zh')) expect(said).toMatch(/\p{sc=Han}/u);
  }
});

test.each(['spam, {name}', '{condition}', '{__proto__}', '{page.why}', '{condition.words}', '加微信 …'])(
  'a name of other words stays: %s',
  (name) => {
    expect(sayTerms(() => 'x', name)).toBe(name);
  },
);
