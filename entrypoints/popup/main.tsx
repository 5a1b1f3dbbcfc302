import { render } from 'preact';
import { Surface } from '../../components/surface';
import { watchUi } from '../../core/bus/watch-ui';
import { Popup } from './popup';
import '../../components/tokens.css';
import '../../components/base.css';
import './popup.css';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

// `?tab=ID`: the popup of that tab in a tab of its own (Android's narrow windows, tests).
const wanted = new URLSearchParams(location.search).get('tab');
const tabId = wanted === null || !/^\d+$/.test(wanted) ? null : Number(wanted);
if (tabId !== null || /Android/.test(navigator.userAgent)) document.documentElement.dataset.wide = '';

void watchUi(({ settings, strings }) => {
  render(
    <Surface settings={settings} strings={strings}>
      <Popup tabId={tabId} />
    </Surface>,
    document.getElementById('app')!,
  );
}, closing.signal);
