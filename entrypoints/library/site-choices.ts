import type { MessageKey } from '../../components/strings';
import type { SiteChoice } from '../../core/model/settings';

/** What can be chosen for pages, everywhere and anew for one site: the values of each switch with their names. A flag is `on` or `off`. */
export const PAGE_CHOICES: {
  readonly [K in keyof Required<SiteChoice>]: {
    readonly key: MessageKey;
    readonly why: MessageKey | null;
    readonly options: readonly (readonly [value: string, name: MessageKey])[];
  };
} = {
  theme: {
    key: 'settings.theme',
    why: null,
    options: [
      ['auto', 'settings.theme.auto'],
      ['light', 'settings.theme.light'],
      ['dark', 'settings.theme.dark'],
    ],
  },
  density: {
    key: 'settings.density',
    why: null,
    options: [
      ['comfortable', 'settings.density.comfortable'],
      ['compact', 'settings.density.compact'],
    ],
  },
  stubStyle: {
    key: 'settings.stub',
    why: 'settings.stub.why',
    options: [
      ['stub', 'settings.stub.line'],
      ['none', 'settings.stub.none'],
    ],
  },
  markNew: {
    key: 'settings.markNew',
    why: 'settings.markNew.why',
    options: [
      ['on', 'settings.on'],
      ['off', 'settings.off'],
    ],
  },
  chips: {
    key: 'settings.chips',
    why: 'settings.chips.why',
    options: [
      ['on', 'settings.on'],
      ['off', 'settings.off'],
    ],
  },
};

/** A value of a switch as one of its options, and back. */
export const optionOf = (value: string | boolean): string => (typeof value === 'string' ? value : value ? 'on' : 'off');
export function choiceOf<K extends keyof SiteChoice>(key: K, option: string): Required<SiteChoice>[K] {
  const flag = PAGE_CHOICES[key].options.some(([value]) => value === 'on');
  return (flag ? option === 'on' : option) as Required<SiteChoice>[K];
}
