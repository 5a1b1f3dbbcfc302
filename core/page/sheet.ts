import { PAGE_CSS } from './paint-css';
import { documentElementOf, putInto } from './safe-dom';
import { createIn } from './safe-write';

interface Sheet {
  readonly style: HTMLStyleElement;
  readonly users: Set<string>;
}
const sheets = new WeakMap<Document, Sheet>();

/** Puts our style sheet into a document for as long as `user` (any name) needs it. A page that took it out gets it back. */
export function needSheet(document: Document, user: string): void {
  let sheet = sheets.get(document);
  if (!sheet) {
    const style = createIn(document, 'style');
    style.setAttribute('data-postil', 'sheet');
    style.textContent = PAGE_CSS;
    sheet = { style, users: new Set() };
    sheets.set(document, sheet);
  }
  sheet.users.add(user);
  if (!sheet.style.isConnected) putInto(documentElementOf(document)!, 'append', sheet.style);
}

/** Gives the sheet up; it goes with its last user. */
export function dropSheet(document: Document, user: string): void {
  const sheet = sheets.get(document);
  if (!sheet?.users.delete(user) || sheet.users.size > 0) return;
  sheet.style.remove();
  sheets.delete(document);
}
