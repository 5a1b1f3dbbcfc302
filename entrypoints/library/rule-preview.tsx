import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useStrings } from '../../components/strings';
import { askTab } from '../../core/bus/call';
import type { RuleDraft } from '../../core/model/rule';
import { TriedThreads } from './tried-threads';

const REST_MS = 250; // after the last keystroke; a preview of 5,000 comments takes about 50 ms in the page

interface Seen {
  readonly id: number;
  readonly title: string;
  readonly of: number;
  readonly would: number;
}

/** What a rule would do on the pages that are open and run Postil and on the threads read last; asked again when the rule changes. */
export function RulePreview({ draft }: { readonly draft: RuleDraft }) {
  const { t } = useStrings();
  const [seen, setSeen] = useState<readonly Seen[] | null>(null);
  const asked = JSON.stringify(draft);
  const [rested, setRested] = useState(draft);
  useEffect(() => {
    let stale = false;
    const look = async (): Promise<void> => {
      const tabs = await browser.tabs.query({});
      const found = await Promise.all(
        tabs.map(async (tab): Promise<Seen | null> => {
          if (tab.id === undefined) return null;
          const answer = await askTab(tab.id, 'page.preview', { rule: draft });
          return answer.ok && answer.value.of > 0
            ? { id: tab.id, title: tab.title ?? '', of: answer.value.of, would: answer.value.would.length }
            : null;
        }),
      );
      if (!stale) setSeen(found.filter((one) => one !== null));
    };
    const timer = setTimeout(() => {
      setRested(draft);
      void look();
    }, REST_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <section class="card stack" aria-live="polite">
      <h2>{t('rule.preview')}</h2>
      {(seen === null || seen.length === 0) && <p class="muted">{t('rule.previewNone')}</p>}
      <ul>
        {seen?.map((page) => (
          <li key={page.id} class="row">
            <span>{t('rule.would', { count: page.would, of: page.of })}</span>
            <bdi class="muted ellipsis grow">{page.title}</bdi>
          </li>
        ))}
      </ul>
      <h2>{t('rule.previewLast')}</h2>
      <TriedThreads draft={rested} />
    </section>
  );
}
