import { useEffect, useRef, useState } from 'react';
import { t } from '../../shared/t.ts';
import { serverNow } from '../api/server-clock.ts';
import type { Revealed } from '../api/types.ts';
import { useMe } from '../me.ts';
import { timeOf } from '../times.ts';
import { agentName } from '../words.ts';
import { drawPicture } from './draw-picture.ts';
import type { NumberedMark } from './marks.ts';

interface RevealedPictureProps {
  readonly file: NonNullable<Revealed['file']>;
  readonly title: string;
  readonly marks: readonly NumberedMark[];
}

/** A picture as its watermarked copy: the original is nowhere in the page. */
export function RevealedPicture({ file, title, marks }: RevealedPictureProps) {
  const { name, number } = useMe();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  const [at] = useState(serverNow);
  const watermark = `${name} ${agentName(number)} · ${dayAndTime(at)}`;
  useEffect(() => {
    let isGone = false;
    const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
    createImageBitmap(new Blob([bytes], { type: file.type })).then(
      (picture) => {
        if (!isGone && canvas.current) drawPicture(canvas.current, picture, marks, watermark);
        picture.close();
      },
      () => setBroken(true),
    );
    return () => {
      isGone = true;
    };
  }, [file, marks, watermark]);
  if (isBroken) return <p role="alert">{t('浏览器打不开这种格式的图片。可以请用户换成 jpg 再发一次。')}</p>;
  return <canvas ref={canvas} className="revealed-picture" role="img" aria-label={title} />;
}

/** With its day, whatever day it is: a copy is looked at later. */
function dayAndTime(at: number): string {
  return timeOf(new Date(at).toISOString(), 0);
}
