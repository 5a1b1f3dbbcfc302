interface Api {
  readonly runtime?: { readonly id?: unknown };
}

/**
 * The extension API of a global. Only its own properties: before Chrome had a `browser` of its own, `<form id=browser><input name=runtime id=x>`
 * answered to that name in our world too, and a page could keep us out by it.
 */
export function apiOf(scope: object): unknown {
  const { browser, chrome } = scope as { readonly browser?: Api; readonly chrome?: Api };
  return Object.hasOwn(scope, 'browser') && browser?.runtime?.id ? browser : chrome;
}

/** Stands in for the module of this name in `@wxt-dev/browser`; the build puts it there. */
export const browser = apiOf(globalThis);
