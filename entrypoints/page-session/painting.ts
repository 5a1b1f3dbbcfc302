import type { Decision } from '../../core/model/decision';
import { pageTheme } from '../../core/page/page-theme';
import { createPainter, type Painter } from '../../core/page/paint';
import type { Session } from './shared';
import type { UiLink } from './ui-link';

const withoutLabels = (decisions: ReadonlyMap<string, Decision>): ReadonlyMap<string, Decision> =>
  new Map([...decisions].map(([key, decision]) => [key, decision.labels.length > 0 ? { ...decision, labels: [] } : decision]));

/** The painter of a session: made when there is something to paint, made anew when language or theme change. */
export interface Painting {
  /** Brings the page in line with what the session found and decided. */
  paint(): void;
  /** The same in turns with the page. */
  paintInSteps(): Generator<void, void>;
  clear(): void;
  readonly painter: () => Painter | null;
}

export function createPainting(session: Session, ui: UiLink): Painting {
  const { document, signal, view } = session;
  let painter: Painter | null = null;
  let paintedIn = '';
  let theme: 'light' | 'dark' | null = null;

  const clear = () => {
    painter?.clear();
    painter = null;
  };
  function* paintInSteps(): Generator<void, void> {
    const state = session.state();
    const found = session.found();
    if (!state || signal.aborted || session.isOff()) return;
    if (!found.thread) {
      painter?.clear();
      return;
    }
    const { settings, strings } = state;
    // What stands between a page's lines follows the page, unless the person chose.
    theme ??= pageTheme(document);
    const look = `${settings.theme === 'auto' ? theme : settings.theme} ${settings.density} ${strings.lang}`;
    if (paintedIn !== look) clear();
    paintedIn = look;
    painter ??= createPainter({
      document,
      t: session.t,
      theme: settings.theme === 'auto' ? theme : settings.theme,
      dense: settings.density === 'compact',
      acts: {
        open: (keys, open) => {
          for (const key of keys) {
            if (open) view.opened.add(key);
            else view.opened.delete(key);
          }
          paint();
        },
        why: (keys, at) => ui.run((page) => page.why(keys, at)),
        menu: (key, at) => ui.run((page) => page.menu(key, at)),
        person: (key, at) => ui.run((page) => page.person(key, at)),
        note: (key, at) => ui.run((page) => page.note(key, at)),
      },
    });
    const notes = new Map<string, string>();
    for (const { kind, note, commentKey } of session.marks())
      if (kind === 'note' && note !== '' && commentKey !== null) notes.set(commentKey, note);
    const { stubStyle, markNew, chips } = settings;
    const decisions = chips ? session.decisions() : withoutLabels(session.decisions());
    yield* painter.paintInSteps(
      found,
      decisions,
      { stubs: stubStyle === 'stub', markNew, showAll: view.showAll, opened: view.opened },
      notes,
    );
  }
  const paint = () => {
    for (const _ of paintInSteps());
  };
  return { paint, paintInSteps, clear, painter: () => painter };
}
