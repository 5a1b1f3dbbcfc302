import type { Mention, SummarySentence } from '../core/model/summary';

interface Props {
  readonly people: readonly Mention[];
  readonly numbers: readonly Mention[];
  readonly words: { readonly title: string; readonly people: string; readonly numbers: string; readonly none: string };
  readonly lang: string | null;
  readonly onReveal: (place: SummarySentence) => void;
  readonly onPoint: (place: SummarySentence | null) => void;
}

/** People and numbers worth a look: each leads to its place; a number stands before the sentence that holds it. Says so where there are none. */
export function MentionList({ people, numbers, words, lang, onReveal, onPoint }: Props) {
  const led = (mention: Mention) => ({
    type: 'button' as const,
    dir: 'auto' as const,
    lang: lang ?? undefined,
    title: mention.sentence.text,
    onClick: () => onReveal(mention),
    onPointerEnter: () => onPoint(mention),
    onPointerLeave: () => onPoint(null),
    onFocus: () => onPoint(mention),
    onBlur: () => onPoint(null),
  });
  return (
    <details class="mentions">
      <summary>{words.title}</summary>
      {people.length === 0 && numbers.length === 0 && <p>{words.none}</p>}
      {people.length > 0 && (
        <>
          <h3>{words.people}</h3>
          <ul class="mention-people">
            {people.map((mention) => (
              <li key={mention.text}>
                <button {...led(mention)}>
                  {mention.text}
                  {mention.count > 1 && <small> ×{mention.count}</small>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {numbers.length > 0 && (
        <>
          <h3>{words.numbers}</h3>
          <ul>
            {numbers.map((mention) => (
              <li key={mention.text}>
                <button {...led(mention)}>
                  <b>{mention.text}</b> <span>{mention.sentence.text}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
