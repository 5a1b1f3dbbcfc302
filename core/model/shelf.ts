import type { Adapter } from './adapter';

/**
 * All adapters as one string, so that a page gets them with its single storage read and parses only what it needs:
 * first line = JSON index (hosts and signs → line numbers), then one adapter's JSON a line.
 */
export type Shelf = string;

/** A shelf, opened: answers by host or sign and parses an adapter when it is asked for. */
export interface OpenShelf {
  /** Adapters for a host, the longest suffix first. */
  readonly byHost: (host: string) => readonly Adapter[];
  /** Places of the adapters that a sign stands for, in the order in which they are to be tried. */
  readonly bySign: (sign: string) => readonly number[];
  readonly at: (place: number) => Adapter;
  /** Every sign that stands for an adapter. */
  readonly signs: readonly string[];
}

interface Index {
  readonly h: Readonly<Record<string, readonly number[]>>;
  readonly s: Readonly<Record<string, readonly number[]>>;
}

/** Packs adapters; earlier ones are tried first. */
export function packShelf(adapters: readonly Adapter[]): Shelf {
  const h: Record<string, number[]> = {};
  const s: Record<string, number[]> = {};
  adapters.forEach((adapter, i) => {
    for (const host of adapter.hosts ?? []) h[host] = [...(h[host] ?? []), i + 1];
    for (const sign of adapter.detect ?? []) s[sign] = [...(s[sign] ?? []), i + 1];
  });
  return [JSON.stringify({ h, s } satisfies Index), ...adapters.map((adapter) => JSON.stringify(adapter))].join('\n');
}

/** Opens a packed shelf. '' is an empty one. */
export function openShelf(shelf: Shelf): OpenShelf {
  const lines = shelf === '' ? ['{"h":{},"s":{}}'] : shelf.split('\n');
  const index = JSON.parse(lines[0]!) as Index;
  const hosts = new Map(Object.entries(index.h));
  const signs = new Map(Object.entries(index.s));
  const at = (place: number) => JSON.parse(lines[place]!) as Adapter;
  return {
    byHost(host) {
      const found: Adapter[] = [];
      const labels = host.toLowerCase().split('.');
      for (let i = 0; i < labels.length; i++) for (const place of hosts.get(labels.slice(i).join('.')) ?? []) found.push(at(place));
      return found;
    },
    bySign: (sign) => signs.get(sign) ?? [],
    at,
    signs: [...signs.keys()],
  };
}
