import { expect, test } from 'vitest';
import { emptySitePack } from '../../../core/model/pack';
import { personOf } from '../../../core/rules/who';
import { matchingName } from '../../../core/text/fold';

const packOf = (name: string) => ({ ...emptySitePack('forum.example'), names: { [matchingName(name)]: { u: 'u1', n: name } } });

test.each([
  ['the same name', 'amber_fox', 'amber_fox', true],
  ['another case', 'Amber_Fox', 'amber_fox', true],
  ['a Chinese name', '阿澄', '阿澄', true],
  ['a zero-width space inside', 'amber\u200b_fox', 'amber_fox', false],
  ['a turned direction', 'amber\u202e_fox', 'amber_fox', false],
  ['a Cyrillic letter', 'аmber_fox', 'amber_fox', false],
  ['full width', 'ａmber_fox', 'amber_fox', true],
  ['kept with its hidden character', 'amber\u200b_fox', 'amber\u200b_fox', true],
])('%s', (_, shown, kept, inherits) => {
  expect(personOf({ name: shown, id: null, url: null }, packOf(kept)) !== null).toBe(inherits);
});
