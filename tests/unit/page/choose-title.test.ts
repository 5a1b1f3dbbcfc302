import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTitle } from '../../../core/page/article/choose-title';
import { TITLE_FEATURES, type TitleEvidence, type TitleHeading, titleCandidates } from '../../../core/page/article/title-candidates';
import { cutsOf, siteTest, withoutSite } from '../../../core/page/article/title-words';

const h = (text: string, level = 1, more: Partial<TitleHeading> = {}): TitleHeading => ({
  text,
  level,
  linked: false,
  parts: [],
  around: ['DIV', 'MAIN', 'BODY'],
  name: '',
  names: '',
  place: -2,
  inMain: false,
  ...more,
});
const logo = (text: string) => h(text, 1, { linked: true, place: -40, around: ['HEADER', 'BODY'], name: 'site-title' });
interface Told {
  readonly headings?: readonly TitleHeading[];
  readonly og?: string;
  readonly linked?: string;
  readonly document?: string;
  readonly site?: string;
  readonly host?: string;
  readonly path?: string;
}
const page = ({
  headings = [],
  og = '',
  linked = '',
  document = '',
  site = '',
  host = 'news.example',
  path = '/',
}: Told): TitleEvidence => ({
  headings,
  declared: { og, linked, twitter: '', meta: '', document },
  site,
  host,
  path,
});

describe('chooseTitle', () => {
  test.each<[string, Told, string]>([
    [
      'the heading that og:title confirms',
      {
        headings: [logo('Valley News'), h('Tram returns in spring')],
        og: 'Tram returns in spring',
        document: 'Tram returns in spring | Valley News',
      },
      'Tram returns in spring',
    ],
    [
      'the shown heading where og:title is written for search engines',
      {
        headings: [h('Best office chairs to prevent back pain in a small room')],
        og: 'Best office chairs for back pain 2026',
        document: 'Best office chairs for back pain 2026',
      },
      'Best office chairs to prevent back pain in a small room',
    ],
    [
      'og:title where the only heading is the site',
      { headings: [logo('Mill Notes')], og: 'A day at the mill', document: 'A day at the mill – Mill Notes', site: 'Mill Notes' },
      'A day at the mill',
    ],
    [
      'og:title rather than the last step of the breadcrumbs',
      {
        headings: [
          h('Mill: council votes', 1, { around: ['LI', 'OL', 'NAV'], names: 'breadcrumb__item breadcrumb', place: -20 }),
          h('Council votes for the old mill after a long night', 2, { name: 'title', around: ['SPAN', 'HEADER', 'ARTICLE'] }),
        ],
        og: 'Council votes for the old mill after a long night',
        linked: 'Council votes for the old mill after a long night',
        document: 'Mill: council votes | Valley News',
        site: 'Valley News',
      },
      'Council votes for the old mill after a long night',
    ],
    [
      'a document title without the site behind it',
      { document: 'The bridge is open again for walkers | Valley News', site: 'Valley News' },
      'The bridge is open again for walkers',
    ],
    ['the site by its host', { document: 'Nasse Wiesen am Fluss – Moorblatt', host: 'www.moorblatt.example' }, 'Nasse Wiesen am Fluss'],
    [
      'a heading that is part of the document title only by chance does not cut it',
      {
        headings: [h('Das ist neu', 3, { place: 6, inMain: true }), h('Neue Fähre auf dem See: Was sie kostet – das ist neu')],
        og: 'Neue Fähre auf dem See: Was sie kostet – das ist neu',
        document: 'Neue Fähre auf dem See: Was sie kostet – das ist neu',
      },
      'Neue Fähre auf dem See: Was sie kostet – das ist neu',
    ],
    ['Chinese without spaces', { document: '老城图书馆下月重新开放-河湾新闻网', site: '河湾新闻网' }, '老城图书馆下月重新开放'],
    [
      'Chinese with rubric and site',
      { headings: [h('新桥通车首日两岸居民步行过河')], document: '新桥通车首日两岸居民步行过河_新闻_河湾网' },
      '新桥通车首日两岸居民步行过河',
    ],
    [
      'Japanese',
      { headings: [h('駅前の古い時計台が修復される')], document: '駅前の古い時計台が修復される｜谷新聞', site: '谷新聞' },
      '駅前の古い時計台が修復される',
    ],
    [
      'a dash that belongs to the title',
      { headings: [h('Rain - again and again')], document: 'Rain - again and again' },
      'Rain - again and again',
    ],
    ['references escaped twice', { og: 'Tom &amp; Ada&#8217;s old mill' }, 'Tom & Ada’s old mill'],
    ['nothing', {}, ''],
  ])('%s', (_, told, title) => {
    expect(chooseTitle(page(told)).title).toBe(title);
  });

  test('says which heading shows it', () => {
    const headings = [logo('Valley News'), h('Tram returns in spring', 2), h('More', 3)];
    expect(chooseTitle(page({ headings, og: 'Tram returns in spring' })).heading).toBe(1);
  });

  test('never throws, and a chosen heading is one of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        fc.string(),
        fc.string(),
        fc.string(),
        (texts, og, document, path) => {
          const { heading } = chooseTitle(page({ headings: texts.map((text) => h(text)), og, document, path }));
          expect(heading).toBeGreaterThanOrEqual(-1);
          expect(heading).toBeLessThan(texts.length);
        },
      ),
    );
  });
});

