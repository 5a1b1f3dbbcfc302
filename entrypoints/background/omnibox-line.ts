import type { Mark } from '../../core/model/mark';
import type { Person } from '../../core/model/person';
import type { Row } from '../../core/model/row';
import type { Rule } from '../../core/model/rule';
import type { Visit } from '../../core/model/visit';
import type { SearchKind } from '../../core/store/search';

/** One line below the address bar: `content` is handed back when it is chosen (a view of the library, or the address of a page). */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** A line is cut here; browsers show about as much. */
const LONGEST = 120;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** White space made single, what XML 1.0 cannot hold taken out, cut. */
function plain(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .trim();
  return line.length > LONGEST ? `${[...line].slice(0, LONGEST).join('')}…` : line;
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** What a row is called, what stands behind the name, and where it leads. */
function partsOf(kind: SearchKind, row: Row): readonly [name: string, more: string, content: string] {
  if (kind === 'people') {
    const { names, labels, site, uuid } = row as Person;
    return [names[0] ?? '', [...labels.map(({ text }) => text), site].join(' · '), `#/people/${uuid}`];
  }
  if (kind === 'marks') {
    const { note, text, author, site, uuid, kind: mark } = row as Mark;
    return [note || text, [author, site].filter((part) => part !== '').join(' · '), `#/${mark === 'hide' ? 'hidden' : 'notes'}/${uuid}`];
  }
  if (kind === 'rules') return [(row as Rule).name, '', `#/rules/${row.uuid}`];
  const { title, site, url } = row as Visit;
  // A backup may bring a thread without its address; a line that leads nowhere is refused by browsers, and all others with it.
  return [title || url || site, site, url || `#/threads?${new URLSearchParams({ q: title || site })}`];
}

/** The line for a row that was found. `inXml`: Chromium reads a description as XML, Firefox as it stands. */
export function describeHit(kind: SearchKind, row: Row, inXml: boolean): Suggestion {
  const [name, more, content] = partsOf(kind, row);
  const [head, tail] = [plain(name), plain(more)];
  if (!inXml) return { content, description: [head, tail].filter((part) => part !== '').join(' – ') };
  return { content, description: `${escaped(head)}${tail === '' ? '' : ` <dim>– ${escaped(tail)}</dim>`}` };
}
