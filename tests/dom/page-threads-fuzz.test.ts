import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectAll as detect } from '../../core/page/detect-all';

const pages = import.meta.glob('../corpus/{thread,none}-*.html', { query: '?raw', import: 'default', eager: true }) as Record<
  string,
  string
>;
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const options = { url: 'https://fuzz.example/t/1', now: Date.UTC(2026, 0, 1), generic: true };

type Step = { readonly kind: 'drop' | 'repeat' | 'move' | 'cut'; readonly at: number; readonly to: number };

/** Applies one mutation to the n-th element of the body. */
function mutate(document: Document, { kind, at, to }: Step): void {
  const all = [...document.body.querySelectorAll('*')];
  if (all.length < 2) return;
  const element = all[at % all.length]!;
  const other = all[to % all.length]!;
  if (kind === 'drop') element.remove();
  else if (kind === 'repeat') element.after(element.cloneNode(true));
  else if (kind === 'move' && !element.contains(other)) other.before(element);
  else if (kind === 'cut') for (const child of [...element.childNodes].slice(to % 3)) child.remove();
}

const step = fc.record({
  kind: fc.constantFrom('drop', 'repeat', 'move', 'cut' as const),
  at: fc.nat(500),
  to: fc.nat(500),
}) as fc.Arbitrary<Step>;

describe('broken pages', () => {
  test('any mutation is survived: keys are unique, order is kept, the page is unchanged', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(pages)), fc.array(step, { minLength: 1, maxLength: 12 }), (html, steps) => {
        const document = parse(html);
        for (const one of steps) mutate(document, one);
        const before = document.documentElement.outerHTML;
        const { thread, comments } = detect(document, options);
        expect(document.documentElement.outerHTML).toBe(before);
        if (!thread) return;
        found++;
        const keys = thread.comments.map((comment) => comment.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect([...comments.keys()]).toEqual(keys);
        thread.comments.forEach((comment, i) => {
          if (comment.parentKey !== null) expect(keys.indexOf(comment.parentKey)).toBeLessThan(i);
        });
        const roots = keys.map((key) => comments.get(key)!.nodes[0]!);
        for (let i = 1; i < roots.length; i++)
          expect(roots[i - 1]!.compareDocumentPosition(roots[i]!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
      }),
      { numRuns: 120 },
    );
    // Where nothing were found, nothing of the above would be held to.
    expect(found).toBeGreaterThan(40);
  }, 120_000);
});

const THREAD = pages[Object.keys(pages).find((path) => path.includes('thread-list-items'))!]!;

describe('hostile pages', () => {
  test('names that stand for DOM properties change nothing', () => {
    const names = [
      'parentNode',
      'nodeName',
      'nodeType',
      'childNodes',
      'firstChild',
      'nextSibling',
      'getAttribute',
      'textContent',
      'ownerDocument',
      'attributes',
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    const clobbered = THREAD.replace(
      /<section id="comments">([\s\S]*)<\/section>/,
      `<form>${inputs}<section id="comments">$1</section></form><img name="body"><img name="createTreeWalker">`,
    );
    const plain = detect(parse(THREAD), options).thread!;
    const found = detect(parse(clobbered), options).thread;
    expect(found?.comments.map((comment) => comment.text)).toEqual(plain.comments.map((comment) => comment.text));
  });

  test('20,000 levels of hidden nesting beside a thread (a browser needs minutes to build 100,000)', () => {
    const document = parse(THREAD);
    let deep: Element = document.createElement('div');
    const top = deep;
    top.setAttribute('hidden', '');
    for (let i = 0; i < 20_000; i++) {
      const inner = document.createElement('div');
      deep.append(inner);
      deep = inner;
    }
    deep.textContent = 'x';
    document.body.append(top);
    expect(detect(document, options).thread?.comments.length).toBe(3);
    top.textContent = '';
  }, 60_000);

  test('a comment of 100 KB and an empty one', () => {
    const long = 'word after word. '.repeat(6400);
    const page = pages[Object.keys(pages).find((path) => path.includes('thread-margin-depth'))!]!;
    const html = page.replace('Mit guten Schuhen geht es.', long).replace('Danke euch, dann nehme ich die festen Stiefel.', '');
    const comments = detect(parse(html), options).thread!.comments;
    expect(comments.map((comment) => comment.author.name)).toEqual(['Waldgeist', 'Klappstuhl', 'Fern', 'Waldgeist']);
    expect(comments[2]!.text.length).toBe(long.trim().length);
    expect(comments[3]!.text).toBe('');
  });

  test('no document is too empty', () => {
    for (const html of ['', '<html></html>', '<frameset></frameset>', '<body></body>'])
      expect(detect(parse(html), options).thread).toBeNull();
  });
});
