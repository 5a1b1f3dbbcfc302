import { useEffect } from 'preact/hooks';
import { useStrings } from './strings';
import './toast.css';

const TOAST_MS = 8000; // long enough to read and to reach the button; it stays while it has focus or the pointer

/** What was done, and how to take it back (null: it cannot be). `id` changes with each act. */
export interface ToastMessage {
  readonly id: string;
  readonly text: string;
  readonly undo: (() => void) | null;
}

interface Props {
  readonly message: ToastMessage | null;
  readonly onClose: () => void;
}

/** The line that says what was just done, for 8 seconds. The live region itself is always there, so that it is read out. */
export function Toast({ message, onClose }: Props) {
  const { t } = useStrings();
  useEffect(() => {
    if (!message) return;
    let timer = 0;
    const wait = () => {
      timer = window.setTimeout(() => {
        if (document.querySelector('.toast:hover, .toast:focus-within')) wait();
        else onClose();
      }, TOAST_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [message?.id]);
  return (
    <div class="toast-place" role="status">
      {message && (
        <div class="toast">
          <span class="grow">{message.text}</span>
          {message.undo && (
            <button type="button" class="link" onClick={message.undo}>
              {t('common.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
