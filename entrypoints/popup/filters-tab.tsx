import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { placeOf } from '../../components/facts';
import { Name } from '../../components/name';
import { Spans } from '../../components/spans';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import type { Done } from '../../components/use-done';
import { reasonText, treatmentText } from '../../components/why';
import { ask, askTab } from '../../core/bus/call';
import type { TabSeen } from '../../core/bus/page-of-tab';
import type { PageReport, SiteState } from '../../core/bus/protocol';
import type { Decision } from '../../core/model/decision';
import { originOf } from '../../core/model/origin';
import { wordRule } from '../../core/model/word-rule';

interface Props {
  readonly tab: TabSeen;
  readonly site: SiteState;
  readonly report: PageReport;
  readonly hidden: readonly Decision[];
  readonly done: Done;
  readonly onReveal: (key: string) => void;
  readonly onChanged: () => void;
}

const LISTED = 100; // comments; a page that hides more is better judged in the library

/** What is hidden on this page and why; a word to hide, added in one line. */
export function FiltersTab({ tab, site, report, hidden, done, onReveal, onChanged }: Props) {
  const strings = useStrings();
  const { t } = strings;
  const [word, setWord] = useState('');
  const [showAll, setShowAll] = useState(report.showAllHidden);
  const origin = originOf(site.site);
  const byKey = new Map(report.thread?.comments.map((comment) => [comment.key, comment]));

  const addRule = async () => {
    const text = word.trim();
    if (text === '') return;
    const added = await done.run((op) => ask('rule.put', { op, uuid: null, rule: wordRule([text]) }), 'done.wordAdded', { word: text });
    if (added) setWord('');
  };
  const show = async (on: boolean) => {
    setShowAll(on);
    await askTab(tab.id, 'page.showHidden', { show: on });
  };
  const allow = (key: string) => {
    const comment = byKey.get(key);
    if (!comment || !report.thread) return;
    const { thread } = report;
    void done.run(
      (op) =>
        ask('mark.put', {
          op,
          kind: 'allow',
          on: {
            site: thread.site,
            threadKey: thread.key,
            commentKey: key,
            url: thread.url,
            title: thread.title,
            author: comment.author.name,
            authorId: comment.author.id,
            text: comment.text,
          },
        }),
      'done.allowed',
    );
  };
  return (
    <div class="stack">
      <form
        class="row nowrap"
        onSubmit={(event) => {
          event.preventDefault();
          void addRule();
        }}
      >
        <input
          class="field"
          aria-label={t('filters.word')}
          placeholder={t('filters.wordHint')}
          value={word}
          maxLength={200}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        <button type="submit" class="btn primary field-height">
          {t('filters.hideWord')}
        </button>
      </form>
      {hidden.length === 0 ? (
        <p class="muted">{t('filters.none')}</p>
      ) : (
        <>
          <div class="row">
            <span class="grow" id="show-all">
              {t('filters.showAll')}
            </span>
            <Switch on={showAll} label={t('filters.showAll')} onChange={(on) => void show(on)} />
          </div>
          <ul class="hidden-list">
            {hidden.slice(0, LISTED).map((decision) => {
              const comment = byKey.get(decision.key);
              if (!comment || !report.thread) return null;
              return (
                <li key={decision.key}>
                  <p class="muted">
                    {treatmentText(decision, strings)} · <Name name={comment.author.name} /> · {placeOf(comment, report.thread, t)}
                  </p>
                  <p class="clamp" dir="auto">
                    <Spans text={comment.text} ranges={decision.spans} />
                  </p>
                  <p class="row">
                    <bdi class="why grow">{decision.because.map((reason) => reasonText(reason, strings)).join(' · ')}</bdi>
                    <button type="button" class="link" onClick={() => onReveal(decision.key)}>
                      {t('filters.goTo')}
                    </button>
                    <button type="button" class="link" onClick={() => allow(decision.key)}>
                      {t('filters.allow')}
                    </button>
                  </p>
                </li>
              );
            })}
          </ul>
          {hidden.length > LISTED && <p class="muted">{t('filters.more', { count: hidden.length - LISTED })}</p>}
        </>
      )}
      <div class="row">
        <button
          type="button"
          class="link"
          onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/library.html#/rules' as '/library.html') })}
        >
          {t('filters.manage')}
        </button>
        <span class="grow" />
        <span class="muted">{site.access === 'granted' ? t('filters.alwaysOn') : t('filters.onClick')}</span>
        {origin && site.access === 'click' && (
          <button
            type="button"
            class="btn"
            onClick={() => void browser.permissions.request({ origins: [origin] }).then(onChanged, onChanged)}
          >
            {t('popup.allowSite')}
          </button>
        )}
      </div>
    </div>
  );
}
