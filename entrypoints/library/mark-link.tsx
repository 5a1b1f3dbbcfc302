import { safeLink, shortAddress } from '../../components/facts';
import { fragmentLink } from '../../core/text/fragment-link';

interface Props {
  readonly url: string;
  readonly title: string;
  /** The words that the browser looks for on the page. */
  readonly quote: string;
  readonly quiet?: boolean;
}

/** The way back to where something stood: its page, at the words themselves where the browser finds them. */
export function MarkLink({ url, title, quote, quiet = false }: Props) {
  const link = safeLink(url);
  const name = <bdi>{title || shortAddress(url)}</bdi>;
  if (!link) return name;
  return (
    <a class={quiet ? 'muted' : undefined} href={fragmentLink(link, quote)} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
