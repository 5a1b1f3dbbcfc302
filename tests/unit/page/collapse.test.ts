import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse, remembered } from '../../../core/page/collapse';
import { isoDay } from '../../../core/page/dates-calendar';
import { BY_NAME, mayAnswer, TO_NUMBER } from '../../../core/page/read-pointer-words';

const pieces = fc.constantFrom(
  'a',
  'é',
  '中',
  '🙂',
  ' ',
  '  ',
  '\n',
  '\t',
  '\r',
  '\v',
  '\u00a0',
  '\u2003',
  '\u3000',
  '\ufeff',
  '\u200b',
  '.',
);
const texts = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));

test('white space is collapsed as a pattern would', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(collapse(text)).toBe(text.replace(/\s+/g, ' '));
    }),
  );
});

test.each([...' \n\t\r\v\f\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u0085'])(
  '%j alone between two letters',
  (sign) => {
    expect(collapse(`a${sign}b`)).toBe(`a${sign}b`.replace(/\s+/g, ' '));
  },
);

test('a remembered test answers as its pattern, also when it has forgotten', () => {
  const is = remembered(/^a+$/);
  for (let n = 0; n < 2500; n++)
    expect(is(`${'a'.repeat(n % 7)}${n % 3 === 0 ? '' : 'b'}`)).toBe(/^a+$/.test(`${'a'.repeat(n % 7)}${n % 3 === 0 ? '' : 'b'}`));
});

describe('gates before patterns let nothing pass by that the patterns find', () => {
  test.each([
    'In reply to Jane',
    '  “reply to #5',
    'antwort auf #1',
    '>>123456',
    '回复 3楼',
    'RÉPONSE à Jean',
    '... Odpowiedź na',
    'yanıtla Ali',
    '$reply to x',
  ])('%s', (text) => {
    if (BY_NAME.test(text) || TO_NUMBER.test(text)) expect(mayAnswer(text)).toBe(true);
  });
  test('the gate closes', () => {
    expect(mayAnswer('Jane, you are right')).toBe(false);
    expect(mayAnswer('12 people')).toBe(false);
    expect(mayAnswer('')).toBe(false);
  });
});

test('a day is one of the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1970, max: 2099 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isoDay(year, month, day)).toBe(real ? date.toISOString().slice(0, 10) : null);
      },
    ),
  );
});
