/** A small `browser` for unit tests of what stands on it: storage, messages, permissions, scripting, tabs, menus, alarms. In memory, promises only. */
type Listener = (...args: never[]) => unknown;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListeners: () => listeners.size > 0,
    size: () => listeners.size,
    emit: (...args: unknown[]) => [...listeners].map((listener) => (listener as (...args: unknown[]) => unknown)(...args)),
  };
}

const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

interface FakeTab {
  id: number;
  url?: string;
  discarded?: boolean;
  active?: boolean;
  incognito?: boolean;
}

/** Makes a fresh fake; `state` shows what the code under test did. */
export function fakeBrowser() {
  const state = {
    local: {} as Record<string, unknown>,
    session: {} as Record<string, unknown>,
    origins: [] as string[],
    registered: [] as { id: string; matches: string[] }[],
    injected: [] as { tabId: number; frameIds?: number[]; files: string[] }[],
    tabs: [] as FakeTab[],
    windows: [] as { incognito: boolean }[],
    /** Tabs whose content script answers. */
    answering: new Set<number>(),
    toTabs: [] as { tabId: number; message: { command: string } }[],
    opened: [] as string[],
    badge: {} as Record<number, string>,
    icon: {} as Record<number, string>,
    title: {} as Record<number, string>,
    menus: [] as { id: string; title: string }[],
    alarms: [] as string[],
    options: 0,
    /** What `runtime.sendMessage` does; tests replace it. */
    send: async (_message: unknown): Promise<unknown> => undefined,
  };
  const onMessage = event();
  const onChanged = event();
  const matches = (url: string | undefined, patterns: readonly string[]) =>
    url !== undefined &&
    patterns.some((pattern) => pattern === '*://*/*' || url.includes(pattern.replace(/^\*:\/\/(\*\.)?/, '').replace(/\/\*$/, '')));
  const area = (name: 'local' | 'session') => ({
    get: async (keys?: string | string[] | null) => {
      const wanted = keys === null || keys === undefined ? Object.keys(state[name]) : [keys].flat();
      return copy(Object.fromEntries(wanted.filter((key) => Object.hasOwn(state[name], key)).map((key) => [key, state[name][key]])));
    },
    set: async (items: Record<string, unknown>) => {
      const changes = Object.fromEntries(
        Object.entries(items).map(([key, value]) => [key, { oldValue: state[name][key], newValue: copy(value) }]),
      );
      Object.assign(state[name], copy(items));
      onChanged.emit(changes, name);
    },
    remove: async (keys: string | string[]) => {
      const gone = [keys].flat().filter((key) => Object.hasOwn(state[name], key));
      const changes = Object.fromEntries(gone.map((key) => [key, { oldValue: state[name][key] }]));
      for (const key of gone) delete state[name][key];
      if (gone.length > 0) onChanged.emit(changes, name);
    },
  });
  const browser = {
    runtime: {
      id: 'postil-id' as string | undefined,
      getURL: (path: string) => `chrome-extension://postil-id${path}`,
      sendMessage: (message: unknown) => state.send(message),
      onMessage,
      onInstalled: event(),
      onStartup: event(),
      openOptionsPage: async () => void state.options++,
      lastError: undefined,
    },
    storage: { local: area('local'), session: area('session'), onChanged },
    permissions: {
      getAll: async () => ({ origins: [...state.origins], permissions: [] }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => matches(origin.replace(/^\*/, 'https'), state.origins)),
      onAdded: event(),
      onRemoved: event(),
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => state.registered.filter((script) => ids.includes(script.id)),
      registerContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
        for (const script of scripts) {
          if (state.registered.some((known) => known.id === script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          state.registered.push(script);
        }
      },
      updateContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
        for (const script of scripts) state.registered = state.registered.map((known) => (known.id === script.id ? script : known));
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        state.registered = state.registered.filter((script) => !ids.includes(script.id));
      },
      executeScript: async ({ target, files }: { target: { tabId: number; frameIds?: number[] }; files: string[] }) => {
        state.injected.push({ ...target, files });
        return [];
      },
    },
    tabs: {
      query: async ({ url, active }: { url?: string[]; active?: boolean }) =>
        state.tabs.filter((tab) => (url === undefined || matches(tab.url, url)) && (active === undefined || tab.active === active)),
      create: async ({ url }: { url: string }) => void state.opened.push(url),
      update: async ({ url }: { url: string }) => void state.opened.push(url),
      sendMessage: async (tabId: number, message: { command: string }) => {
        state.toTabs.push({ tabId, message });
        if (!state.answering.has(tabId)) throw new Error('Could not establish connection. Receiving end does not exist.');
        return { ok: true, value: null };
      },
    },
    action: {
      setIcon: async ({ tabId, path }: { tabId: number; path: Record<number, string> }) => {
        state.icon[tabId] = path[16] ?? '';
      },
      setBadgeTextColor: async () => undefined,
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        state.badge[tabId] = text;
      },
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
        state.title[tabId] = title;
      },
    },
    contextMenus: {
      removeAll: async () => {
        state.menus = [];
      },
      create: (entry: { id: string; title: string }) => void state.menus.push(entry),
      onClicked: event(),
    },
    alarms: {
      get: async (name: string) => (state.alarms.includes(name) ? { name } : undefined),
      create: async (name: string) => void state.alarms.push(name),
      onAlarm: event(),
    },
    windows: { getAll: async () => [...state.windows], onRemoved: event() },
    extension: { inIncognitoContext: false },
    i18n: { getUILanguage: () => 'en-GB' },
  };
  return { browser, state };
}

/** The fake that the code under test sees; `useFake` puts a fresh one in its place. */
export let current = fakeBrowser();
/** Replaces the fake by a fresh one, so that no test sees another's state. */
export function useFake(): ReturnType<typeof fakeBrowser> {
  current = fakeBrowser();
  return current;
}
/** Stands for `wxt/browser`: always the current fake. */
export const browser = new Proxy({} as ReturnType<typeof fakeBrowser>['browser'], {
  get: (_target, key) => current.browser[key as keyof typeof current.browser],
});
