import { DigestView } from '../../components/digest-view';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import type { Thread } from '../../core/model/thread';
import { discussionText } from '../../core/summary/discussion-source';
import { Generated } from './generated';
import './story-tab.css';
import type { DigestState } from './use-digest';

/** Asked of an engine for a discussion. */
const SENTENCES = 4;

interface Props {
  readonly thread: Thread;
  readonly digest: DigestState;
  /** Keys of what the reader's filters hide: no engine is given it. */
  readonly leftOut: ReadonlySet<string>;
  readonly onReveal: (key: string) => void;
  /** Opens the thread as an outline in the side panel; null where that is open. */
  readonly onPanel: (() => void) | null;
}

/** The discussion's digest, or how far it has come. */
export function DiscussionTab({ thread, digest, leftOut, onReveal, onPanel }: Props) {
  const { t, n } = useStrings();
  if (digest.state === 'busy')
    return (
      <StateView kind="busy" title={t('popup.digesting', { count: thread.comments.length })}>
        <progress max={1} value={digest.share} aria-label={t('popup.progress')}>
          {n(Math.round(digest.share * 100))}
        </progress>
      </StateView>
    );
  if (digest.state === 'none') return <StateView title={t('popup.noComments')} />;
  return (
    <>
      <DigestView digest={digest.value} thread={thread} onReveal={onReveal} />
      {onPanel && (
        <p class="row story-acts">
          <button type="button" class="btn push" onClick={onPanel}>
            {t('popup.panel')}
          </button>
        </p>
      )}
      <Generated
        kind="discussion"
        id={thread.key}
        source={() => discussionText(thread, leftOut)}
        title={thread.title}
        lang={digest.value.langs[0]?.lang ?? null}
        sentences={SENTENCES}
      />
    </>
  );
}
