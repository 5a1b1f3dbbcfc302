import type { Survey } from '../survey';
import { metaOf, type PageMeta } from './read-meta';
import { HEADING } from './tags';

/** A title and the element that shows it. */
export interface FoundTitle {
  readonly title: string;
  readonly element: Element | null;
  /** Survey index of `element`, -1 if none. */
  readonly index: number;
  readonly site: string | null;
}

const SEPARATOR = /\s+[|\-–—·•»«:/\\_]+\s+|\s*[|｜_»«]\s*|\s*[–—]+\s+|(?<=[\u3000-\u9fff”）》])-+|-+(?=[\u3000-\u9fff])/g;
const squash = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
const tidy = (text: string | null) => (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

/** The site's name: declared, or what the document's title adds to the story's. */
const siteName = (meta: PageMeta) =>
  metaOf(meta, 'og:site_name', 'application-name', 'twitter:app:name:iphone') || meta.linked?.publisher || '';

/** Takes a site's name, rubric and tagline off a document title: what is left when the last (or first) parts are dropped. */
function withoutSite(title: string, site: string, host: string): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  if (cuts.length === 0) return title;
  const known = [squash(site), squash(host.replace(/^www\./, '').replace(/\.[^.]+$/, ''))].filter((name) => name.length > 1);
  const isSite = (part: string) => {
    const s = squash(part);
    return known.some((name) => s === name || (s.length > 2 && name.includes(s)) || s.includes(name));
  };
  const first = cuts[0]!;
  const head = title.slice(0, first.index);
  const rest = title.slice(first.index + first[0].length);
  if (isSite(head) && rest.length > head.length) return withoutSite(rest, site, host);
  for (const cut of cuts) {
    const left = title.slice(0, cut.index);
    const right = title.slice(cut.index + cut[0].length);
    if (isSite(right.split(SEPARATOR)[0] ?? '') && left.length > 5) return left;
  }
  return title;
}

/** Chooses the title among headings, og:title, JSON-LD and the document's title: the shown one wins where the others confirm it. */
export function readTitle(survey: Survey, meta: PageMeta, url: string, main: number): FoundTitle {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  const site = siteName(meta);
  const declared = [
    metaOf(meta, 'og:title'),
    meta.linked?.headline ?? '',
    metaOf(meta, 'twitter:title', 'dc.title', 'title', 'parsely-title', 'sailthru.title'),
  ]
    .filter(Boolean)
    .map((title) => withoutSite(title, site, host));
  const page = withoutSite(meta.documentTitle, site, host);
  const full = squash(meta.documentTitle);
  const known = declared.map(squash).filter(Boolean);
  let best: { index: number; text: string; score: number } | null = null;
  const { tags, elements, text, link } = survey;
  for (let i = 0; i < tags.length; i++) {
    const level = tags[i]!.length === 2 ? HEADING.exec(tags[i]!) : null;
    if (!level || text[i]! < 3 || text[i]! > 400) continue;
    const words = tidy(elements[i]!.textContent);
    const s = squash(words);
    if (s.length < 2) continue;
    let score = 7 - Number(level[1]);
    if (known.includes(s)) score += 12;
    else if (known.some((name) => (s.length > 8 && name.includes(s)) || (name.length > 8 && s.includes(name)))) score += 6;
    if (full.includes(s) && s.length > 5) score += full.startsWith(s) ? 8 : 5;
    if (squash(site) === s) score -= 15;
    if (level[1] === '1') score += 3;
    // Headings that come long after the story began are its sections or other stories.
    if (i > main + 1 && best !== null) score -= 2;
    if (link[i]! > 0.9 * text[i]!) score -= 2;
    if (best === null || score > best.score) best = { index: i, text: words, score };
  }
  const name = site || null;
  if (best !== null && best.score >= 9) return { title: best.text, element: elements[best.index]!, index: best.index, site: name };
  const title = declared.find((one) => one !== '') ?? (page || best?.text || '');
  const index = best !== null && squash(best.text) === squash(title) ? best.index : -1;
  return { title, element: index < 0 ? null : elements[index]!, index, site: name };
}
