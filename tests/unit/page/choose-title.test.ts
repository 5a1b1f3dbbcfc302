import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTitle, type TitleEvidence } from '../../../core/page/article/choose-title';

const h = (text: string, level = 1, linked = false) => ({ text, level, linked });
const page = (evidence: Partial<TitleEvidence>): TitleEvidence => ({
  headings: [],
  declared: [],
  documentTitle: '',
  site: '',
  host: 'news.example',
  ...evidence,
});

describe('chooseTitle', () => {
  test.each<[string, Partial<TitleEvidence>, string]>([
    [
      'the heading that og:title confirms',
      { headings: [h('Valley News', 1, true), h('Tram returns in spring')], declared: ['Tram returns in spring'] },
      'Tram returns in spring',
    ],
    [
      'the shown heading where og:title is written for search engines',
      { headings: [h('Best office chairs to prevent back pain')], declared: ['Best office chairs for back pain 2026'] },
      'Best office chairs to prevent back pain',
    ],
    [
      'og:title where the only heading is the site',
      { headings: [h('Mill Notes')], declared: ['A day at the mill'], site: 'Mill Notes' },
      'A day at the mill',
    ],
    [
      'og:title where the only heading is a rubric',
      { headings: [h('Politics')], declared: ['Council votes for the tram'] },
      'Council votes for the tram',
    ],
    [
      'a document title without the site behind it',
      { documentTitle: 'The bridge is open again | Valley News', site: 'Valley News' },
      'The bridge is open again',
    ],
    [
      'a document title without the site before it',
      { documentTitle: 'Valley News: The bridge is open again', site: 'Valley News' },
      'The bridge is open again',
    ],
    [
      'a document title without rubrics',
      { documentTitle: 'Kemble leaves as coach after loss - World - Sport - Northern News' },
      'Kemble leaves as coach after loss',
    ],
    [
      'the site by its host',
      { documentTitle: 'Nasse Wiesen am Fluss – Moorblatt', host: 'www.moorblatt.example' },
      'Nasse Wiesen am Fluss',
    ],
    ['Chinese without spaces', { documentTitle: '老城图书馆下月重新开放-河湾新闻网' }, '老城图书馆下月重新开放'],
    ['Chinese with underscores', { documentTitle: '新桥通车首日两岸居民步行过河_河湾网', site: '河湾网' }, '新桥通车首日两岸居民步行过河'],
    ['a dash that belongs to the title', { headings: [h('Rain - again')], documentTitle: 'Rain - again' }, 'Rain - again'],
    [
      'no section heading for a title',
      { headings: [h('So many models!', 2)], declared: ['Small adventures with small language models'] },
      'Small adventures with small language models',
    ],
    [
      'a heading without its date',
      { headings: [h('Dec 18 2025 A transition is prepared')], declared: ['A transition is prepared'] },
      'A transition is prepared',
    ],
    ['references escaped twice', { declared: ['Tom &amp; Ada&#8217;s mill'] }, 'Tom & Ada’s mill'],
    ['nothing', {}, ''],
  ])('%s', (_, evidence, title) => {
    expect(chooseTitle(page(evidence)).title).toBe(title);
  });

  test('says which heading shows it', () => {
    const headings = [h('Valley News', 1, true), h('Tram returns in spring', 2), h('More', 3)];
    expect(chooseTitle(page({ headings, declared: ['Tram returns in spring'] })).heading).toBe(1);
  });

  test('never throws, and a chosen heading is one of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        fc.array(fc.string(), { maxLength: 3 }),
        fc.string(),
        (texts, declared, documentTitle) => {
          const { heading } = chooseTitle(page({ headings: texts.map((text) => h(text)), declared, documentTitle }));
          expect(heading).toBeGreaterThanOrEqual(-1);
          expect(heading).toBeLessThan(texts.length);
        },
      ),
    );
  });
});
