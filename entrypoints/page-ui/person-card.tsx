import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerTo } from '../../core/bus/protocol';
import { personOf } from './acts';
import { LinkedNote } from './linked-note';
import type { Model } from './model';
import { usePlace } from './use-place';

type Known = AnswerTo<'person.get'>;

/** What is known of a person, beside their chip, while the pointer or the focus rests on it. It never takes the focus. */
export function PersonCard({ model, commentKey, at }: { readonly model: Model; readonly commentKey: string; readonly at: Element }) {
  const { t, link } = model;
  const [known, setKnown] = useState<Known | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { left, top } = usePlace(at, box, known);
  useEffect(() => {
    void link.ask('person.get', { person: personOf(model, commentKey) }).then((reply) => reply.ok && setKnown(reply.value));
  }, [commentKey]);
  const person = known?.person;
  if (!person) return null;
  const day = (at: number) => new Intl.DateTimeFormat(link.strings().lang, { dateStyle: 'medium' }).format(at);
  return (
    <div ref={box} class="panel person" role="tooltip" style={{ left: `${left}px`, top: `${top}px` }}>
      <p>
        <b>
          <bdi>{person.names[0]}</bdi>
        </b>
        {person.names.length > 1 && <span class="muted"> {t('page.person.formerly', { names: person.names.slice(1, 4).join(', ') })}</span>}
      </p>
      <p class="labels">
        {person.labels.map((label) => (
          <bdi key={label.text} class="chip" style={{ color: `var(--tag-${label.colour})` }}>
            {label.text}
          </bdi>
        ))}
      </p>
      {person.note && <p class="text">{person.note}</p>}
      {known.linked.length > 0 && <LinkedNote model={model} linked={known.linked} />}
      {person.sources[0] && <p class="muted quote">{person.sources[0].quote}</p>}
      <p class="muted">
        {person.firstSeenAt !== null && t('page.person.first', { date: day(person.firstSeenAt) })}
        {person.lastSeenAt !== null && ` · ${t('page.person.last', { date: day(person.lastSeenAt) })}`}
        {known.marks.length > 0 && ` · ${t('page.person.marks', { count: known.marks.length })}`}
      </p>
    </div>
  );
}
