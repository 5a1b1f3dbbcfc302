import type { SummarySentence } from '../core/model/summary';

interface Props {
  readonly label: string;
  readonly sentences: readonly SummarySentence[];
  /** BCP 47 tag of the text, null if unknown. */
  readonly lang: string | null;
  readonly onReveal: (sentence: SummarySentence) => void;
  /** Hover and focus; null when they end. */
  readonly onPoint: (sentence: SummarySentence | null) => void;
}

/** A summary: the page's own sentences, each behind its marker bar; a click shows it in its place. */
export function SentenceList({ label, sentences, lang, onReveal, onPoint }: Props) {
  return (
    <ol class="sentences" aria-label={label}>
      {sentences.map((sentence) => (
        <li key={`${sentence.block}:${sentence.start}`}>
          <button
            type="button"
            class="marked"
            dir="auto"
            lang={lang ?? undefined}
            onClick={() => onReveal(sentence)}
            onMouseEnter={() => onPoint(sentence)}
            onMouseLeave={() => onPoint(null)}
            onFocus={() => onPoint(sentence)}
            onBlur={() => onPoint(null)}
          >
            {sentence.text}
          </button>
        </li>
      ))}
    </ol>
  );
}
