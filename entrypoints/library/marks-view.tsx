import { useMemo, useState } from 'preact/hooks';
import { safeLink, shortAddress } from '../../components/facts';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { VirtualList } from '../../components/virtual-list';
import type { Mark, MarkKind } from '../../core/model/mark';
import { removeMarks } from '../../core/store/marks';
import { fragmentLink } from '../../core/text/fragment-link';
import type { Sort } from './library-index';
import { ListHead } from './list-head';
import { SortChoice } from './sort-choice';
import { useLibrary, useListed, useLive } from './use-store';

const ROW_PX = 104;
const KINDS: Readonly<Record<'notes' | 'hidden', readonly MarkKind[]>> = {
  notes: ['note', 'highlight', 'bookmark'],
  hidden: ['hide', 'allow'],
};
export const KIND_NAMES: Readonly<Record<MarkKind, MessageKey>> = {
  note: 'mark.note',
  highlight: 'mark.highlight',
  bookmark: 'mark.bookmark',
  hide: 'mark.hide',
  allow: 'mark.allow',
};
interface Props {
  readonly view: 'notes' | 'hidden';
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onOpen: (uuid: string) => void;
}

/** Marked comments: notes, highlights and bookmarks, or what was hidden and allowed by hand, in the order chosen. */
export function MarksView({ view, query, onSearch, onOpen }: Props) {
  const { t } = useStrings();
  const { store, done, index } = useLibrary();
  const [kind, setKind] = useState<MarkKind | ''>('');
  const kinds = useMemo(() => (kind === '' ? KINDS[view] : [kind]), [kind, view]);
  const [sort, setSort] = useState<Sort>('newest');
  const shown = useListed('marks', query, kinds, sort);
  const remove = (uuid: string) => void done.run((op) => removeMarks(store, op, [uuid]), 'done.mark.remove', { count: 1 });

  return (
    <>
      <ListHead
        title={t(view === 'notes' ? 'library.notes' : 'library.hidden')}
        count={shown && index.ready ? t('count.entries', { count: shown.length }) : ''}
        searchLabel={t('library.marks.search')}
        query={query}
        onSearch={onSearch}
      >
        <select
          class="field"
          aria-label={t('library.marks.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as MarkKind | '')}
        >
          <option value="">{t('library.marks.all')}</option>
          {KINDS[view].map((name) => (
            <option key={name} value={name}>
              {t(KIND_NAMES[name])}
            </option>
          ))}
        </select>
        <SortChoice value={sort} searching={query !== ''} onChange={setSort} />
      </ListHead>
      {shown === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {shown?.length === 0 && query === '' && kind === '' && (
        <StateView
          title={t(view === 'notes' ? 'library.notes.empty' : 'library.hidden.empty')}
          text={t(view === 'notes' ? 'library.notes.emptyWhy' : 'library.hidden.emptyWhy')}
        />
      )}
      {shown?.length === 0 && (query !== '' || kind !== '') && <StateView title={t('library.noMatch')} />}
      {shown && shown.length > 0 && (
        <VirtualList
          label={t(view === 'notes' ? 'library.notes' : 'library.hidden')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(at) => shown[at]!}
          onOpen={(at) => onOpen(shown[at]!)}
          onDelete={(at) => remove(shown[at]!)}
          row={(at) => <ReadMark uuid={shown[at]!} onRemove={remove} />}
        />
      )}
    </>
  );
}

/** A row of the list, read when it comes into view. */
function ReadMark({ uuid, onRemove }: { readonly uuid: string; readonly onRemove: (uuid: string) => void }) {
  const { store } = useLibrary();
  const mark = useLive(() => store.db.marks.get(uuid), [uuid]);
  return mark ? <MarkRow mark={mark} onRemove={onRemove} /> : null;
}

/** One marked comment: who, what was kept of it, the note, and the way back to its place. */
export function MarkRow({ mark, onRemove }: { readonly mark: Mark; readonly onRemove: (uuid: string) => void }) {
  const { t, date } = useStrings();
  const link = safeLink(mark.url);
  const quote = mark.selectors?.exact || mark.text;
  return (
    <div class="item">
      <div class={`grow ${mark.kind === 'hide' || mark.kind === 'allow' ? '' : 'noted'}`}>
        <p class="item-line">
          <span class="count">{t(KIND_NAMES[mark.kind])}</span>
          <a class="item-name" href={`#/${mark.kind === 'hide' || mark.kind === 'allow' ? 'hidden' : 'notes'}/${mark.uuid}`}>
            {mark.commentKey === null ? t('mark.article') : <Name name={mark.author} />}
          </a>
          <span class="muted">{date(mark.updatedAt)}</span>
        </p>
        <p class="ellipsis" dir="auto" title={quote}>
          {quote === '' ? t('mark.noText') : quote}
        </p>
        {mark.note !== '' && (
          <p class="ellipsis own" dir="auto" title={mark.note}>
            {mark.note}
          </p>
        )}
        <p class="ellipsis">
          {link ? (
            <a class="muted" href={fragmentLink(link, quote)} target="_blank" rel="noopener noreferrer">
              <bdi>{mark.title || shortAddress(mark.url)}</bdi>
            </a>
          ) : (
            <bdi class="muted">{mark.title}</bdi>
          )}
        </p>
      </div>
      <button
        type="button"
        class="btn icon plain"
        aria-label={t('mark.delete', { name: mark.author })}
        title={t('common.delete')}
        onClick={() => onRemove(mark.uuid)}
      >
        <Icon name="trash" />
      </button>
    </div>
  );
}
