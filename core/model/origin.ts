import { siteOf } from './address';

/** How browsers write "all web sites" among granted origins. The first is the one to ask for. */
export const ALL_SITES: readonly string[] = ['*://*/*', '<all_urls>', 'http://*/*', 'https://*/*'];

/** The match pattern to ask a permission for: a site with its subdomains, or one address by number. Takes a host or an address; null if it is neither. */
export function originOf(hostOrUrl: string): string | null {
  const typed = hostOrUrl.trim();
  const site = siteOf(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (/^\d+(?:\.\d+){3}$/.test(site) || site === 'localhost') return `*://${site}/*`;
  return /^[^\s.*]+(?:\.[^\s.*]+)+$/u.test(site) && !site.includes('[') ? `*://*.${site}/*` : null;
}

/** The site that a granted match pattern stands for: `*://*.news.example/*` → `news.example`. '' for all sites. */
export function siteOfOrigin(origin: string): string {
  const host = /^[^:]+:\/\/([^/]*)/.exec(origin)?.[1] ?? '';
  return host === '*' ? '' : siteOf(`https://${host.replace(/^\*\./, '')}/`);
}
