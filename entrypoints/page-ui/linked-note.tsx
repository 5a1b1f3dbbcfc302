import type { AnswerTo } from '../../core/bus/protocol';
import type { Model } from './model';

export type Linked = AnswerTo<'person.get'>['linked'];

/** What is known of the accounts that were linked with this one: it counts here too, and is changed there. */
export function LinkedNote({ model, linked }: { readonly model: Model; readonly linked: Linked }) {
  return (
    <div class="linked">
      <p class="muted">{model.t('page.person.linked')}</p>
      <ul>
        {linked.map(({ site, names, labels, note }) => (
          <li key={`${site} ${names[0]}`}>
            <bdi>{names[0]}</bdi> <bdi class="muted">{site}</bdi>{' '}
            {labels.map((label) => (
              <bdi key={label.text} class="chip" style={{ color: `var(--tag-${label.colour})` }}>
                {label.text}
              </bdi>
            ))}
            {note !== '' && <p class="text">{note}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
