import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { KindRow } from '../../entrypoints/library/kind-row';
import { type StoredKind, storedKinds } from '../../entrypoints/library/stored-kinds';
import { find, root, show } from '../support/stage';

const kindOf = (amount: StoredKind['amount'], remove: StoredKind['remove'] = async () => {}): StoredKind => ({
  id: 'people',
  name: 'library.people',
  why: 'stored.people',
  amount,
  remove,
});
const settle = () => act(async () => void (await new Promise((done) => setTimeout(done))));
async function row(kind: StoredKind, onDeleted = vi.fn(), turn = '') {
  show(<KindRow kind={kind} turn={turn} onDeleted={onDeleted} />);
  await settle();
}
const click = async (selector: string) => {
  act(() => find(selector).click());
  await settle();
};
async function typeDelete() {
  await click('.btn.danger');
  const field = find('input') as HTMLInputElement;
  act(() => {
    field.value = 'delete';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click('.typed-delete button');
}

describe('one kind of what is stored', () => {
  test('that cannot be counted says so, offers no deletion, and is counted in another try', async () => {
    const amount = vi.fn<StoredKind['amount']>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue({ count: 3, bytes: 2048 });
    await row(kindOf(amount));
    expect(find('[role=alert]').textContent).toContain('Could not be counted');
    expect(root.querySelector('.btn.danger')).toBeNull();
    await click('.btn');
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(find('.number').textContent).toContain('3');
    expect(find('.btn.danger').matches(':disabled')).toBe(false);
  });

  test('whose count fails later keeps no old figure', async () => {
    const amount = vi.fn<StoredKind['amount']>().mockResolvedValueOnce({ count: 3, bytes: 2048 }).mockRejectedValue(new Error('gone'));
    await row(kindOf(amount));
    await row(kindOf(amount), vi.fn(), 'later');
    expect(root.querySelector('.number')).toBeNull();
    expect(find('[role=alert]').textContent).toContain('Could not be counted');
  });

  test('that cannot be deleted says so and stays; a second try deletes it', async () => {
    const remove = vi.fn<StoredKind['remove']>().mockRejectedValueOnce(new Error('locked')).mockResolvedValue(null);
    const deleted = vi.fn();
    await row(
      kindOf(async () => ({ count: 3, bytes: 2048 }), remove),
      deleted,
    );
    await typeDelete();
    expect(find('[role=alert]').textContent).toContain('Could not be deleted');
    expect(deleted).not.toHaveBeenCalled();
    await click('.btn.danger');
    await typeDelete();
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(deleted).toHaveBeenCalledOnce();
  });
});

test('the size of snapshots is told in bytes, whatever script they are in', async () => {
  const shelf = {
    list: async () => ['one', 'two'],
    read: async (name: string) => (name === 'one' ? '旧桥' : null),
    write: vi.fn(),
    remove: vi.fn(),
  };
  const kind = storedKinds({} as never, shelf, {} as never).find(({ id }) => id === 'snapshots')!;
  expect(await kind.amount()).toEqual({ count: 2, bytes: 6 });
});
