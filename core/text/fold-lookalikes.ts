/**
 * Characters that pass for another one, after case folding: each character of `FROM` reads as the character of `TO` at its place.
 * A subset of Unicode's confusables (UTS 39): Cyrillic and Greek letters drawn like Latin ones, Latin letters with a bar or without a dot,
 * and the digits that stand for letters in evasive spelling. `i` and `l` fall together because `I`, `l` and `1` do.
 */
const FROM = 'авеіјкмнорсԁѕтухһԛԝӏүғαβεγικνορτυχωηɑɡıɩłøđħŧ013457|i@$';
const TO = 'abeljkmhopcdstyxhqwlyfabeylkvoptuxwnaglllodhtoleastllas';

/** Look-alike → the Latin letter it passes for. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map([...FROM].map((from, at) => [from, [...TO][at] ?? from]));
