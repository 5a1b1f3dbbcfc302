import { useEffect, useState } from 'preact/hooks';
import type { Mark } from '../core/model/mark';
import { Name } from './name';
import { useStrings } from './strings';

interface Props {
  /** Reads them; asked again when `page` is another. */
  readonly read: () => Promise<readonly Mark[]>;
  readonly page: string;
  /** Opens one in the library. */
  readonly onOpen: (mark: Mark) => void;
}

/** Notes and highlights of a page that found no place on it any more, with what was kept of them. Nothing where there are none. */
export function LostMarks({ read, page, onOpen }: Props) {
  const { t } = useStrings();
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  useEffect(() => {
    let stale = false;
    void read().then((found) => (stale ? undefined : setMarks(found)));
    return () => {
      stale = true;
    };
  }, [page]);
  if (marks.length === 0) return null;
  return (
    <details class="lost-marks">
      <summary>{t('page.lost', { count: marks.length })}</summary>
      <ul class="stack tight">
        {marks.map((mark) => (
          <li key={mark.uuid}>
            <button type="button" class="link" onClick={() => onOpen(mark)}>
              <b>{mark.commentKey === null ? t('mark.article') : <Name name={mark.author} />}</b>{' '}
              <span class="clamp" dir="auto">
                {mark.note || mark.selectors?.exact || mark.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
