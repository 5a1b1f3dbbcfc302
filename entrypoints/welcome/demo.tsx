import { useMemo, useState } from 'preact/hooks';
import { placeOf } from '../../components/facts';
import { LabelChip } from '../../components/label-chip';
import { Name } from '../../components/name';
import { SentenceList } from '../../components/sentence-list';
import { Spans } from '../../components/spans';
import { useStrings } from '../../components/strings';
import { OUT_OF_SIGHT, reasonText, treatmentText } from '../../components/why';
import type { Label } from '../../core/model/person';
import type { SummarySentence } from '../../core/model/summary';
import { summariseArticle } from '../../core/summary/article';
import { decideSample } from './decide-sample';
import type { Sample } from './sample';

/** The sample thread with Postil at work on it: summary, labels, hidden comments and a word rule. Nothing of it is kept. */
export function Demo({ sample }: { readonly sample: Sample }) {
  const strings = useStrings();
  const { t } = strings;
  const { article, thread } = sample;
  const [words, setWords] = useState<readonly string[]>([]);
  const [word, setWord] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [labels, setLabels] = useState<ReadonlyMap<string, Label>>(new Map());
  const [pointed, setPointed] = useState<SummarySentence | null>(null);
  const summary = useMemo(() => summariseArticle(article, { sentences: 3 }), [article]);
  const decisions = useMemo(() => decideSample(thread, words, hidden), [thread, words, hidden]);
  const toggle = <T,>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
    const next = new Set(set);
    if (!next.delete(item)) next.add(item);
    return next;
  };
  const tag = (name: string) => {
    const next = new Map(labels);
    if (!next.delete(name)) next.set(name, { text: t('welcome.label'), colour: 'green' });
    setLabels(next);
  };
  const addWord = (text: string) => {
    if (text.trim() !== '') setWords([...words.filter((old) => old !== text.trim()), text.trim()]);
    setWord('');
  };
  return (
    <div class="demo">
      <div class="demo-page">
        <h3 dir="auto">{article.title}</h3>
        {article.blocks.map((block, index) => (
          <p key={block.text} class="text">
            <Spans text={block.text} ranges={pointed?.block === index ? [pointed] : []} />
          </p>
        ))}
        <ul class="demo-comments">
          {thread.comments.map((comment, index) => {
            const decision = decisions[index]!;
            if (OUT_OF_SIGHT.has(decision.treatment) && !shown.has(comment.key))
              return (
                <li key={comment.key} class="demo-stub">
                  <span class="grow">
                    {treatmentText(decision, strings)} · <Name name={comment.author.name} /> ·{' '}
                    {decision.because.map((reason) => reasonText(reason, strings)).join(' · ')}
                  </span>
                  <button type="button" class="link" onClick={() => setShown(toggle(shown, comment.key))}>
                    {t('welcome.show')}
                  </button>
                </li>
              );
            return (
              <li key={comment.key}>
                <p class="row">
                  <b>
                    <Name name={comment.author.name} />
                  </b>
                  {labels.has(comment.author.name) && <LabelChip label={labels.get(comment.author.name)!} />}
                  <span class="muted">{placeOf(comment, thread, t)}</span>
                  <span class="grow" />
                  <button type="button" class="btn" onClick={() => tag(comment.author.name)}>
                    {t(labels.has(comment.author.name) ? 'welcome.untag' : 'welcome.tag')}
                  </button>
                  <button
                    type="button"
                    class="btn"
                    onClick={() => {
                      setHidden(toggle(hidden, comment.key));
                      setShown(new Set([...shown].filter((key) => key !== comment.key)));
                    }}
                  >
                    {t(hidden.has(comment.key) ? 'welcome.unhide' : 'welcome.hide')}
                  </button>
                </p>
                <p class="text">
                  <Spans text={comment.text} ranges={decision.spans} />
                </p>
              </li>
            );
          })}
        </ul>
      </div>
      <aside class="demo-side">
        <h3>{t('popup.summary')}</h3>
        <SentenceList
          label={t('popup.summary')}
          sentences={summary.sentences}
          lang={article.lang}
          onReveal={setPointed}
          onPoint={setPointed}
        />
        <h3>{t('popup.filters')}</h3>
        <form
          class="row nowrap"
          onSubmit={(event) => {
            event.preventDefault();
            addWord(word);
          }}
        >
          <input
            class="field"
            aria-label={t('filters.word')}
            placeholder={t('filters.wordHint')}
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
          <button type="submit" class="btn primary field-height">
            {t('filters.hideWord')}
          </button>
        </form>
        <p class="row">
          <span class="muted">{t('welcome.tryWord')}</span>
          <button type="button" class="link" onClick={() => addWord(sample.word)}>
            {sample.word}
          </button>
        </p>
        {words.length > 0 && (
          <ul class="row">
            {words.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  class="btn"
                  aria-label={t('welcome.removeWord', { word: text })}
                  onClick={() => setWords(words.filter((old) => old !== text))}
                >
                  <bdi>{text}</bdi> ✕
                </button>
              </li>
            ))}
          </ul>
        )}
      </aside>
    </div>
  );
}
