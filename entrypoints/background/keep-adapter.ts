import { changeStored } from '../../core/bus/change-stored';
import { STORAGE } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import { adaptersFrom } from '../../core/model/check-adapter';

/** Keeps an adapter of the person's own for its hosts; an older one for the same host gives way. Two tabs at once lose none. */
export async function keepAdapter(adapter: Adapter): Promise<void> {
  await changeStored(STORAGE.adapters, (now) => [
    ...adaptersFrom(now).filter(({ hosts }) => !hosts?.some((host) => adapter.hosts?.includes(host))),
    adapter,
  ]);
}
