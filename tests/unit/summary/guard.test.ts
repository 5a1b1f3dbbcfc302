import { expect, test } from 'vitest';
import { datelineUnits, isFurniture, looksLikeHeading } from '../../../core/summary/guard';
import { countUnits } from '../../../core/summary/tokens';

test.each([
  '▲ 老桥外景',
  '图：老桥外景（示例图片）',
  '圖說:為避免事故，老橋封閉檢修。',
  '老桥外景（某某 摄）',
  '（責任編輯：某某）',
  '(本文来源：示例日报 作者：某某)',
  '来源：示例日报 字号:T|T 0人参与 0条评论 打印 转发',
  '2012年01月12日 16:36 来源：示例台',
  '免责声明：本文仅代表作者个人观点，与本网无关。',
  '（完）',
  '完',
  '分享让更多人看到',
  '相关阅读：十座桥',
  '（總台記者 某某）',
  'Photo: Example Images',
  'Main image credit: Example',
  'By Alex Example and Sam Sample',
  'Reporting by Alex Example; editing by Sam Sample',
  'Updated 12 March 2024 at 10:15',
  'September 12, 2024',
  '12. März 2024',
  'Share this article',
  'Read more: Ten bridges',
  'Sign up for our newsletter',
  '14 comments',
  'Foto: Beispiel',
  'Lire aussi : dix ponts',
  '— Example Account (@example) November 18, 2019',
  '___',
  'PTI',
  '© 2024 Example. All rights reserved.',
])('furniture: %s', (text) => {
  expect(isFurniture(text, countUnits(text))).toBe(true);
});

test.each([
  'The bridge stays open for another five years, the council said.',
  'By then the council had voted three times on the bridge.',
  'Photographs of the bridge hang in every shop of the town.',
  'Download speeds have risen by 40 percent since the new line opened.',
  'Watch makers of the valley met on Tuesday.',
  'Von dort ging es weiter über die Brücke.',
  'Sharing the road with bicycles is new to the drivers of the town.',
  '来源不明的资金进入了市场，监管部门正在调查。',
  '他在图书馆工作了三十年。',
  '记者在现场看到，桥面已经封闭。',
  '分享经济正在改变这座城市的交通。',
  '2024年，这座桥每天通行九千辆汽车。',
])('story: %s', (text) => {
  expect(isFurniture(text, countUnits(text))).toBe(false);
});

test.each<[string, boolean, boolean]>([
  ['A question of money', false, true],
  ['The bridge stays open.', false, false],
  ['维修之争', true, true],
  ['桥继续通行。', true, false],
  ['专利之争：为吸引买家？', true, true],
  ['老桥表决通过 南岸商户欢迎 反对者上诉 新桥要建六年 渡船停运多年 签名两千', true, true],
])('heading or links: %s', (text, paired, expected) => {
  expect(looksLikeHeading(text, countUnits(text), paired)).toBe(expected);
});

test.each([
  ['LONDON, Jan 5 (Example) - The bridge stays open.', 'The bridge stays open.'],
  ['WASHINGTON (AP) — The bridge stays open.', 'The bridge stays open.'],
  ['(CNN) -- The bridge stays open for now.', 'The bridge stays open for now.'],
  ['示例社河城3月12日电（记者 某某）老桥继续通行五年。', '老桥继续通行五年。'],
  ['本报讯 （记者某某）老桥继续通行五年。', '老桥继续通行五年。'],
  ['The bridge — an old one — stays open.', 'The bridge — an old one — stays open.'],
  ['议会12日表决，老桥继续通行五年。', '议会12日表决，老桥继续通行五年。'],
])('dateline of %s', (text, rest) => {
  expect(text.slice(datelineUnits(text))).toBe(rest);
});
