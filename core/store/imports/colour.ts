import type { Colour } from '../../model/person';

/** The CSS names that the tools offer. */
const NAMED: Readonly<Record<string, Colour>> = {
  red: 'red',
  maroon: 'red',
  orange: 'orange',
  yellow: 'yellow',
  gold: 'yellow',
  lime: 'green',
  green: 'green',
  olive: 'green',
  teal: 'teal',
  aqua: 'teal',
  cyan: 'teal',
  blue: 'blue',
  navy: 'blue',
  cornflowerblue: 'blue',
  purple: 'violet',
  fuchsia: 'violet',
  magenta: 'violet',
  pink: 'violet',
  violet: 'violet',
  black: 'grey',
  gray: 'grey',
  grey: 'grey',
  silver: 'grey',
  white: 'grey',
};
/** Upper bounds of the hue in degrees. */
const HUES: readonly (readonly [number, Colour])[] = [
  [15, 'red'],
  [42, 'orange'],
  [70, 'yellow'],
  [160, 'green'],
  [195, 'teal'],
  [255, 'blue'],
  [335, 'violet'],
  [361, 'red'],
];

/** Our colour nearest to a CSS colour (`#rgb`, `#rrggbb` or a common name). Anything else, and what has hardly a hue, is grey. */
export function nearestColour(css: string): Colour {
  const name = css.trim().toLowerCase();
  if (Object.hasOwn(NAMED, name)) return NAMED[name]!;
  const hex = /^#(?:([0-9a-f]{6})(?:[0-9a-f]{2})?|([0-9a-f]{3}))$/.exec(name);
  if (!hex) return 'grey';
  const digits = hex[1] ?? [...hex[2]!].map((digit) => digit + digit).join('');
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (max - min < 30) return 'grey';
  const turn = max === r ? (g - b) / (max - min) : max === g ? 2 + (b - r) / (max - min) : 4 + (r - g) / (max - min);
  const hue = (turn * 60 + 360) % 360;
  return HUES.find(([end]) => hue < end)![1];
}
