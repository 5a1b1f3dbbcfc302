import type { Adapter } from '../../model/adapter';
import type { DetectOptions } from '../found';

let last: { readonly shelf: string; readonly adapter: Adapter } | null = null;

/** The adapter of that name among the person's own and those of the shelf; null if there is none. */
export function findAdapter(name: string, { own, shelf }: DetectOptions): Adapter | null {
  const mine = own?.find((adapter) => adapter.name === name);
  if (mine) return mine;
  if (!shelf) return null;
  if (last?.shelf === shelf && last.adapter.name === name) return last.adapter;
  const line = shelf.split('\n').find((one) => one.includes(`"name":${JSON.stringify(name)}`));
  if (line === undefined) return null;
  last = { shelf, adapter: JSON.parse(line) as Adapter };
  return last.adapter;
}
