import { useMemo } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { useSelection } from '../../components/use-selection';
import { VirtualList } from '../../components/virtual-list';
import type { Mark, MarkKind } from '../../core/model/mark';
import type { PlaceRow } from '../../core/store/database';
import { removeMarks } from '../../core/store/marks';
import { ORPHANED } from '../../core/store/places';
import { ListHead } from './list-head';
import { MarkLink } from './mark-link';
import { MarksBar } from './marks-bar';
import type { Route } from './route';
import type { RowReader } from './row-reader';
import { SavedBar } from './saved-bar';
import { SortChoice } from './sort-choice';
import { useLibrary, useListed, useLive, useRow, useRows } from './use-store';

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
/** What alone is shown, beside a kind: marks without a place, and those whose comment was edited. */
const STATES = ['lost', 'edited'] as const;
const STATE_NAMES: Readonly<Record<(typeof STATES)[number], MessageKey>> = { lost: 'library.marks.lost', edited: 'library.marks.edited' };
const isLost = (place: PlaceRow | undefined): boolean => place !== undefined && ORPHANED.includes(place.state);
const NOTHING: readonly string[] = [];

interface Props {
  readonly view: 'notes' | 'hidden';
  readonly route: Route;
  readonly go: (route: Partial<Route>) => void;
}

/** Marked comments: notes, highlights and bookmarks, or what was hidden and allowed by hand, in the order chosen. */
export function MarksView({ view, route, go }: Props) {
  const { t } = useStrings();
  const { store, done, index } = useLibrary();
  const { query, sort, only } = route;
  const kind = KINDS[view].find((known) => known === only) ?? null;
  const state = STATES.find((known) => known === only) ?? null;
  const kinds = useMemo(() => (kind === null ? KINDS[view] : [kind]), [kind, view]);
  const listed = useListed('marks', query, kinds, sort);
  const places = useLive(async () => new Map((await store.db.places.toArray()).map((place) => [place.uuid, place])), [store]);
  const shown = useMemo(() => {
    if (state === null || !listed) return listed;
    return listed.filter((uuid) => (state === 'lost' ? isLost(places?.get(uuid)) : (places?.get(uuid)?.now ?? null) !== null));
  }, [listed, places, state]);
  const selection = useSelection(shown ?? NOTHING);
  const { reader, onRange } = useRows('marks', shown ?? NOTHING);
  const remove = (uuid: string) => void done.run((op) => removeMarks(store, op, [uuid]), 'done.mark.remove', { count: 1 });

  return (
    <>
      <ListHead
        title={t(view === 'notes' ? 'library.notes' : 'library.hidden')}
        count={shown && index.ready ? t('count.entries', { count: shown.length }) : ''}
        searchLabel={t('library.marks.search')}
        query={query}
        onSearch={(words) => go({ query: words })}
      >
        <select
          class="field"
          aria-label={t('library.marks.kind')}
          value={kind ?? state ?? ''}
          onChange={(event) => go({ only: event.currentTarget.value })}
        >
          <option value="">{t('library.marks.all')}</option>
          {KINDS[view].map((name) => (
            <option key={name} value={name}>
              {t(KIND_NAMES[name])}
            </option>
          ))}
          {STATES.map((name) => (
            <option key={name} value={name}>
              {t(STATE_NAMES[name])}
            </option>
          ))}
        </select>
        <SortChoice value={sort} searching={query !== ''} onChange={(order) => go({ sort: order })} />
      </ListHead>
      <SavedBar route={route} />
      {selection.chosen.size > 0 && <MarksBar selection={selection} colours={view === 'notes'} />}
      {shown === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {shown?.length === 0 && query === '' && only === '' && (
        <StateView
          title={t(view === 'notes' ? 'library.notes.empty' : 'library.hidden.empty')}
          text={t(view === 'notes' ? 'library.notes.emptyWhy' : 'library.hidden.emptyWhy')}
        />
      )}
      {shown?.length === 0 && (query !== '' || only !== '') && (
        <StateView title={t(state === 'lost' && query === '' ? 'library.marks.noneLost' : 'library.noMatch')} />
      )}
      {shown && shown.length > 0 && (
        <VirtualList
          label={t(view === 'notes' ? 'library.notes' : 'library.hidden')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(at) => shown[at]!}
          onOpen={(at) => go({ item: shown[at]! })}
          onDelete={(at) => remove(shown[at]!)}
          selection={selection}
          selectLabel={t('select.mark')}
          onRange={onRange}
          row={(at) => <ReadMark uuid={shown[at]!} reader={reader} place={places?.get(shown[at]!)} onRemove={remove} />}
        />
      )}
    </>
  );
}

interface ReadProps {
  readonly uuid: string;
  readonly reader: RowReader<Mark>;
  readonly place: PlaceRow | undefined;
  readonly onRemove: (uuid: string) => void;
}

/** A row of the list, read when it comes into view. */
function ReadMark({ uuid, reader, place, onRemove }: ReadProps) {
  const mark = useRow(reader, uuid);
  return mark ? <MarkRow mark={mark} place={place} onRemove={onRemove} /> : null;
}

interface RowProps {
  readonly mark: Mark;
  readonly place?: PlaceRow | undefined;
  readonly onRemove: (uuid: string) => void;
}

/** One marked comment: who, what was kept of it, the note, and the way back to its place. */
export function MarkRow({ mark, place, onRemove }: RowProps) {
  const { t, date } = useStrings();
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
        <p class="item-line">
          {isLost(place) && <span class="count warn">{t(place?.state === 'missing' ? 'mark.missing' : 'mark.lost')}</span>}
          {place?.now != null && <span class="count">{t('mark.edited')}</span>}
          <MarkLink url={mark.url} title={mark.title} quote={quote} quiet />
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
