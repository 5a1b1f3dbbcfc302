import { render } from 'preact';
import { Surface } from '../../components/surface';
import { watchUi } from '../../core/bus/watch-ui';
import { Welcome } from './welcome';
import '../../components/tokens.css';
import '../../components/base.css';
import './welcome.css';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

void watchUi(({ settings, strings }) => {
  render(
    <Surface settings={settings} strings={strings}>
      <Welcome key={strings.lang} />
    </Surface>,
    document.getElementById('app')!,
  );
}, closing.signal);
