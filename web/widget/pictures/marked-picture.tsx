import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../view/icon.tsx';
import { markWord, type NumberedMark } from './marks.ts';

interface MarkedPictureProps {
  readonly blob: Blob | undefined;
  readonly alt: string;
  readonly marks: readonly NumberedMark[];
  /** Pixels; its width follows. */
  readonly tallest: number;
}

/** A picture with the places that were found on it: outlined, numbered, and named in a word. */
export function MarkedPicture({ blob, alt, marks, tallest }: MarkedPictureProps) {
  const [address, setAddress] = useState<string>();
  const [ratio, setRatio] = useState<number>();
  const [isOdd, setOdd] = useState(false);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    setOdd(false);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (isOdd || address === undefined) {
    return (
      <span class="unseen">
        <Icon name="picture" />
        <span class="aside">{alt}</span>
      </span>
    );
  }
  return (
    <span class="marked" style={ratio === undefined ? { height: '180px' } : { maxWidth: `${tallest * ratio}px` }}>
      {ratio !== undefined && <span class="marked-room" style={{ paddingTop: `${100 / ratio}%` }} />}
      <img
        src={address}
        alt={alt}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
        onError={() => setOdd(true)}
      />
      {ratio !== undefined && marks.map((mark) => <Box key={mark.box.join()} mark={mark} />)}
    </span>
  );
}

function Box({ mark: { kind, number, box } }: { readonly mark: NumberedMark }) {
  const [left, top, width, height] = box;
  // The word stands above, or inside where the picture ends; it never leaves the picture sideways.
  const sides = [top < 0.12 ? 'mark-in' : '', left + width / 2 > 0.5 ? 'mark-right' : ''].join(' ');
  return (
    <span
      class={`mark-box mark-of-${kind} ${sides}`}
      style={{ left: share(left), top: share(top), width: share(width), height: share(height) }}
    >
      <span class="mark-name">
        {number !== undefined && <b>{number}</b>}
        {markWord(kind)}
      </span>
    </span>
  );
}

function share(of: number): string {
  return `${of * 100}%`;
}
