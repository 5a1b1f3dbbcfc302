import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ActivityPlot } from '../../components/activity-plot';
import { answersOf, whenText } from '../../components/facts';
import { useStrings } from '../../components/strings';
import type { PageReport } from '../../core/bus/protocol';
import type { Digest } from '../../core/model/summary';

/** Counts, a small plot of the comments over time, and the key that opens the popup. Empty without comments. */
export function PageFooter({ report, digest }: { readonly report: PageReport; readonly digest: Digest | null }) {
  const { t, date } = useStrings();
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    void browser.commands
      ?.getAll()
      .then((commands) => setShortcut(commands.find((command) => command.name === '_execute_action')?.shortcut ?? ''));
  }, []);
  const { thread, decisions } = report;
  const comments = thread ? answersOf(thread) : [];
  const people = new Set(comments.map((comment) => comment.author.id ?? comment.author.name)).size;
  const isNew = decisions.filter((decision) => decision.isNew).length;
  const facts = thread
    ? [
        t('count.comments', { count: comments.length }),
        t('count.people', { count: people }),
        ...(isNew > 0 ? [t('count.new', { count: isNew })] : []),
      ]
    : [t('count.noComments')];
  const activity = digest?.activity;
  return (
    <footer class="popup-foot">
      {activity && activity.bins.length > 1 && (
        <ActivityPlot
          activity={activity}
          width={64}
          label={t('digest.activity', {
            from: whenText(activity.bins[0]!, date),
            to: whenText(activity.bins.at(-1)!, date),
            count: activity.counts.reduce((sum, count) => sum + count, 0),
          })}
        />
      )}
      <span class="grow">{facts.join(' · ')}</span>
      {shortcut !== '' && (
        <kbd class="muted" title={t('popup.shortcut')}>
          {shortcut}
        </kbd>
      )}
    </footer>
  );
}
