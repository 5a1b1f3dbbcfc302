import { useMemo, useState } from 'preact/hooks';
import { MentionList } from '../../components/mention-list';
import { Menu } from '../../components/menu';
import '../../components/mention-list.css';
import { Segmented } from '../../components/segmented';
import { SentenceList } from '../../components/sentence-list';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import type { Done } from '../../components/use-done';
import { askTab } from '../../core/bus/call';
import type { TabSeen } from '../../core/bus/page-of-tab';
import type { PageReport } from '../../core/bus/protocol';
import { type Article, storyText } from '../../core/model/article';
import type { SummaryLength } from '../../core/model/settings';
import { SUMMARY_SENTENCES } from '../../core/model/settings';
import type { SummarySentence } from '../../core/model/summary';
import { measureStory, summariseArticle } from '../../core/summary/article';
import { type CopyForm, summaryAs } from '../../core/summary/copy-summary';
import { Generated } from './generated';
import './story-tab.css';

/** Title and the line below it: source, date, length, reading time. */
export function StoryHead({ report, tab }: { readonly report: PageReport; readonly tab: TabSeen }) {
  const { t, date } = useStrings();
  const { article, thread } = report;
  const facts = useMemo(() => {
    if (!article) return thread ? [thread.site] : [];
    const { length, unit, minutes } = measureStory(article);
    const day =
      article.date === null ? article.dateText : Number.isNaN(Date.parse(article.date)) ? article.date : date(Date.parse(article.date));
    return [
      article.site ?? article.byline,
      day,
      t(unit === 'words' ? 'length.words' : 'length.characters', { count: length }),
      t('length.minutes', { count: minutes }),
    ].filter((fact) => fact !== null && fact !== '');
  }, [article, thread, t, date]);
  return (
    <>
      <h1 dir="auto" lang={article?.lang ?? undefined}>
        {article?.title || thread?.title || tab.title || t('popup.untitled')}
      </h1>
      <p class="muted facts">
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
    </>
  );
}

interface Props {
  readonly article: Article;
  readonly tab: TabSeen;
  readonly done: Done;
}

/** The story in its own sentences. A click shows a sentence in its place, hovering marks it there. */
export function StoryTab({ article, tab, done }: Props) {
  const { t } = useStrings();
  const settings = useSettings();
  const [length, setLength] = useState<SummaryLength>(settings.summaryLength);
  const summary = useMemo(() => summariseArticle(article, { sentences: SUMMARY_SENTENCES[length] }), [article, length]);
  const placeOf = ({ block, start, end }: SummarySentence) => ({ kind: 'sentence', block, start, end }) as const;
  const reveal = (sentence: SummarySentence) => void askTab(tab.id, 'page.reveal', { place: placeOf(sentence), flash: true });
  const point = (sentence: SummarySentence | null) => void askTab(tab.id, 'page.point', { place: sentence && placeOf(sentence) });

  const copy = async (form: string) => {
    try {
      await navigator.clipboard.writeText(summaryAs(form as CopyForm, article, summary.sentences));
      done.say('done.copied');
    } catch {
      done.say('fault.copy');
    }
  };
  if (summary.tooShort && summary.sentences.length === 0) return <StateView title={t('popup.tooShort')} text={t('popup.tooShortWhy')} />;
  return (
    <>
      {summary.tooShort && <p class="muted">{t('popup.tooShort')}</p>}
      <SentenceList label={t('popup.summary')} sentences={summary.sentences} lang={article.lang} onReveal={reveal} onPoint={point} />
      {(summary.outline.length > 0 || summary.terms.length > 0) && (
        <details class="more">
          <summary>{t('popup.outline')}</summary>
          {summary.outline.map((part) => (
            <section key={part.block}>
              <h2 dir="auto">{part.heading}</h2>
              {part.sentence && (
                <SentenceList label={part.heading} sentences={[part.sentence]} lang={article.lang} onReveal={reveal} onPoint={point} />
              )}
            </section>
          ))}
          <ul class="row terms" aria-label={t('popup.terms')}>
            {summary.terms.map((term) => (
              <li key={term} class="count" dir="auto">
                {term}
              </li>
            ))}
          </ul>
        </details>
      )}
      <MentionList
        people={summary.people}
        numbers={summary.numbers}
        lang={article.lang}
        words={{
          title: t('page.mentions'),
          people: t('page.mentions.people'),
          numbers: t('page.mentions.numbers'),
          none: t('page.mentions.none'),
        }}
        onReveal={reveal}
        onPoint={point}
      />
      <div class="row story-acts">
        <Segmented
          name="length"
          label={t('popup.length')}
          value={length}
          onChange={setLength}
          options={[
            { value: 'short', label: t('length.short') },
            { value: 'medium', label: t('length.medium') },
            { value: 'long', label: t('length.long') },
          ]}
        />
        <button type="button" class="btn push" onClick={() => void askTab(tab.id, 'page.card', { show: true, length })}>
          {t('popup.showInPage')}
        </button>
        <Menu
          up
          label={t('popup.copy')}
          items={[
            { id: 'text', label: t('copy.text') },
            { id: 'markdown', label: t('copy.markdown') },
            { id: 'quotes', label: t('copy.quotes') },
          ]}
          onChoose={(form) => void copy(form)}
        />
      </div>
      <Generated
        kind="story"
        id={article.url}
        source={() => storyText(article)}
        title={article.title}
        lang={article.lang}
        sentences={SUMMARY_SENTENCES[length]}
      />
    </>
  );
}
