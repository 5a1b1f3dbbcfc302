import { render } from 'preact';
import { Surface } from '../../components/surface';
import { writeStored } from '../../core/bus/bell';
import { watchUi } from '../../core/bus/watch-ui';
import { openStore } from '../../core/store/store';
import { Library } from './library';
import '../../components/tokens.css';
import '../../components/base.css';
import './library.css';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

const opening = openStore({ now: () => Date.now(), newId: () => crypto.randomUUID(), publish: writeStored });

void watchUi(({ settings, strings }) => {
  render(
    <Surface settings={settings} strings={strings}>
      <Library opening={opening} />
    </Surface>,
    document.getElementById('app')!,
  );
}, closing.signal);
