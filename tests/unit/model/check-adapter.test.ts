import { describe, expect, test, vi } from 'vitest';
import { adaptersFrom } from '../../../core/model/check-adapter';
import { stateFrom } from '../../../entrypoints/page-session/state';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));

const good = { name: 'own', hosts: ['forum.example'], confidence: 'low', root: '.c', body: '.b' };

describe('adapters of a backup file', () => {
  test.each([
    ['none', undefined],
    ['an object', { 0: good }],
    ['text', 'x'],
  ])('%s give nothing', (_what, value) => expect(adaptersFrom(value)).toEqual([]));

  test.each([
    ['null', null],
    ['a number', 7],
    ['a rule for a style sheet', { ...good, root: 'a){}body{display:none' }],
    ['a pattern that takes for ever', { ...good, id: '@id /(a+)+$/' }],
    ['a field that is no selector', { ...good, root: 5 }],
    ['no host', { ...good, hosts: [] }],
  ])('%s is left out, the sound ones stay', (_what, bad) => expect(adaptersFrom([bad, good, bad])).toEqual([good]));

  test('what lies in storage already and is no object breaks no page', () =>
    expect(stateFrom({ adapters: [null, 3, good] }, 'forum.example').own).toEqual([good]));
});
