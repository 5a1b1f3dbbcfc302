import { afterEach } from 'vitest';

const made: Element[] = [];
afterEach(() => {
  for (const element of made.splice(0)) element.remove();
});

/** Puts markup at the end of the page until the test is over; answers the box around it. */
export function put(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  made.push(box);
  return box;
}
