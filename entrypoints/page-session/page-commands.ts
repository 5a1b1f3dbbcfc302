import { hearPage } from '../../core/bus/answer';
import { PAGE_CHECKS } from '../../core/bus/check-page';
import { ringPrivate } from '../../core/bus/private';
import type { Place } from '../../core/bus/protocol';
import type { RuleDraft } from '../../core/model/rule';
import { setHighlight } from '../../core/page/highlight';
import { rangeOfText } from '../../core/page/quote-range';
import { flash, rangesOfComment, scrollToPlace } from '../../core/page/reveal';
import type { RunningSession } from '../page/world';
import type { Judge } from './judge';
import type { Session } from './shared';
import type { UiLink } from './ui-link';

/** The ranges of a place on the page; empty when it is no longer there. */
export function rangesOf({ found }: Session, place: Place): readonly Range[] {
  const { article, blockElements, comments } = found();
  if (place.kind === 'comment') {
    const elements = comments.get(place.key);
    return elements ? rangesOfComment(elements) : [];
  }
  const element = blockElements[place.block];
  const text = article?.blocks[place.block]?.text;
  if (!element || text === undefined) return [];
  const range = rangeOfText([element], text, place.start, place.end);
  if (range) return [range];
  const whole = element.ownerDocument.createRange();
  whole.selectNodeContents(element);
  return [whole];
}

/** Scrolls to a place, opening it if it is hidden; false when it is not on the page. */
export function reveal(session: Session, place: Place, shine: boolean, paint: () => void): boolean {
  const view = session.document.defaultView;
  const ranges = rangesOf(session, place);
  if (!view || !ranges[0]) return false;
  if (place.kind === 'comment') {
    const treatment = session.decisions().get(place.key)?.treatment;
    if (treatment === 'hide' || treatment === 'vanish' || treatment === 'fold') {
      session.view.opened.add(place.key);
      paint();
    }
    const elements = session.found().comments.get(place.key);
    scrollToPlace(view, elements?.body[0] ?? elements?.nodes[0] ?? ranges[0]);
  } else scrollToPlace(view, ranges[0]);
  if (shine) flash(session.document, ranges);
  return true;
}

/** Marks a place while it is pointed at; null takes the mark away. */
export function point(session: Session, place: Place | null): void {
  setHighlight(session.document, 'postil-point', place ? rangesOf(session, place) : []);
}

/** The comments that a rule alone would act on. */
export function preview(
  { found, state }: Session,
  judge: Judge,
  rule: RuleDraft,
): { readonly of: number; readonly keys: readonly string[] } {
  const { thread } = found();
  const now = state();
  if (!thread || !now) return { of: 0, keys: [] };
  const decisions = [...judge.preview(thread, now, Date.now(), rule).values()];
  return {
    of: decisions.length,
    keys: decisions.filter(({ because }) => because.some(({ id }) => id === 'preview')).map(({ key }) => key),
  };
}

/** Answers the popup, the side panel and the background. */
export function answerCommands(session: Session, ui: UiLink, judge: Judge, paint: () => void): RunningSession['hear'] {
  return hearPage(
    {
      'page.read': async () => {
        await session.storied();
        return session.report();
      },
      'page.reveal': async ({ place, flash: shine }) => {
        if (place.kind === 'sentence') await session.storied();
        return { found: reveal(session, place, shine, paint) };
      },
      'page.point': async ({ place }) => {
        point(session, place);
        return null;
      },
      'page.card': async ({ show, length }) => {
        if (show) await session.storied();
        ui.run((page) => page.card(show, length));
        return null;
      },
      'page.showHidden': async ({ show }) => {
        session.view.showAll = show;
        if (!show) session.view.opened.clear();
        paint();
        return null;
      },
      'page.pick': async ({ start }) => {
        ui.run((page) => page.pick(start));
        return null;
      },
      'page.act': async ({ act, link }) => {
        ui.run((page) => page.act(act, link));
        return null;
      },
      'page.preview': async ({ rule }) => {
        const { of, keys } = preview(session, judge, rule);
        return { of, would: keys.map((key) => ({ key, treatment: rule.action.kind === 'label' ? 'show' : rule.action.kind })) };
      },
      'page.again': async () => {
        ringPrivate('mark.put');
        return null;
      },
      'page.stop': async () => {
        // After the answer has left: stopping takes the listener away.
        setTimeout(session.stop, 0);
        return null;
      },
    },
    PAGE_CHECKS,
  );
}
