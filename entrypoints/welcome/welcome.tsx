import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Logo } from '../../components/logo';
import { useStrings } from '../../components/strings';
import { Demo } from './demo';
import { sampleFor } from './sample';
import { WhereToRun } from './where-to-run';

/** What a newcomer sees: what Postil does, on a thread that lies in the page itself, and the choice where it may run. */
export function Welcome() {
  const { t, lang } = useStrings();
  useEffect(() => {
    document.title = t('welcome.title');
  }, [t]);
  return (
    <main class="welcome">
      <header>
        <Logo size={40} />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.what')}</p>
      </header>
      <section aria-labelledby="try">
        <h2 id="try">{t('welcome.try')}</h2>
        <p class="muted">{t('welcome.tryWhy')}</p>
        <Demo sample={sampleFor(lang)} />
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{t('welcome.where')}</h2>
        <p class="muted">{t('welcome.whereWhy')}</p>
        <WhereToRun />
      </section>
      <section class="stack" aria-labelledby="privacy">
        <h2 id="privacy">{t('about.privacy')}</h2>
        <p>{t('about.nothingLeaves')}</p>
        <p class="row">
          <button type="button" class="btn large" onClick={() => void browser.runtime.openOptionsPage()}>
            {t('welcome.library')}
          </button>
        </p>
      </section>
    </main>
  );
}
