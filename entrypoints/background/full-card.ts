import type { AnswerTo } from '../../core/bus/protocol';
import type { PersonRef } from '../../core/model/person';
import { linkedWith } from '../../core/store/kin';
import { labelsInUse, personCard } from '../../core/store/people';
import type { Store } from '../../core/store/store';

/** All that a page's card shows of a person: who they are, what is marked of theirs, labels to offer, and the accounts linked with theirs. */
export async function fullCard(store: Store, ref: PersonRef): Promise<AnswerTo<'person.get'>> {
  const card = await personCard(store, ref);
  const linked = card.person ? await linkedWith(store, card.person) : [];
  return {
    ...card,
    labelsInUse: await labelsInUse(store),
    linked: linked.map(({ site, names, labels, note, action }) => ({ site, names, labels, note, action })),
  };
}
