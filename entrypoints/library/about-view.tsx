import { browser } from 'wxt/browser';
import { Logo } from '../../components/logo';
import { type MessageKey, useStrings } from '../../components/strings';

const PERMISSIONS: readonly (readonly [string, MessageKey])[] = [
  ['storage, unlimitedStorage', 'about.storage'],
  ['activeTab', 'about.activeTab'],
  ['scripting', 'about.scripting'],
  ['contextMenus', 'about.contextMenus'],
  ['alarms', 'about.alarms'],
];

/** What Postil is, what leaves the device (nothing), and what each permission is for. */
export function AboutView() {
  const { t } = useStrings();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <article class="scroll stack prose" tabIndex={0}>
      <div class="row">
        <Logo size={40} />
        <div>
          <h1>Postil</h1>
          <p class="muted">{t('about.version', { version: browser.runtime.getManifest().version })}</p>
        </div>
      </div>
      <p>{t('about.what')}</p>
      <section class="stack">
        <h2>{t('about.privacy')}</h2>
        <p>{t('about.nothingLeaves')}</p>
        <p>{t('about.whereItLies')}</p>
      </section>
      <section class="stack">
        <h2>{t('about.permissions')}</h2>
        <dl class="facts">
          {PERMISSIONS.map(([name, key]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
        <p class="muted">{t('about.sites')}</p>
      </section>
    </article>
  );
}
