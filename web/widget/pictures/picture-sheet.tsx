import { useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { Sheet } from '../view/sheet.tsx';
import { MarkedPicture } from './marked-picture.tsx';
import type { NumberedMark } from './marks.ts';

export interface Shown {
  readonly name: string;
  readonly blob: Blob;
  readonly marks?: readonly NumberedMark[];
}

interface PictureSheetProps {
  readonly title: string;
  readonly shown: readonly Shown[];
  /** Which of them first. */
  readonly first?: number;
  readonly onClose: () => void;
}

/** Pixels: as tall as the panel lets it. */
const TALLEST = 4_000;

/** Pictures as large as the panel, one at a time in the same place, and on a press larger still. */
export function PictureSheet({ title, shown, first = 0, onClose }: PictureSheetProps) {
  const [at, show] = useState(first);
  const [isClose, zoom] = useState(false);
  const picture = shown[at];
  return (
    <Sheet title={title} onClose={onClose}>
      {shown.length > 1 && (
        <div class="tabs">
          {shown.map(({ name }, index) => (
            <button key={name} type="button" aria-pressed={index === at} onClick={() => show(index)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {picture && (
        <div class={isClose ? 'large large-close' : 'large'}>
          <MarkedPicture
            key={picture.name}
            blob={picture.blob}
            alt={picture.name}
            marks={picture.marks ?? []}
            tallest={TALLEST}
          />
        </div>
      )}
      <div class="pair">
        <button type="button" class="button button-soft" aria-pressed={isClose} onClick={() => zoom(!isClose)}>
          {isClose ? t('看整张') : t('放大看字')}
        </button>
      </div>
    </Sheet>
  );
}
