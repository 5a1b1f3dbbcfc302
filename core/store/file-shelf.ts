import type { Shelf } from './snapshots';

const FOLDER = 'snapshots';

/**
 * A shelf in the origin's private file system. Not IndexedDB (in Chrome all databases of an origin share one store, which breaks as one),
 * and not storage.local (content scripts can read that).
 */
export function fileShelf(storage: Pick<StorageManager, 'getDirectory'>): Shelf {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  return {
    async list() {
      const names: string[] = [];
      for await (const name of (await folder()).keys()) names.push(name);
      return names;
    },
    async read(name) {
      try {
        return await (await (await (await folder()).getFileHandle(name)).getFile()).text();
      } catch {
        return null;
      }
    },
    async write(name, parts) {
      const file = await (await folder()).getFileHandle(name, { create: true });
      // Written beside and moved over when it is closed.
      const stream = await file.createWritable();
      try {
        for (const part of parts) await stream.write(part);
        await stream.close();
      } catch (fault) {
        await stream.abort().catch(() => undefined);
        throw fault;
      }
    },
    async remove(name) {
      await (await folder()).removeEntry(name).catch(() => undefined);
    },
  };
}

/** A shelf in memory, for tests and for browsers without a private file system. */
export function memoryShelf(files: Map<string, string> = new Map()): Shelf {
  return {
    list: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? null,
    write: async (name, parts) => void files.set(name, parts.join('')),
    remove: async (name) => void files.delete(name),
  };
}
