import { useLayoutEffect, useState } from 'preact/hooks';
import type { Acts } from './acts';
import { Adder } from './adder';
import { Card } from './card';
import { HandleMenu } from './handle-menu';
import { HelpSheet } from './help-sheet';
import { LikeDialog } from './like-dialog';
import type { Model, Panel } from './model';
import { NoteDialog } from './note-dialog';
import { PersonCard } from './person-card';
import { PickBar } from './pick-bar';
import { TagDialog } from './tag-dialog';
import { Toast } from './toast';
import { WhyPanel } from './why-panel';

function panelOf(panel: Panel, model: Model, acts: Acts) {
  switch (panel.kind) {
    case 'menu':
      return <HandleMenu key={`menu ${panel.key}`} model={model} acts={acts} commentKey={panel.key} at={panel.at} />;
    case 'tag':
      return <TagDialog key={`tag ${panel.key}`} model={model} acts={acts} commentKey={panel.key} at={panel.at} />;
    case 'note':
      return <NoteDialog key={`note ${panel.key}`} model={model} acts={acts} commentKey={panel.key} at={panel.at} range={panel.range} />;
    case 'like':
      return <LikeDialog key={`like ${panel.key}`} model={model} acts={acts} commentKey={panel.key} at={panel.at} />;
    case 'why':
      return <WhyPanel key={`why ${panel.keys.join()}`} model={model} acts={acts} keys={panel.keys} at={panel.at} />;
    case 'help':
      return <HelpSheet key="help" model={model} />;
  }
}

/** Everything of the in-page UI. */
export function App({ model, acts, root }: { readonly model: Model; readonly acts: Acts; readonly root: ShadowRoot }) {
  const [, draw] = useState(0);
  // Before the first paint: what the page asks for right after the script arrived must be drawn too.
  useLayoutEffect(() => model.subscribe(() => draw((n) => n + 1)), []);
  const { panel, card, person, adder, picking } = model.state;
  return (
    <div class="layer" lang={model.link.strings().lang}>
      {card && <Card model={model} acts={acts} />}
      {panel && panelOf(panel, model, acts)}
      {person && !panel && <PersonCard model={model} commentKey={person.key} at={person.at} />}
      {adder && !panel && <Adder model={model} acts={acts} range={adder.range} />}
      {picking && <PickBar model={model} acts={acts} picking={picking} />}
      <Toast model={model} acts={acts} root={root} />
    </div>
  );
}
