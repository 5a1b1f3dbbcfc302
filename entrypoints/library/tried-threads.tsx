import { useEffect, useState } from 'preact/hooks';
import { Spans } from '../../components/spans';
import { useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { useSteps } from '../../components/use-steps';
import type { RuleDraft } from '../../core/model/rule';
import { needsEngine } from '../../core/rules/compile';
import type { RegexEngine } from '../../core/rules/engine';
import { type Tried, tryRule } from '../../core/rules/try-rule';
import { wordsOf } from '../../core/store/pack';
import { variantsFor } from '../../core/text/variants';
import { useGrounds } from './use-grounds';
import { useLibrary } from './use-store';

const SHOWN_HITS = 5; // of a thread
const AROUND = 60; // characters before the first matched word

/** What matched, with some words around it. */
function Hit({ hit: { comment, spans } }: { readonly hit: Tried['hits'][number] }) {
  const first = spans[0]?.start ?? 0;
  const from = first > AROUND ? first - AROUND : 0;
  const text = comment.text.slice(from);
  return (
    <li class="tried-hit">
      <b>
        <bdi>{comment.author.name}</bdi>
      </b>{' '}
      <bdi>
        {from > 0 && '…'}
        <Spans text={text} ranges={spans.map(({ start, end }) => ({ start: start - from, end: end - from }))} />
      </bdi>
    </li>
  );
}

/** What a rule would do on the threads read last, thread by thread, with the words that matched. */
export function TriedThreads({ draft }: { readonly draft: RuleDraft }) {
  const { t } = useStrings();
  const { store } = useLibrary();
  const settings = useSettings();
  const grounds = useGrounds(store);
  const [regex, setRegex] = useState<RegexEngine | null>(null);
  const wants = needsEngine([{ ...draft, enabled: true, uuid: '', createdAt: 0, updatedAt: 0, deletedAt: null, rev: {} }]);
  useEffect(() => {
    if (wants && regex === null) void import('../../core/rules/regex').then(({ regexEngine }) => setRegex(regexEngine));
  }, [wants]);
  const asked = JSON.stringify(draft);
  const steps = useSteps(() => {
    if (!grounds || (wants && regex === null)) return null;
    return tryRule(draft, grounds, {
      variants: variantsFor(wordsOf(draft.when)),
      now: Date.now(),
      settings,
      ...(regex ? { regex } : {}),
    });
  }, [asked, grounds, regex]);
  if (!settings.keepThreads) return <p class="muted">{t('rule.previewOff')}</p>;
  if (grounds?.length === 0) return <p class="muted">{t('rule.previewNoThreads')}</p>;
  if (steps.state !== 'done') return <p class="muted">{t('common.loading')}</p>;
  const hit = steps.value.filter(({ hits }) => hits.length > 0);
  const count = steps.value.reduce((sum, { hits }) => sum + hits.length, 0);
  const of = steps.value.reduce((sum, { thread }) => sum + thread.comments.length, 0);
  return (
    <>
      {hit.length !== 1 && <p>{t('rule.would', { count, of })}</p>}
      <ul class="stack tight">
        {hit.map(({ thread, hits }) => (
          <li key={thread.key}>
            <details>
              <summary>
                {t('rule.would', { count: hits.length, of: thread.comments.length })} <bdi class="muted">{thread.title || thread.site}</bdi>
              </summary>
              <ul class="stack tight">
                {hits.slice(0, SHOWN_HITS).map((one) => (
                  <Hit key={one.comment.key} hit={one} />
                ))}
              </ul>
              {hits.length > SHOWN_HITS && <p class="muted">{t('filters.more', { count: hits.length - SHOWN_HITS })}</p>}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
