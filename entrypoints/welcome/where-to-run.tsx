import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useStrings } from '../../components/strings';
import { ALL_SITES, originOf, siteOfOrigin } from '../../core/model/origin';

/** The three choices: on click only, on chosen sites, on all sites. What the browser granted is shown; all of it can be changed later. */
export function WhereToRun() {
  const { t } = useStrings();
  const [origins, setOrigins] = useState<readonly string[]>([]);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState(false);
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  const everywhere = origins.some((origin) => ALL_SITES.includes(origin));
  const sites = origins.map(siteOfOrigin).filter((site) => site !== '');
  // The browser asks only within the click: nothing may be awaited before request().
  const request = (origin: string | null) => {
    setProblem(origin === null);
    if (origin === null) return;
    void browser.permissions.request({ origins: [origin] }).then(
      (granted) => {
        if (granted) setAddress('');
      },
      () => setProblem(true),
    );
  };
  const takeBack = () => void browser.permissions.remove({ origins: [...origins] }).catch(() => setProblem(true));
  return (
    <div class="choices">
      <section class={`choice ${!everywhere && sites.length === 0 ? 'chosen' : ''}`}>
        <h3>{t('welcome.onClick')}</h3>
        <p>{t('welcome.onClickWhy')}</p>
        {everywhere || sites.length > 0 ? (
          <button type="button" class="btn large" onClick={takeBack}>
            {t('welcome.takeBack')}
          </button>
        ) : (
          <p class="muted">{t('welcome.thisIsSet')}</p>
        )}
      </section>
      <section class={`choice ${!everywhere && sites.length > 0 ? 'chosen' : ''}`}>
        <h3>{t('welcome.picked')}</h3>
        <p>{t('welcome.pickedWhy')}</p>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            request(originOf(address));
          }}
        >
          <input
            class="field"
            aria-label={t('sites.address')}
            placeholder="forum.example.org"
            aria-invalid={problem}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
          <button type="submit" class="btn large">
            {t('sites.add')}
          </button>
        </form>
        <p class="problem" role="alert">
          {problem && t('sites.badAddress')}
        </p>
        {!everywhere && sites.length > 0 && (
          <p class="muted">
            <bdi>{sites.join(', ')}</bdi>
          </p>
        )}
      </section>
      <section class={`choice ${everywhere ? 'chosen' : ''}`}>
        <h3>{t('welcome.all')}</h3>
        <p>{t('welcome.allWhy')}</p>
        {everywhere ? (
          <p class="muted">{t('welcome.thisIsSet')}</p>
        ) : (
          <button type="button" class="btn large" onClick={() => request(ALL_SITES[0]!)}>
            {t('sites.everywhere')}
          </button>
        )}
      </section>
    </div>
  );
}
