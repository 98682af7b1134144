import { Sheet } from './sheet.tsx';

interface AskSheetProps {
  readonly title: string;
  /** What goes, and that it does not come back. */
  readonly words: string;
  readonly no: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks once before something is deleted for good. */
export function AskSheet({ title, words, no, yes, onYes, onClose }: AskSheetProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <p>{words}</p>
      <div class="pair">
        <button type="button" class="button" onClick={onClose}>
          {no}
        </button>
        <button
          type="button"
          class="button button-stop"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </Sheet>
  );
}
