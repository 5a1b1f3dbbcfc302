import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import type { Row } from '../model/row';
import type { TableName } from './database';

const joined = (mine: string, theirs: string): string =>
  theirs === '' || mine.includes(theirs) ? mine : mine === '' || theirs.includes(mine) ? theirs : `${mine}\n${theirs}`;

/**
 * My row with what a foreign one adds: labels, names, sources and notes are joined, what I decided stays, what I left open is filled.
 * Pure; rules and lists stay mine.
 */
export function unite(table: TableName, mine: Row, theirs: Row): Row {
  if (table === 'people') {
    const [a, b] = [mine as Person, theirs as Person];
    const labels = [...a.labels, ...b.labels.filter((label) => !a.labels.some((known) => known.text === label.text))];
    const sources = [...a.sources, ...b.sources.filter((s) => !a.sources.some((k) => k.url === s.url && k.commentKey === s.commentKey))];
    const names = [...a.names, ...b.names.filter((name) => !a.names.includes(name))];
    const next: Person = {
      ...a,
      id: a.id ?? b.id,
      names,
      labels,
      sources,
      note: joined(a.note, b.note),
      action: a.action ?? b.action,
      deletedAt: null,
    };
    return next;
  }
  if (table === 'marks') {
    const [a, b] = [mine as Mark, theirs as Mark];
    const next: Mark = {
      ...a,
      note: joined(a.note, b.note),
      text: a.text === '' ? b.text : a.text,
      title: a.title === '' ? b.title : a.title,
      colour: a.colour ?? b.colour,
      selectors: a.selectors ?? b.selectors,
      deletedAt: null,
    };
    return next;
  }
  return { ...mine, deletedAt: null };
}
