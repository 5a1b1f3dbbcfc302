import type { Acts } from './acts';
import type { Anchor, Model } from './model';
import { Panel } from './panel';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly commentKey: string;
  readonly at: Anchor;
}

interface Item {
  readonly id: string;
  readonly label: string;
  /** The key that chooses it while the menu is open. */
  readonly key?: string;
  readonly act: () => void;
}

/** What can be done with a comment, in the order of the menu. */
export function menuItems({ model, acts, commentKey: key, at }: Props): readonly Item[] {
  const { t, link } = model;
  const found = link.comment(key);
  if (!found) return [];
  const name = found.comment.author.name;
  const bookmark = link.marks().find((mark) => mark.commentKey === key && mark.kind === 'bookmark');
  const isHidden = found.decision?.because.some(({ kind }) => kind === 'mark' || kind === 'person') && found.decision.treatment !== 'show';
  const open = (kind: 'tag' | 'like') => model.set({ panel: { kind, key, at } });
  const done = (act: () => Promise<unknown>) => () => {
    model.close();
    void act();
  };
  return [
    ...(name ? [{ id: 'tag', label: t('page.menu.tag', { name }), key: 't', act: () => open('tag') }] : []),
    ...(isHidden
      ? [{ id: 'why', label: t('page.menu.why'), key: 'h', act: () => model.set({ panel: { kind: 'why', keys: [key], at } }) }]
      : [{ id: 'hide', label: t('page.menu.hide'), key: 'h', act: done(() => acts.hide(key)) }]),
    ...(name && !isHidden
      ? [{ id: 'hidePerson', label: t('page.menu.hidePerson', { name }), key: 'H', act: done(() => acts.hidePerson(key)) }]
      : []),
    { id: 'like', label: t('page.menu.like'), act: () => open('like') },
    { id: 'note', label: t('page.menu.note'), key: 'n', act: () => model.set({ panel: { kind: 'note', key, at, range: null } }) },
    bookmark
      ? { id: 'bookmark', label: t('page.menu.unbookmark'), key: 'b', act: done(() => acts.unmark([bookmark.uuid])) }
      : { id: 'bookmark', label: t('page.menu.bookmark'), key: 'b', act: done(() => acts.mark('bookmark', key, {})) },
    { id: 'copy', label: t('page.menu.copy'), act: done(() => acts.copyLink(key)) },
  ];
}

export function HandleMenu(props: Props) {
  const items = menuItems(props);
  const { model, at } = props;
  return (
    <Panel model={model} at={at} role="menu" label={model.t('page.menu.label')} kind="menu">
      {items.map((item, i) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          class={`item ${item.id}`}
          onClick={item.act}
          {...(i === 0 ? { 'data-first': '' } : { tabIndex: -1 })}
        >
          <span>{item.label}</span>
          {item.key && <kbd>{item.key === 'H' ? '⇧h' : item.key}</kbd>}
        </button>
      ))}
    </Panel>
  );
}
