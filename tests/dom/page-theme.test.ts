import { afterEach, expect, test } from 'vitest';
import { luminance, pageTheme } from '../../core/page/page-theme';

afterEach(() => document.body.removeAttribute('style'));

test.each([
  ['white', 'rgb(255, 255, 255)', 1],
  ['black', 'rgb(0, 0, 0)', 0],
  ['half transparent is no background', 'rgba(0, 0, 0, 0.4)', null],
  ['no colour', 'transparent', null],
])('luminance of %s', (_, colour, value) => expect(luminance(colour)).toBe(value));

test.each([
  ['#fff', 'light'],
  ['#16181a', 'dark'],
  ['#eef1f4', 'light'],
  ['transparent', 'light'],
])('a page on %s is %s', (background, theme) => {
  document.body.style.background = background;
  expect(pageTheme(document)).toBe(theme);
});
