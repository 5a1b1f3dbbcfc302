import { useEffect, useState } from 'preact/hooks';
import { useStrings } from '../../components/strings';
import { ask } from '../../core/bus/call';
import type { Thread } from '../../core/model/thread';

/** Follows the thread or stops: what is new in it is told whenever it is opened again. Absent where nothing may be kept (a private window). */
export function FollowButton({ thread, title }: { readonly thread: Thread; readonly title: string }) {
  const { t, date } = useStrings();
  const { site, key: threadKey, url } = thread;
  const [visit, setVisit] = useState<{ readonly followed: boolean; readonly lastSeenAt: number | null } | null>(null);
  useEffect(() => {
    void ask('thread.get', { site, threadKey }).then((reply) => {
      if (reply.ok) setVisit(reply.value.visit ?? { followed: false, lastSeenAt: null });
    });
  }, [site, threadKey]);
  if (!visit) return null;
  const toggle = async () => {
    const on = !visit.followed;
    const reply = await ask('thread.follow', { op: crypto.randomUUID(), site, threadKey, url, title: title.slice(0, 1000), on });
    if (reply.ok) setVisit({ ...visit, followed: on });
  };
  return (
    <button
      type="button"
      class={visit.followed ? 'btn primary' : 'btn'}
      aria-pressed={visit.followed}
      title={
        visit.lastSeenAt === null
          ? t('panel.followWhy')
          : `${t('panel.followWhy')} ${t('panel.lastSeen', { date: date(visit.lastSeenAt, true) })}`
      }
      onClick={() => void toggle()}
    >
      {t(visit.followed ? 'panel.following' : 'panel.follow')}
    </button>
  );
}
