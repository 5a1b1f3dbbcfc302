import type { Decision, Reason } from '../model/decision';
import type { Comment } from '../model/thread';
import { disguises } from '../text/fold-names';
import { sayTerms } from '../text/say-terms';
import type { Translate } from '../text/strings';
import { type Host, makeHost } from './host';
import { CHIP_CSS, DENSE_CSS, NOTE_CSS, STUB_CSS } from './paint-css';
import { createIn } from './safe-write';

/** What a reader does to something painted. Only real input gets this far. */
export interface PaintActs {
  readonly open: (keys: readonly string[], open: boolean) => void;
  readonly why: (keys: readonly string[], at: Element) => void;
  readonly menu: (key: string, at: Element) => void;
  /** The pointer or focus rests on somebody's chip; null when it left. */
  readonly person: (key: string | null, at: Element) => void;
  readonly note: (key: string, at: Element) => void;
}

/** What all painted parts need. */
export interface PartContext {
  readonly document: Document;
  readonly t: Translate;
  readonly theme: string;
  /** Lines of ours take less room. */
  readonly dense?: boolean;
  readonly acts: PaintActs;
}

const styled = ({ dense }: PartContext, css: string): string => (dense ? css + DENSE_CSS : css);

type Child = Node | string;
function make<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = createIn(document, tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Listens for real input only: what a page's script makes up is ignored. */
export function onReal(target: EventTarget, type: string, act: (event: Event) => void): void {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event);
  });
}

function button(context: PartContext, className: string, label: string, act: (at: HTMLButtonElement) => void): HTMLButtonElement {
  const element = make(context.document, 'button', className, label);
  element.type = 'button';
  onReal(element, 'click', (event) => {
    event.stopPropagation();
    event.preventDefault();
    act(element);
  });
  return element;
}

/** The words for a reason, e.g. `rule “slurs”`. Catalogue keys `page.because.*`. */
export function becauseText(t: Translate, reason: Reason): string {
  return t(`page.because.${reason.kind}`, { name: reason.kind === 'person' ? reason.name : sayTerms(t, reason.name) });
}

const join = (pieces: readonly Child[]): Child[] =>
  pieces.filter((piece) => piece !== '').flatMap((piece, i) => (i === 0 ? [piece] : [' · ', piece]));

const name = (document: Document, text: string) => make(document, 'b', '', make(document, 'bdi', '', text));

/** The one line that stands for hidden comments (`group`), or above one that was opened again. */
export function makeStub(
  context: PartContext,
  parent: Element,
  shape: 'stub' | 'fold' | 'opened',
  group: readonly Comment[],
  decisions: readonly (Decision | undefined)[],
): Host {
  const { document, t, acts } = context;
  const host = makeHost(document, 'stub', styled(context, STUB_CSS), context.theme, parent);
  const keys = group.map(({ key }) => key);
  const first = group[0]!;
  const reason = decisions[0]?.because[0];
  const line: Child[] = [];
  if (group.length > 1) {
    const replies = decisions.every((decision) => decision?.because[0]?.kind === 'parent');
    const names = [...new Set(group.map(({ author }) => author.name).filter(Boolean))];
    line.push(make(document, 'b', '', t(replies ? 'page.stub.replies' : 'page.stub.many', { count: group.length })));
    if (names.length > 0) line.push(make(document, 'bdi', '', names.slice(0, 3).join(', ') + (names.length > 3 ? '…' : '')));
    const because = new Set(
      decisions
        .map((decision) => decision?.because[0])
        .filter((one) => one !== undefined)
        .map((one) => becauseText(t, one)),
    );
    if (!replies && because.size === 1) line.push([...because][0]!);
  } else {
    line.push(t(shape === 'opened' ? 'page.stub.opened' : shape === 'fold' ? 'page.stub.folded' : 'page.stub.hidden'));
    if (first.author.name) line.push(name(document, first.author.name));
    if (shape === 'fold') line.push(`${first.text.slice(0, 60)}${first.text.length > 60 ? '…' : ''}`);
    if (reason) line.push(becauseText(t, reason));
  }
  const floors = group.map(({ floor }) => floor).filter((floor) => floor !== null);
  if (floors.length > 0) {
    const [from, to] = [floors[0]!, floors[floors.length - 1]!];
    line.push(make(document, 'span', 'floor', from === to ? `#${from}` : `#${from}–#${to}`));
  }
  const stub = make(document, 'div', `stub ${shape}`, make(document, 'span', 'what', ...join(line)));
  stub.setAttribute('role', 'group');
  stub.append(
    shape === 'opened'
      ? button(context, 'again', t('page.stub.again'), () => acts.open(keys, false))
      : button(context, 'show', t('page.stub.show'), () => acts.open(keys, true)),
    button(context, 'why', t('page.stub.why'), (at) => acts.why(keys, at)),
  );
  host.root.append(stub);
  return host;
}

/** A chip host; `light` shows the handle while the comment is pointed at. */
export interface Chip extends Host {
  readonly handle: HTMLElement;
  readonly light: (on: boolean) => void;
}

/** Labels behind a name and the ⋯ handle. */
export function makeChip(context: PartContext, parent: Element, comment: Comment, decision: Decision | undefined): Chip {
  const { document, t, acts } = context;
  const host = makeHost(document, 'chip', CHIP_CSS, context.theme, parent);
  const box = make(document, 'span', 'chips');
  if (disguises(comment.author.name).some((kind) => kind !== 'width')) {
    const warning = make(document, 'span', 'warn', '⚠');
    warning.title = t('page.disguise');
    warning.setAttribute('role', 'img');
    warning.setAttribute('aria-label', warning.title);
    box.append(warning);
  }
  for (const label of decision?.labels ?? []) {
    const chip: HTMLButtonElement = button(context, 'chip', label.text, () => acts.menu(comment.key, chip));
    chip.style.color = `var(--tag-${label.colour})`;
    chip.title = label.text;
    chip.dir = 'auto';
    for (const type of ['pointerenter', 'focus']) onReal(chip, type, () => acts.person(comment.key, chip));
    for (const type of ['pointerleave', 'blur']) onReal(chip, type, () => acts.person(null, chip));
    box.append(chip);
  }
  const more: HTMLButtonElement = button(context, 'more', '⋯', () => acts.menu(comment.key, more));
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-label', comment.author.name ? t('page.more', { name: comment.author.name }) : t('page.more.nobody'));
  box.append(more);
  host.root.append(box);
  return { ...host, handle: more, light: (on) => box.classList.toggle('on', on) };
}

/** The reader's own note below a comment or block. */
export function makeNote(context: PartContext, parent: Element, key: string, text: string): Host {
  const host = makeHost(context.document, 'note', styled(context, NOTE_CSS), context.theme, parent);
  const note = button(context, 'note', text, (at) => context.acts.note(key, at));
  note.setAttribute('aria-label', context.t('page.note.edit', { note: text }));
  host.root.append(note);
  return host;
}
