import { expect, test } from 'vitest';
import { summariseArticle } from '../../../core/summary/article';
import { findNames } from '../../../core/summary/names';
import { findNumbers } from '../../../core/summary/numbers';
import { block, storyOf } from '../../support/story';

const textsOf = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);

test.each<[string, readonly string[]]>([
  ['“It holds,” said Anna Example, who built it.', ['Anna Example']],
  ['Dr. Mei Sample and Mr Probe told the council so.', ['Mei Sample', 'Probe']],
  ['Cleo Muster, 43, lives next to the bridge.', ['Cleo Muster']],
  ['The Example Bridge was closed, said the Ministry of Roads.', []],
  ['Example Bank said it would pay.', []],
  ['The Daily Sample reported on Anna Example’s bridge.', []],
  ['Das sagte Feuerwehrsprecher Max Muster am Montag.', ['Max Muster']],
  ['Die Studie Neue Brücken sagt etwas anderes.', []],
  ['« Elle tient », a déclaré Jeanne Exemple.', ['Jeanne Exemple']],
  ['Об этом сказал Иван Примеров.', ['Иван Примеров']],
  ['工程师张明远表示，桥还能用。', []],
  ['张明远表示，桥还能用。', ['张明远']],
  ['市长李安在会上说，维修不能再等。', ['李安']],
  ['白宫表示，方面说，高层称。', []],
  ['乔·示例说，桥是安全的。', ['乔·示例']],
  ['見本太郎氏は橋を閉じないと述べた。', ['見本太郎']],
  ['김보기 대표는 다리를 닫지 않겠다고 말했다.', ['김보기']],
])('%s names %j', (text, names) => {
  expect(textsOf(findNames({ text }))).toEqual(names);
  for (const { text: name, start, end } of findNames({ text })) expect(text.slice(start, end)).toBe(name);
});

test.each<[string, readonly string[]]>([
  ['The repair costs $4.5 million, 12% more than in 2019.', ['$4.5 million', '12%']],
  ['Some 9,000 cars cross it, and 58 signatories want it kept.', ['9,000 cars', '58 signatories']],
  ['It opened on 12 March 1911 at 10:15.', []],
  ['In March 2024, chapter 7 was added.', []],
  ['Die Kosten liegen bei 42 Millionen Euro, sagt man.', ['42 Millionen Euro']],
  ['约58名签署者中有两人拒绝。', ['58名签署者']],
  ['维修费用约四百万元，通行九千辆汽车。', ['四百万元', '九千辆汽车']],
  ['The council voted nine to six for fourteen river sensors; it took three weeks.', ['fourteen river sensors']],
  ['Two members refused, losses came to 3,200 a day.', ['Two members', '3,200']],
  ['第3场比赛在2024年5月6日举行。', []],
])('%s counts %j', (text, numbers) => {
  expect(textsOf(findNumbers({ text }))).toEqual(numbers);
  for (const { text: number, start, end } of findNumbers({ text })) expect(text.slice(start, end)).toBe(number);
});

const article = (...texts: string[]) =>
  storyOf(
    '',
    texts.map((text) => block(text)),
  );

test('a person is listed once, by the whole name, with how often the story says it; each mention lies in its sentence', () => {
  const story = article(
    'Mayor Example opened the old bridge to traffic again on Tuesday morning. The repair of the arches took 14 weeks and cost $4 million.',
    '“We waited long enough,” Example told the crowd at the south end of the bridge. A band played for 300 people.',
    'Anna Example has led the town for 3 years and wants to be elected again in May next year.',
  );
  const { people, numbers } = summariseArticle(story, { sentences: 1 });
  expect(people.map(({ text, count }) => [text, count])).toEqual([['Anna Example', 3]]);
  expect(textsOf(numbers)).toContain('$4 million');
  expect(textsOf(numbers)).toContain('300 people');
  for (const { text, block, start, end, sentence } of [...people, ...numbers]) {
    expect(story.blocks[block]!.text.slice(start, end)).toBe(text);
    expect(sentence.start <= start && end <= sentence.end && sentence.block === block).toBe(true);
  }
});

test('a text without either says nothing', () => {
  const { people, numbers } = summariseArticle(article('It rains in the valley. The river is high. Nobody crosses the bridge today.'), {
    sentences: 3,
  });
  expect([people, numbers]).toEqual([[], []]);
});

// What the rest of the story writes small, or with an article, is nobody's name.
test.each<[string, string, readonly string[], readonly string[]]>([
  [
    'German nouns',
    'de',
    [
      'Das Netz der Stadt sei sicher, sagte Projektkoordinatorin Dora Muster am Montag vor den Soldaten.',
      'Auch der russische Experte Soldaten, hieß es. Palästinensische Medien sagten nichts, erklärte die Friedensgesellschaft.',
      'Bruder Netz, sagte er. Kritische Infrastruktur sagte sie. Stromnetz sagte SWR-Korrespondent Max Beispiel, 43, im Radio.',
    ],
    ['Dora Muster', 'Max Beispiel'],
  ],
  [
    'Turkish endings',
    'tr',
    [
      'Belediye Başkanı Ayşe Örnek’in açıklamasına göre köprü açık kalacak.',
      'Onarım iki yıl sürecek ve dört milyon tutacak. Mehmet Deneme söyledi bunu dün akşam.',
    ],
    ['Ayşe Örnek', 'Mehmet Deneme'],
  ],
  [
    'Dutch particles and first words',
    'nl',
    [
      'De brug blijft open, zegt burgemeester Femke van der Proef. De reparatie kost volgens haar vier miljoen.',
      'Volgens Jan Voorbeeld, 51, is dat te veel. Hij woont naast de brug.',
    ],
    ['Femke van der Proef', 'Jan Voorbeeld'],
  ],
  [
    'English first words and common nouns',
    'en',
    [
      'Meanwhile Dana Example, 43, left the council. The council met meanwhile in the town hall.',
      'Aquatic Resources said the resources of the river were safe, and Cape Town said the town agreed.',
    ],
    ['Dana Example'],
  ],
  [
    'openers, offices and clauses without spaces',
    'en',
    [
      'Meanwhile Dana Example, 43, left the hall. Prosecutor Max Sample closed the case.',
      'Secretary-Treasurer Ann Instance spoke first. Judge Probe-who was there, told all of them.',
      'North Harbour Sports said it would be shown. Long Valley said it was full, and Bridge Alliance said nothing.',
    ],
    ['Dana Example', 'Max Sample', 'Ann Instance', 'Probe'],
  ],
  ['last names that are places too', 'en', ['“No,” said Park Probe. Dana Lake said nothing.'], ['Park Probe', 'Dana Lake']],
  [
    'countries',
    'de',
    ['Für Trainer Argentinien zu schlagen wird schwer. Ministerin Beispiel fuhr hin.', 'Die Chefin Namibias kam, und Präsidentin Uganda.'],
    ['Beispiel'],
  ],
  ['Russian cases', 'ru', ['Президент России приехал в город. Министр Примеров уехал.'], ['Примеров']],
])('%s', (_, lang, texts, names) => {
  const { people } = summariseArticle({ ...article(...texts), lang }, { sentences: 1 });
  expect(textsOf(people).sort()).toEqual([...names].sort());
});
