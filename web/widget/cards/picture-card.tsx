import { useRef, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { documentWord } from '../pictures/document-word.ts';
import { MarkedPicture } from '../pictures/marked-picture.tsx';
import { numbered } from '../pictures/marks.ts';
import { openChooser } from '../pictures/open-chooser.ts';
import type { SeenPicture } from '../pictures/pictures-of.ts';
import { usePicture } from '../pictures/use-picture.ts';
import { Icon } from '../view/icon.tsx';
import { lazy } from '../view/lazy.tsx';
import { FindingsCard } from './findings-card.tsx';

const PictureSheet = lazy(async () => (await import('../pictures/picture-sheet.tsx')).PictureSheet);

/** Pixels. */
const TALLEST = 260;

/** A picture that was looked at: what was found is drawn on it, listed, and can be put right from here. */
export function PictureCard({ seen: { picture, number, local, fix, picked } }: { readonly seen: SeenPicture }) {
  const { talk } = useDesk();
  const place = useRef<HTMLElement>(null);
  const blob = usePicture(place, local, picture.file);
  const [isLarge, enlarge] = useState(false);
  const { document, verdict, findings } = picture;
  const marks = numbered(picture);
  // A screen is read for what it says: that nothing is wrong with it as a picture is no news.
  if (document === 'screenshot' && findings.length === 0 && marks.length === 0) return null;
  const name = documentWord(document);
  const told = findings.length > 0 || document === 'screenshot' ? findings : passed(verdict);
  const again = findings.some(({ severity, retryable }) => severity !== 'ok' && retryable !== false);
  const title = number === undefined ? name : t('第 {number} 张：{name}', { number, name });
  return (
    <section class="card picture" ref={place} aria-label={title}>
      {(local ?? picture.file) !== undefined && (
        <button type="button" class="picture-shown" disabled={blob === undefined} onClick={() => enlarge(true)}>
          <span class="aside">{t('放大看')}</span>
          <MarkedPicture blob={blob} alt={name} marks={marks} tallest={TALLEST} />
        </button>
      )}
      <h4>{title}</h4>
      {told.length > 0 && <FindingsCard findings={told} marks={marks} />}
      {(fix !== undefined || again) && (
        <div class="pair">
          {fix !== undefined && (
            <button
              type="button"
              class="button button-main"
              disabled={picked !== undefined}
              aria-pressed={picked === fix ? true : undefined}
              onClick={() => talk.send(fix)}
            >
              <Icon name={picked === fix ? 'check' : 'wand'} />
              {t('帮我处理')}
            </button>
          )}
          {again && (
            <button type="button" class="button" onClick={({ currentTarget }) => openChooser(currentTarget)}>
              <Icon name="camera" />
              {t('重新拍一张')}
            </button>
          )}
        </div>
      )}
      {isLarge && blob && <PictureSheet title={title} shown={[{ name, blob, marks }]} onClose={() => enlarge(false)} />}
    </section>
  );
}

/** Nothing was found. */
function passed(verdict: string) {
  return verdict === 'image-ok' ? [{ verdict, severity: 'ok', evidence: '', advice: '' } as const] : [];
}
