import type { Place } from '../../core/bus/protocol';
import type { Article } from '../../core/model/article';
import type { SummarySentence } from '../../core/model/summary';
import { rangeOfText } from '../../core/page/quote-range';
import { flash, scrollToPlace } from '../../core/page/reveal';
import type { SelectedStory } from '../../core/page/selected-story';
import type { PageLink } from '../page/page-link';

/** What a card summarises, and how its sentences are shown in the page. */
export interface CardSource {
  readonly article: Article | null;
  readonly reveal: (sentence: SummarySentence) => void;
  readonly point: (sentence: SummarySentence | null) => void;
}

/** The story of the page. */
export function storySource(link: PageLink): CardSource {
  const placeOf = ({ block, start, end }: SummarySentence): Place => ({ kind: 'sentence', block, start, end });
  return {
    article: link.found().article,
    reveal: (sentence) => void link.reveal(placeOf(sentence), true),
    point: (sentence) => link.point(sentence && placeOf(sentence)),
  };
}

/** What was selected: its places are found in the elements that it was read from. */
export function selectionSource(link: PageLink, { article, elements }: SelectedStory): CardSource {
  const rangeOf = ({ block, start, end }: SummarySentence): Range | null => {
    const element = elements[block];
    return element?.isConnected ? rangeOfText([element], article.blocks[block]!.text, start, end) : null;
  };
  return {
    article,
    reveal(sentence) {
      const range = rangeOf(sentence);
      const view = link.document.defaultView;
      if (!range || !view) return;
      scrollToPlace(view, range);
      flash(link.document, [range]);
    },
    point(sentence) {
      const range = sentence && rangeOf(sentence);
      link.pointRanges(range ? [range] : []);
    },
  };
}
