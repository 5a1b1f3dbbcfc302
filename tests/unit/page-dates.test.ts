import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateOrder, findDate, machineDate, orderOf } from '../../core/page/dates';

const NOW = Date.UTC(2025, 5, 15, 12);
const read = (text: string, order: DateOrder = null) => findDate(text, { now: NOW, order })?.iso ?? null;

describe('dates as pages write them', () => {
  test.each([
    ['2024-08-03 14:22:38', '2024-08-03'],
    ['2024-08-03T14:22:38+02:00', '2024-08-03T14:22:38+02:00'],
    ['March 16th, 2014, 08:06 PM', '2014-03-16'],
    ['posted on 27. September 2018', '2018-09-27'],
    ['Le 13 septembre 2019 à 22:30', '2019-09-13'],
    ['26 abril 2022 a las 15:11', '2022-04-26'],
    ['23. Juni 2016 um 18:47 Uhr', '2016-06-23'],
    ['於 2013/12/28 10:42', '2013-12-28'],
    ['编辑于 2016-06-28 15:03', '2016-06-28'],
    ['2025年2月11日 17点15分 PT', '2025-02-11'],
    ['08/06/22(日)21:33:32', '2008-06-22', 'ymd'],
    // The day of the week tells the order where nothing else does.
    ['08/06/22(日)21:33:32', '2008-06-22'],
    ['26.07.24 23:31', '2024-07-26', 'dmy'],
    ['1394/11/27, 00:31', '2016-02-16'],
    ['۱۳۹۴/۱۱/۲۷', '2016-02-16'],
    ['2 مرداد 1399', '2020-07-23'],
    ['Wed Mar 30 00:29:32 2016', '2016-03-30'],
    ["Sep 7 '10 at 17:17", '2010-09-07'],
    ['10.11.15 11:30 UTC', '2015-11-10T11:30:00Z', 'dmy'],
    ['August 18, 2010 5:26 PM PDT', '2010-08-18T17:26:00-07:00'],
    ['03:24 AM on 9/19/2010', '2010-09-19'],
    ['Mon, 11/03/2025 - 12:07', '2025-11-03', 'mdy'],
    ['5 мая 2019, 10:15', '2019-05-05'],
    ['12 Ağustos 2020', '2020-08-12'],
    ['3 sierpnia 2021 o 9:12', '2021-08-03'],
    ['2023년 7월 28일 오후 11:50', '2023-07-28'],
    ['March 2025', '2025-03-01'],
    ['07-28 23:50', '2024-07-28'],
    ['yesterday', '2025-06-14'],
    ['昨天 20:11', '2025-06-14'],
    ['前天 08:00', '2025-06-13'],
    ['发布于 昨天 20:31', '2025-06-14'],
    ['今天 09:12', '2025-06-15'],
    ['11-23 14:05', '2024-11-23'],
    ['05-23 14:05 来自 iPhone', '2025-05-23'],
    ['编辑于 05-23 14:05', '2025-05-23'],
    ['5月23日 14:05', '2025-05-23'],
    ['3小时前', '2025-06-15T09:00:00Z'],
    ['12 分钟前', '2025-06-15T11:48:00Z'],
    ['۱۴۰۳/۰۲/۰۵', '2024-04-24'],
    ['۵ اردیبهشت ۱۴۰۳', '2024-04-24'],
    ['3 days ago', '2025-06-12'],
    ['vor 2 Tagen', '2025-06-13'],
    ['hace 3 horas', '2025-06-15T09:00:00Z'],
    ['il y a 5 minutes', '2025-06-15T11:55:00Z'],
    ['2小时前', '2025-06-15T10:00:00Z'],
    ['1 분 전', '2025-06-15T11:59:00Z'],
    ['há 2 dias', '2025-06-13'],
    ['5 часов назад', '2025-06-15T07:00:00Z'],
    ['3d', '2025-06-12'],
    ['刚刚', '2025-06-15T12:00:00Z'],
  ] as const)('%s', (text, iso, order?: DateOrder) => {
    expect(read(text, order ?? null)).toBe(iso);
  });

  test.each(['Reply', '12 comments', 'version 2.10.6', '192.168.1.10', 'call 555-1234', '#1394', '4.5 / 5', '17:30', ''])(
    'no date: %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('any text is survived, and what is found lies within it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        const found = findDate(text, { now: NOW, order: null });
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.start).toBeLessThan(found.end);
      }),
    );
  });

  test('an ISO day reads as itself', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(read(`on ${iso} at noon`)).toBe(iso);
      }),
    );
  });
});

describe('machine dates', () => {
  test.each([
    ['2011-05-08T14:06:31Z', '2011-05-08T14:06:31Z'],
    ['2011-05-08T14:06:31.250-0400', '2011-05-08T14:06:31-04:00'],
    ['1305000000', '2011-05-10T04:00:00Z'],
    ['1305000000000', '2011-05-10T04:00:00Z'],
    ['2011-05-08', '2011-05-08'],
    ['soon', null],
  ])('%s', (text, iso) => expect(machineDate(text)).toBe(iso));
});

describe('the order of numeric dates', () => {
  test.each([
    [
      'a number over 12 settles it',
      [
        [13, 2, 2020],
        [1, 2, 2020],
      ],
      'en',
      'dmy',
    ],
    ['English without a hint puts the month first', [[3, 2, 2020]], 'en-US', 'mdy'],
    ['others put the day first', [[3, 2, 2020]], 'fr', 'dmy'],
    [
      'neighbours lie near each other',
      [
        [1, 2, 2020],
        [2, 2, 2020],
        [3, 2, 2020],
        [5, 2, 2020],
      ],
      'en',
      'dmy',
    ],
  ] as const)('%s', (_, dates, lang, order) => expect(orderOf(dates as never, lang)).toBe(order));
});
