import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesAfterLead, namesIn, ownerOf } from '../../../core/page/article/byline-names';

const isSite = (part: string) => part === 'Valley News' || part === '河湾网';

describe('namesIn', () => {
  test.each([
    ['By Ada Kemble', 'Ada Kemble'],
    ['ByAda Kemble', 'Ada Kemble'],
    ['Written By Ada Kemble', 'Ada Kemble'],
    ['View all posts by Ada Kemble', 'Ada Kemble'],
    ['Von Jürgen Müller-Lüdenscheid | 3. Mai', 'Jürgen Müller-Lüdenscheid'],
    ['Por María de la Cruz', 'María de la Cruz'],
    ['Автор: Анна Петрова', 'Анна Петрова'],
    ['Ada Kemble, Valley News', 'Ada Kemble'],
    ['Ada Kemble, Ben Tull', 'Ada Kemble, Ben Tull'],
    ['Ada Kemble December 3, 2025', 'Ada Kemble'],
    ['Simone Jung', 'Simone Jung'],
    ['Martha Mayer', 'Martha Mayer'],
    ['miller06', 'miller06'],
    ['作者：林小河 时间：2025', '林小河'],
    ['Ada &amp; Ben', 'Ada & Ben'],
    ['Valley News', ''],
    ['ada@valley.example', ''],
    ['August 28, 2025 • 5 min read', ''],
    ['Marketing and Event Coordinator', ''],
    ['View more posts', ''],
    ['https://valley.example/ada', ''],
    ['admin', ''],
    ['wordpressadmin', ''],
    ['size="20"', ''],
    ['', ''],
  ])('%s names "%s"', (text, names) => {
    expect(namesIn(text, isSite)).toBe(names);
  });

  test('never throws and never gives an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(namesIn(text, isSite)).not.toMatch(/https?:|@\w/);
      }),
    );
  });
});

describe('namesAfterLead', () => {
  test.each([
    ['Posted by Ada Kemble on March 3', 'Ada Kemble'],
    ['The mill was built by hand', ''],
    ['河湾日报记者 王小河 李大山', '王小河 李大山'],
    ['（总台记者 张小河）', '张小河'],
    ['本报记者王小河报道', '王小河'],
    ['【林小河╱河灣報導】今天', '林小河'],
    ['（陈小河）', '陈小河'],
    ['磨坊又转了起来。（陈小河 上海报道）', '陈小河'],
    ['记者从上游获悉，大桥通车', ''],
    ['记者指出这是错的', ''],
    ['作者：河湾网', ''],
    ['時間：2025年 作者：溪邊人', '溪邊人'],
  ])('%s → "%s"', (text, names) => {
    expect(namesAfterLead(text, isSite)).toBe(names);
  });
});

describe('ownerOf', () => {
  test.each([
    ["Ada Kemble's blog", 'Ada Kemble'],
    ['Ada Kemble’s cooking weblog', 'Ada Kemble'],
    ["Traveller's blog", ''],
    ['Valley News', ''],
    ['', ''],
  ])('%s belongs to "%s"', (site, owner) => {
    expect(ownerOf(site)).toBe(owner);
  });
});
