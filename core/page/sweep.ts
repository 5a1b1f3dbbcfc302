import { HOST_TAG } from './letters';
import { queryAllIn, removeAttributeOf } from './safe-dom';

/**
 * Takes away what an earlier copy of Postil left in a document that it could not clear up itself: Firefox ends the scripts of an updated
 * extension at once. Panels stay, since something may be typed in them; they are given back.
 */
export function sweep(document: Document): readonly Element[] {
  for (const element of queryAllIn(document, `[data-postil~=wrap],${HOST_TAG}:not([data-postil~=app]),style[data-postil=sheet]`))
    element.remove();
  const panels = [...queryAllIn(document, `${HOST_TAG}[data-postil~=app]`)];
  for (const element of queryAllIn(document, `[data-postil]:not(${HOST_TAG}),[data-postil-ok]`)) {
    removeAttributeOf(element, 'data-postil');
    removeAttributeOf(element, 'data-postil-ok');
  }
  return panels;
}
