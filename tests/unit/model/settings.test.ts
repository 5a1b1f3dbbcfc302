import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../../../core/bus/settings';
import { chooseOn, DEFAULT_SETTINGS, type Settings, settingsOn } from '../../../core/model/settings';

const SITE = 'forum.example';
const with_ = (bySite: Settings['bySite']): Settings => ({ ...DEFAULT_SETTINGS, bySite });

describe('the switches on one site', () => {
  test.each([
    ['without a choice', with_({}), SITE, DEFAULT_SETTINGS.theme],
    ['with one', with_({ [SITE]: { theme: 'dark' } }), SITE, 'dark'],
    ['with one for another site', with_({ [SITE]: { theme: 'dark' } }), 'other.example', DEFAULT_SETTINGS.theme],
    ['named like something every object has', with_({}), 'constructor', DEFAULT_SETTINGS.theme],
  ] as const)('%s', (_what, settings, site, theme) => {
    expect(settingsOn(settings, site).theme).toBe(theme);
  });

  test('leave what was not chosen as it is everywhere', () => {
    const settings = { ...with_({ [SITE]: { stubStyle: 'none', chips: false } }), density: 'compact' as const };
    expect(settingsOn(settings, SITE)).toEqual({ ...settings, stubStyle: 'none', chips: false });
  });

  test('a choice that is taken back leaves nothing behind', () => {
    const chosen = chooseOn(chooseOn(DEFAULT_SETTINGS, SITE, 'theme', 'dark'), SITE, 'markNew', false);
    expect(chosen.bySite).toEqual({ [SITE]: { theme: 'dark', markNew: false } });
    expect(chooseOn(chosen, SITE, 'theme', undefined).bySite).toEqual({ [SITE]: { markNew: false } });
    expect(chooseOn(chooseOn(chosen, SITE, 'theme', undefined), SITE, 'markNew', undefined)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('what lies in storage for single sites', () => {
  test.each([
    ['a wrong value falls out alone', { [SITE]: { theme: 'pink', density: 'compact', evil: 1 } }, { [SITE]: { density: 'compact' } }],
    [
      'a broken site does not take the others along',
      { [SITE]: 7, 'b.example': { chips: false } },
      { [SITE]: {}, 'b.example': { chips: false } },
    ],
    ['what cannot be chosen for a site is left behind', { [SITE]: { keysOn: true, offSites: ['x.example'] } }, { [SITE]: {} }],
    ['no object is no choice', 'all of them', {}],
  ])('%s', (_what, stored, bySite) => {
    expect(settingsFrom({ ...DEFAULT_SETTINGS, bySite: stored }).bySite).toEqual(bySite);
  });

  test('anything at all gives settings, and settings give themselves', () => {
    fc.assert(
      fc.property(fc.anything(), (bySite) => {
        const settings = settingsFrom({ bySite });
        expect(settingsFrom(settings)).toEqual(settings);
      }),
    );
  });
});
