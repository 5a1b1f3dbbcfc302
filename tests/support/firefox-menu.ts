import type { Browser } from 'puppeteer-core';

interface Answer {
  readonly result: {
    readonly contexts?: readonly { readonly context: string; readonly url: string }[];
    readonly type?: string;
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
}
interface Connection {
  send(method: string, params: object): Promise<Answer>;
}

/** What runs in Firefox's own window: opens the extension's part of the menu that is up and clicks the entry, as the mouse does. */
const clickEntry = `async (wanted) => {
  const menu = document.getElementById('contentAreaContextMenu');
  const open = async (popup) => {
    for (let i = 0; i < 100 && popup.state !== 'open'; i++) await new Promise((done) => setTimeout(done, 50));
  };
  await open(menu);
  const own = [...menu.querySelectorAll('menu')].find((one) => one.label === 'Postil');
  if (!own) return 'no entries of ours';
  own.openMenu(true);
  await open(own.menupopup);
  const entry = [...own.menupopup.querySelectorAll('menuitem')].find((one) => one.label === wanted);
  if (!entry) return 'no such entry';
  own.menupopup.activateItem(entry);
  return '';
}`;

/** Chooses an entry of ours in the context menu of Firefox that a right click has opened: the browser's own menu, with all that its click grants. */
export async function chooseEntry(browser: Browser, label: string): Promise<void> {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const own = tree.result.contexts?.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!own) throw new Error('chooseEntry: Firefox shows no window');
  const answer = await connection.send('script.callFunction', {
    functionDeclaration: clickEntry,
    awaitPromise: true,
    target: { context: own.context },
    arguments: [{ type: 'string', value: label }],
  });
  const problem = answer.result.exceptionDetails?.text ?? String(answer.result.result?.value ?? '');
  if (problem !== '') throw new Error(`chooseEntry: ${problem}`);
}
