import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Activity, Digest } from '../core/model/summary';
import type { Comment, Thread } from '../core/model/thread';
import { ActivityPlot } from './activity-plot';
import { languageName, placeOf, whenText } from './facts';
import { Name } from './name';
import { useStrings } from './strings';
import './digest-view.css';

interface Props {
  readonly digest: Digest;
  readonly thread: Thread;
  readonly onReveal: (key: string) => void;
}

/** Of a comment in characters: three lines are seen. */
const SEEN = 400;
const seen = (text: string): string => (text.length > SEEN ? `${text.slice(0, SEEN).replace(/[\ud800-\udbff]$/, '')}…` : text);

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="digest-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The stretch of time in which most was written; null where nothing stands out. */
function peakOf(activity: Activity | null): { readonly bin: string; readonly count: number } | null {
  if (!activity || activity.bins.length < 3) return null;
  const count = Math.max(...activity.counts);
  const even = activity.counts.reduce((sum, one) => sum + one, 0) / activity.counts.length;
  return count < 3 || count < 2 * even ? null : { bin: activity.bins[activity.counts.indexOf(count)]!, count };
}

/** A discussion in numbers and in its own words. Every quoted comment is a button to its place on the page. */
export function DigestView({ digest, thread, onReveal }: Props) {
  const { t, n, date, lang } = useStrings();
  const byKey = useMemo(() => new Map(thread.comments.map((comment) => [comment.key, comment])), [thread]);
  const day = (iso: string): string => whenText(iso, date);
  const quote = (comment: Comment, text: string, aside: string | null) => (
    <li key={comment.key}>
      <button type="button" class="marked" onClick={() => onReveal(comment.key)}>
        <span class="clamp" dir="auto">
          {seen(text)}
        </span>
        <span class="muted">
          <Name name={comment.author.name} /> · {placeOf(comment, thread, t)}
          {aside !== null && ` · ${aside}`}
        </span>
      </button>
    </li>
  );
  const listed = <T extends { readonly key: string }>(rows: readonly T[], aside: (row: T) => string | null) => (
    <ul>
      {rows.map((row) => {
        const comment = byKey.get(row.key);
        return comment && quote(comment, 'text' in row ? String(row.text) : comment.text, aside(row));
      })}
    </ul>
  );
  const shown = digest.comments - digest.leftOut;
  const busy = digest.busiest.reduce((sum, { count }) => sum + count, 0);
  const peak = peakOf(digest.activity);
  const times = (keys: readonly string[]): string => t('digest.times', { count: keys.length });
  return (
    <div class="digest">
      {digest.leftOut > 0 && <p class="digest-note">{t('digest.leftOut', { count: digest.leftOut, all: digest.comments })}</p>}
      <p>
        {t('count.comments', { count: shown })} · {t('count.people', { count: digest.people })}
        {digest.declared !== null && digest.declared > digest.comments && <> · {t('digest.declared', { count: digest.declared })}</>}
      </p>
      {digest.span && (
        <p class="muted">
          {day(digest.span.from) === day(digest.span.to)
            ? day(digest.span.from)
            : t('digest.span', { from: day(digest.span.from), to: day(digest.span.to) })}
          {digest.maxDepth > 0 && ` · ${t('digest.depth', { count: digest.maxDepth + 1 })}`}
        </p>
      )}
      {digest.activity && digest.activity.bins.length > 1 && (
        <ActivityPlot
          activity={digest.activity}
          width={256}
          height={36}
          label={t('digest.activity', {
            from: day(digest.activity.bins[0]!),
            to: day(digest.activity.bins.at(-1)!),
            count: digest.activity.counts.reduce((sum, count) => sum + count, 0),
          })}
        />
      )}
      {peak && <p class="muted">{t('digest.peak', { when: day(peak.bin), number: n(peak.count) })}</p>}
      {digest.representative.length > 0 && (
        <Section title={t(shown < 8 ? 'digest.allComments' : 'digest.representative')}>{listed(digest.representative, () => null)}</Section>
      )}
      {digest.mostReplied.length > 0 && (
        <Section title={t('digest.mostReplied')}>{listed(digest.mostReplied, (row) => t('digest.replies', { count: row.count }))}</Section>
      )}
      {digest.mostVoted.length > 0 && (
        <Section title={t('digest.mostVoted')}>{listed(digest.mostVoted, (row) => t('digest.points', { count: row.score }))}</Section>
      )}
      {digest.terms.length > 0 && (
        <Section title={t('digest.terms')}>
          <ul class="digest-terms">
            {digest.terms.map((term) => (
              <li key={term} class="count" dir="auto">
                {term}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {digest.busiest.length > 0 && shown >= 8 && (
        <Section title={t('digest.busiest')}>
          <ul class="digest-terms">
            {digest.busiest.map((person) => (
              <li key={person.name} class="count">
                <Name name={person.name} /> {n(person.count)}
              </li>
            ))}
          </ul>
          <p class="muted">{t('digest.share', { percent: n(Math.round((100 * busy) / shown)) })}</p>
        </Section>
      )}
      {digest.langs.length > 1 && (
        <Section title={t('digest.languages')}>
          <ul class="digest-terms">
            {digest.langs.map((row) => (
              <li key={row.lang} class="count">
                {languageName(row.lang, lang)} {n(row.count)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {digest.duplicates.length > 0 && (
        <Section title={t('digest.duplicates')}>
          {listed(
            digest.duplicates.map((group) => ({ key: group.keys[0] ?? '', group })),
            ({ group }) => (group.near ? `${times(group.keys)} · ${t('digest.near')}` : times(group.keys)),
          )}
        </Section>
      )}
      {digest.replyPairs.length > 0 && (
        <Section title={t('digest.replyPairs')}>
          <p class="muted">{t('digest.replyPairsNote')}</p>
          <ul>
            {digest.replyPairs.map((pair) => {
              const parent = byKey.get(pair.parentKey);
              const reply = byKey.get(pair.key);
              return (
                parent &&
                reply && (
                  <li key={pair.key} class="digest-pair">
                    <ul>
                      {quote(parent, parent.text, null)}
                      {quote(reply, reply.text, null)}
                    </ul>
                  </li>
                )
              );
            })}
          </ul>
        </Section>
      )}
    </div>
  );
}
