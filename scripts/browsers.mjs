import { existsSync } from 'node:fs';

const CHROMIUM = [
  process.env.POSTIL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX = [
  process.env.POSTIL_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const first = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** Path of an installed Chromium or Chrome (POSTIL_CHROMIUM overrides), null if there is none. */
export const chromiumPath = () => first(CHROMIUM);
/** Path of an installed Firefox (POSTIL_FIREFOX overrides), null if there is none. */
export const firefoxPath = () => first(FIREFOX);

/** Flags for a headless Chromium that keeps quiet on the network; `--no-sandbox` only as root, where Chromium refuses to start without. */
export const chromiumFlags = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
