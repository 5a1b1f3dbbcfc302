import { describe, expect, test } from 'vitest';
import { bestLanguage, formatMessage, translatorOf } from '../../../core/text/strings';

const en = { hi: 'Hello {name}', hidden: { one: '{count} comment hidden', other: '{count} comments hidden' }, odd: '{a}{b} {0}' };
const ru = { hidden: { one: '{count} скрытый', few: '{count} скрытых (few)', many: '{count} скрытых', other: '{count} скрыто' } };

describe('formatMessage', () => {
  test.each([
    [en, 'hi', { name: '张三' }, 'en', 'Hello 张三'],
    [en, 'hi', {}, 'en', 'Hello {name}'],
    [en, 'hi', { name: '{name} $& $1' }, 'en', 'Hello {name} $& $1'],
    [en, 'hidden', { count: 1 }, 'en', '1 comment hidden'],
    [en, 'hidden', { count: 1234 }, 'en', '1,234 comments hidden'],
    [en, 'hidden', { count: 1234 }, 'de', '1.234 comments hidden'],
    [ru, 'hidden', { count: 3 }, 'ru', '3 скрытых (few)'],
    [ru, 'hidden', { count: 5 }, 'ru', '5 скрытых'],
    [en, 'odd', { a: 1 }, 'en', '1{b} {0}'],
    [en, 'missing', {}, 'en', 'missing'],
    [en, 'constructor', {}, 'en', 'constructor'],
    [en, 'hidden', { count: 2 }, 'not a tag!', '2 comments hidden'],
  ])('%#: %s %s', (catalogue, key, values, lang, text) => expect(formatMessage(catalogue, key, values, lang)).toBe(text));

  test('a translator keeps catalogue and language', () => {
    expect(translatorOf({ lang: 'ru', texts: ru })('hidden', { count: 21 })).toBe('21 скрытый');
  });
});

describe('bestLanguage', () => {
  const available = ['en', 'zh-CN', 'zh-TW'];
  test.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-HK'], 'zh-TW'],
    [['zh_TW'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['en-AU'], 'en'],
    [['fr', 'zh-SG'], 'zh-CN'],
    [['fr'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ])('%j → %s', (wanted, best) => expect(bestLanguage(wanted, available)).toBe(best));
});
