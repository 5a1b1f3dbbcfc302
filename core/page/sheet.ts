import { PAGE_CSS } from './paint-css';
import { documentElementOf, nodeTypeOf, ownerDocumentOf, putInto } from './safe-dom';
import { createIn } from './safe-write';

interface Sheet {
  readonly style: HTMLStyleElement;
  readonly users: Set<string>;
}
const sheets = new WeakMap<Document | ShadowRoot, Sheet>();

/** Puts our style sheet into a document or an open shadow root for as long as `user` (any name) needs it. A page that took it out gets it back. */
export function needSheet(scope: Document | ShadowRoot, user: string): void {
  let sheet = sheets.get(scope);
  if (!sheet) {
    const style = createIn((nodeTypeOf(scope) === 9 ? scope : ownerDocumentOf(scope)) as Document, 'style');
    style.setAttribute('data-postil', 'sheet');
    style.textContent = PAGE_CSS;
    sheet = { style, users: new Set() };
    sheets.set(scope, sheet);
  }
  sheet.users.add(user);
  if (sheet.style.isConnected) return;
  if (nodeTypeOf(scope) === 9) putInto(documentElementOf(scope as Document)!, 'append', sheet.style);
  else scope.appendChild(sheet.style);
}

/** Gives the sheet up; it goes with its last user. */
export function dropSheet(scope: Document | ShadowRoot, user: string): void {
  const sheet = sheets.get(scope);
  if (!sheet?.users.delete(user) || sheet.users.size > 0) return;
  sheet.style.remove();
  sheets.delete(scope);
}
