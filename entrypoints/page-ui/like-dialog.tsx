import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RuleDraft } from '../../core/model/rule';
import type { Acts } from './acts';
import { tellingWords } from './like-words';
import type { Anchor, Model } from './model';
import { Panel } from './panel';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly commentKey: string;
  readonly at: Anchor;
}

const DAY_MS = 86_400_000;
const KINDS = ['hide', 'vanish', 'fold', 'dim'] as const;

/** A rule made from a comment: its telling words, to be edited, with how much of this page it would hide. */
export function LikeDialog({ model, acts, commentKey, at }: Props) {
  const { t, link } = model;
  const [text, setText] = useState(() => {
    const selected = link.document.getSelection()?.toString().trim() ?? '';
    const comment = link.comment(commentKey)?.comment;
    if (selected !== '' && selected.length <= 80 && comment?.text.includes(selected)) return selected;
    return comment ? tellingWords(comment, link.found().thread).join('\n') : '';
  });
  const [kind, setKind] = useState<(typeof KINDS)[number]>('hide');
  const [thread, setThread] = useState(false);
  const [days, setDays] = useState(0);
  const words = text
    .split(/[\n,，、;；]/u)
    .map((word) => word.trim())
    .filter(Boolean);
  const draft = useMemo(
    (): RuleDraft => ({
      name: words.join(', ').slice(0, 60),
      when: { kind: 'words', words, part: false, lookalikes: false, spaced: false },
      action: { kind },
      scope: thread ? { kind: 'thread', threadKey: link.threadKey() } : { kind: 'site', site: link.site() },
      priority: 0,
      expiresAt: days > 0 ? Date.now() + days * DAY_MS : null,
      enabled: true,
      replies: false,
      origin: { kind: 'mine' },
    }),
    [text, kind, thread, days],
  );
  const would = useMemo(() => link.preview(draft), [draft]);
  useEffect(() => {
    link.pointAll(would.keys);
    return () => link.pointAll([]);
  }, [would]);
  const save = async () => {
    if (words.length > 0 && (await acts.putRule(null, draft, 'page.done.rule'))) model.close();
  };
  return (
    <Panel model={model} at={at} role="dialog" label={t('page.like.title')} kind="like">
      <h2>{t('page.like.title')}</h2>
      <label class="line">
        {t('page.like.words')}
        <textarea class="field" data-first rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <p class="muted" role="status">
        {t('page.like.would', { count: would.keys.length, of: would.of })}
      </p>
      <div class="row">
        <select
          class="field"
          aria-label={t('page.like.action')}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? 'hide')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`page.like.${one}`)}
            </option>
          ))}
        </select>
        <select
          class="field"
          aria-label={t('page.like.scope')}
          value={thread ? 'thread' : 'site'}
          onChange={(event) => setThread(event.currentTarget.value === 'thread')}
        >
          <option value="site">{t('page.like.site', { site: link.site() })}</option>
          <option value="thread">{t('page.like.thread')}</option>
        </select>
        <select
          class="field"
          aria-label={t('page.like.until')}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        >
          <option value={0}>{t('page.like.forever')}</option>
          {[1, 7, 30].map((count) => (
            <option key={count} value={count}>
              {t('page.like.days', { count })}
            </option>
          ))}
        </select>
      </div>
      <div class="row end">
        <button type="button" class="btn plain" onClick={() => model.close()}>
          {t('page.cancel')}
        </button>
        <button type="button" class="btn primary save" disabled={words.length === 0} onClick={() => void save()}>
          {t('page.like.save')}
        </button>
      </div>
    </Panel>
  );
}
