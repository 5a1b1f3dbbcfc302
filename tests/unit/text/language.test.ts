import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessLanguage } from '../../../core/text/language';

test.each([
  ['The council said on Tuesday that the bridge will not be closed.', 'en'],
  ['Der Rat sagte am Dienstag, dass die Brücke nicht gesperrt wird.', 'de'],
  ['Le conseil a dit que le pont ne sera pas fermé pour les travaux.', 'fr'],
  ['El consejo dijo que no se cerrará el puente por las obras.', 'es'],
  ['De raad zegt dat de brug niet wordt gesloten voor het verkeer.', 'nl'],
  ['Rada powiedziała, że most nie jest zamknięty i że to nie problem.', 'pl'],
  ['Meclis, köprünün kapanmayacağını ve bu yıl bir sorun olmadığını söyledi.', 'tr'],
  ['议会周二说，这座桥不会关闭，大家可以继续使用。', 'zh-Hans'],
  ['議會週二說，這座橋不會關閉，大家可以繼續使用。', 'zh-Hant'],
  ['天下大同', 'zh'],
  ['市議会は火曜日、橋を閉鎖しないと発表した。', 'ja'],
  ['시의회는 화요일에 다리를 닫지 않겠다고 말했다.', 'ko'],
  ['Совет сообщил, что мост не будет закрыт.', 'ru'],
  ['Рада повідомила, що міст не буде закрито і що її рішення остаточне.', 'uk'],
  ['قال المجلس إن الجسر لن يغلق', 'ar'],
  ['شورا گفت که پل بسته نمی‌شود', 'fa'],
  ['המועצה אמרה שהגשר לא ייסגר', 'he'],
  ['परिषद ने कहा कि पुल बंद नहीं होगा।', 'hi'],
  ['สภากล่าวว่าสะพานจะไม่ปิด', 'th'],
  ['Το συμβούλιο είπε ότι η γέφυρα δεν θα κλείσει', 'el'],
  ['😀 12:30 !!!', null],
  ['', null],
  ['kubectl get pods', null],
])('%s is %s', (text, lang) => {
  expect(guessLanguage(text)).toBe(lang);
});

test('English words in a Chinese text do not outvote it', () => {
  expect(guessLanguage('我们用 Python 和 JavaScript 写了这个程序，现在发布了。')).toBe('zh-Hans');
});

test('never throws and only looks at the start', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      guessLanguage(text);
    }),
  );
  expect(guessLanguage(`${'的 这 是 '.repeat(800)}${'the and of to '.repeat(5000)}`)).toBe('zh-Hans');
});
