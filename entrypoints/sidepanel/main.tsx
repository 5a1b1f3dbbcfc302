import { render } from 'preact';
import { Surface } from '../../components/surface';
import { watchUi } from '../../core/bus/watch-ui';
import { Panel } from './panel';
import '../../components/tokens.css';
import '../../components/base.css';
import './panel.css';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

// `?tab=ID`: the panel of that tab in a tab of its own (tests).
const wanted = new URLSearchParams(location.search).get('tab');
const tabId = wanted === null || !/^\d+$/.test(wanted) ? null : Number(wanted);

void watchUi(({ settings, strings }) => {
  render(
    <Surface settings={settings} strings={strings}>
      <Panel tabId={tabId} />
    </Surface>,
    document.getElementById('app')!,
  );
}, closing.signal);
