const { createElement } = Document.prototype;
const readyState = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')!.get!;

/** Makes an element of ours. A form of the page's that is named `createElement` does not stand in for the method. */
export function createIn<K extends keyof HTMLElementTagNameMap>(document: Document, tag: K): HTMLElementTagNameMap[K];
export function createIn(document: Document, tag: string): HTMLElement;
export function createIn(document: Document, tag: string): HTMLElement {
  return createElement.call(document, tag);
}

/** True while the parser is still at work, whatever the page named `readyState`. */
export const isLoading = (document: Document): boolean => readyState.call(document) === 'loading';