describe('titleCandidates', () => {
  const rowOf = (told: Told, text: string) => {
    const found = titleCandidates(page(told)).find((candidate) => candidate.text === text);
    return found ? (name: string) => found.row[TITLE_FEATURES.indexOf(name)] : null;
  };

  test('one text from several places is one candidate', () => {
    const told = { headings: [h('The mill turns')], og: 'The Mill turns', document: 'The mill turns | Valley' };
    const of = rowOf(told, 'The mill turns')!;
    expect([of('h1'), of('og.whole'), of('document.cut'), of('bar'), of('front')]).toEqual([1, 1, 1, 1, 1]);
    expect(titleCandidates(page(told)).map(({ text }) => text)).toEqual(['The mill turns', 'The mill turns | Valley', 'Valley']);
  });

  test('the parts of a heading are candidates', () => {
    const told = { headings: [h('Wetter Regen bleibt bis Sonntag', 1, { parts: ['Wetter', 'Regen bleibt bis Sonntag'] })] };
    const of = rowOf(told, 'Regen bleibt bis Sonntag')!;
    expect([of('part'), of('endsH1'), of('startsH1')]).toEqual([1, 1, 0]);
  });

  test('an archived page is judged by its own address', () => {
    const told = {
      document: 'The ferry | Moorblatt',
      host: 'web.archive.org',
      path: '/web/20140101000000/http://moorblatt.example/the-ferry',
    };
    const of = rowOf(told, 'The ferry')!;
    expect([of('document.named'), of('droppedSite')]).toEqual([1, 1]);
    expect(of('slugIn')).toBe(1);
  });
});

describe('title words', () => {
  test.each([
    ['A | B', 1],
    ['甲乙丙丁_新闻_河湾网', 2],
    ['Re-use of e-mail', 0],
    ['One: two – three', 2],
  ])('%s is cut in %i places', (title, count) => {
    expect(cutsOf(title)).toHaveLength(count);
  });

  test.each([
    ['Valley News', true],
    ['VALLEY-NEWS', true],
    ['valley', true],
    ['The valley floods', false],
  ])('is "%s" the site', (part, is) => {
    expect(siteTest('Valley News', 'www.valley-news.example')(part)).toBe(is);
  });

  test.each([
    ['Kemble leaves as coach after loss - World - Sport - Northern News', 'Kemble leaves as coach after loss'],
    ['Valley News: The bridge is open', 'The bridge is open'],
    ['Two words', 'Two words'],
  ])('%s without site and rubrics', (raw, title) => {
    expect(withoutSite(raw, siteTest('Valley News', 'valley.example'), true)).toBe(title);
  });
});
