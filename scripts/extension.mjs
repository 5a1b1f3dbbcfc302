import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath, firefoxPath } from './browsers.mjs';
import { ROOT } from './run.mjs';

const GECKO_ID = 'postil@postil.app';
/** Firefox gives each profile a random extension address; tests and demos fix it. */
const GECKO_UUID = '5d0f1d1e-6f0c-4b57-9a52-b7b3a7e1c001';
/** Made-up hosts that lead to this machine, so that sample pages have addresses like real ones. */
export const SAMPLE_HOSTS = ['forum.example', 'news.example', 'plain.example'];

export const builtExtension = (browser, mode = 'e2e') => join(ROOT, '.output', `${browser}-mv3${mode ? `-${mode}` : ''}`);

/** Waits until `probe` answers something truthy, and answers it; throws with `what` after `ms`. */
export async function until(probe, what, ms = 15_000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}${last ? ` (${last.message})` : ''}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function launchChrome({ profile, headless, dark, dir, lang, width, height, incognito }) {
  const browser = await puppeteer.launch({
    headless,
    pipe: true,
    enableExtensions: true,
    executablePath: chromiumPath(),
    userDataDir: profile,
    defaultViewport: headless ? { width, height } : null,
    env: { ...process.env, ...(lang ? { LANGUAGE: lang.replace('-', '_') } : {}) },
    args: [
      ...chromiumFlags(),
      ...(lang ? [`--lang=${lang}`] : []),
      ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []),
      `--host-resolver-rules=${SAMPLE_HOSTS.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`,
    ],
  });
  const id = await browser.installExtension(dir, { enabledInIncognito: incognito });
  const base = `chrome-extension://${id}`;
  const worker = async () => {
    const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().startsWith(base), { timeout: 15_000 });
    return target.worker();
  };
  return { browser, base, worker };
}

async function launchFirefox({ profile, headless, dark, dir, lang, width, height }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    headless,
    executablePath: firefoxPath(),
    userDataDir: profile,
    defaultViewport: headless ? { width, height } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'network.dns.localDomains': SAMPLE_HOSTS.join(','),
      'dom.security.https_first': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...(lang ? { 'intl.accept_languages': lang, 'intl.locale.requested': lang } : {}),
      ...(dark ? { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 } : {}),
    },
  });
  await browser.installExtension(dir);
  return { browser, base: `moz-extension://${GECKO_UUID}`, worker: null };
}

/**
 * Starts a real browser with the built extension in it.
 * Answers `{name, browser, base, worker, openPage, openExtensionPage, close}`; `profile` keeps data across restarts.
 * @param {string} name `chrome` or `firefox`
 * `incognito` (Chrome only): it runs in private windows too.
 * @param {{profile?: string, incognito?: boolean, headless?: boolean, dark?: boolean, mode?: string, lang?: string | null, width?: number, height?: number, dir?: string}} [options]
 */
export async function launchWithPostil(
  name,
  {
    profile,
    headless = true,
    dark = false,
    mode = 'e2e',
    lang = null,
    width = 1000,
    height = 800,
    incognito = false,
    dir = builtExtension(name, mode),
  } = {},
) {
  const options = { profile, headless, dark, dir, lang, width, height, incognito };
  const started = name === 'firefox' ? await launchFirefox(options) : await launchChrome(options);
  const { browser, base } = started;
  const postil = {
    name,
    ...started,
    async openPage(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      // The welcome tab may have come to the front meanwhile; a page in the background is neither drawn nor observed.
      await page.bringToFront();
      return page;
    },
    /** Opens a page of the extension in a tab; `ready` is a selector to wait for. */
    async openExtensionPage(path, ready = 'body') {
      const page = await browser.newPage();
      // Firefox never reports the end of a navigation to moz-extension:
      const going = page.goto(`${base}/${path}`).catch(() => {});
      if (name !== 'firefox') await going;
      // On its way to another process a page of Firefox refuses to be looked at now and then.
      await until(() => page.waitForSelector(ready, { timeout: 15_000 }), `${ready} in ${path}`);
      return page;
    },
    close: () => browser.close(),
  };
  // Content scripts are registered in the background after the start; a page opened before would have none.
  const settings = await postil.openExtensionPage('library.html');
  const registered = () => (globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts();
  if (mode === 'e2e') await until(async () => (await settings.evaluate(registered)).length > 0, 'the page script to be registered');
  await settings.close();
  return postil;
}
