import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerCommands } from '../../core/bus/answer';
import { readStored, watchStored } from '../../core/bus/bell';
import { COMMAND_CHECKS } from '../../core/bus/check-commands';
import { STORAGE } from '../../core/bus/protocol';
import { settingsFrom } from '../../core/bus/settings';
import { mirrorStrings } from '../../core/bus/strings';
import { commandHandlers } from './commands';
import { forgetPrivate, heldInSession, storeOnDemand } from './data';
import { keepHouse, repairMirrors } from './house';
import { onKey } from './keys';
import { makeMenus, onMenu } from './menus';
import { listenToOmnibox } from './omnibox';
import { mirrorShelf } from './shelf';
import { grantedOrigins, injectOpenTabs, registerPages, stopRevokedTabs } from './sites';

const DAILY = 'daily';
const DECIDES_SCRIPTS = new RegExp(`^(?:${STORAGE.adapters}|${STORAGE.rules}|${STORAGE.look('')}.*)$`);
/** The first daily work waits until the browser has settled. */
const FIRST_MINUTES = 3;
const DAY_MINUTES = 24 * 60;

/** A start-up job whose failure must not take the others along; the next start tries again. */
const quietly = (job: Promise<unknown>): void => void job.catch(() => undefined);

export default defineBackground(() => {
  // All listeners in the first turn: a worker that is woken by an event delivers it to those only.
  const open = storeOnDemand();
  answerCommands(commandHandlers(open, heldInSession), COMMAND_CHECKS);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    quietly(registerPages().then(grantedOrigins).then(injectOpenTabs));
    quietly(makeMenus());
    if (reason === 'install') quietly(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/') }));
  });
  browser.runtime.onStartup.addListener(() => {
    quietly(registerPages());
    quietly(makeMenus());
  });
  browser.permissions.onAdded.addListener(({ origins }) => quietly(registerPages().then(() => injectOpenTabs(origins ?? []))));
  browser.permissions.onRemoved.addListener(() => quietly(registerPages().then(stopRevokedTabs)));
  browser.commands?.onCommand.addListener((command, tab) => quietly(onKey(command, tab)));
  browser.contextMenus?.onClicked.addListener((info, tab) => quietly(onMenu(info, tab)));
  listenToOmnibox(open);
  // Firefox for Android has no windows.
  browser.windows?.onRemoved.addListener(() => quietly(forgetPrivate()));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === DAILY) quietly(keepHouse(open));
  });
  let uiLang: string | null = null;
  watchStored(
    [STORAGE.settings, STORAGE.strings, STORAGE.shelf, STORAGE.adapters, STORAGE.rules, STORAGE.look('')],
    (rung) => {
      // A site became known, or the first rule with a pattern was made: from the next page on the scripts come with it.
      if (Object.keys(rung).some((key) => DECIDES_SCRIPTS.test(key))) quietly(registerPages());
      // "Delete everything" takes along what no page can do without.
      if (rung[STORAGE.shelf] === null) quietly(mirrorShelf());
      const chosen = Object.hasOwn(rung, STORAGE.settings) ? settingsFrom(rung[STORAGE.settings]).uiLang : uiLang;
      if (rung[STORAGE.strings] === null) quietly(mirrorStrings(chosen ?? ''));
      if (chosen === uiLang || chosen === null) return;
      uiLang = chosen;
      quietly(mirrorStrings(chosen));
      quietly(makeMenus());
    },
    new AbortController().signal,
  );

  // Each start of the worker: what a killed one may have left undone.
  quietly(
    readStored([STORAGE.settings]).then(async (stored) => {
      uiLang = settingsFrom(stored[STORAGE.settings]).uiLang;
      await mirrorStrings(uiLang);
    }),
  );
  quietly(repairMirrors(open));
  quietly(mirrorShelf());
  quietly(
    browser.alarms.get(DAILY).then(async (alarm) => {
      if (!alarm) await browser.alarms.create(DAILY, { delayInMinutes: FIRST_MINUTES, periodInMinutes: DAY_MINUTES });
    }),
  );
});
