import type { Adapter, FieldName } from '../../model/adapter';
import { FIELDS } from '../../model/adapter';
import { parseField, type Source } from '../../model/source';

/** An adapter with its sources taken apart. */
export interface Compiled {
  readonly adapter: Adapter;
  readonly root: readonly Source[];
  readonly fields: Readonly<Record<FieldName, readonly Source[]>>;
}

const compiled = new WeakMap<Adapter, Compiled>();

/** Takes an adapter's sources apart, once. Throws a SyntaxError on a broken regular expression. */
export function compile(adapter: Adapter): Compiled {
  let made = compiled.get(adapter);
  if (!made) {
    const fields = Object.fromEntries(FIELDS.map((name) => [name, parseField(adapter[name])])) as Record<FieldName, readonly Source[]>;
    made = { adapter, root: parseField(adapter.root), fields };
    compiled.set(adapter, made);
  }
  return made;
}
