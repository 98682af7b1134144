import { useRef, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import type { FileRef } from '../api/types.ts';
import { useDesk } from '../desk.ts';
import type { Compared } from '../pictures/compared.ts';
import { openChooser } from '../pictures/open-chooser.ts';
import { saveFile } from '../pictures/save-file.ts';
import { Thumbnail } from '../pictures/thumbnail.tsx';
import { usePicture } from '../pictures/use-picture.ts';
import { sizeOf } from '../text/size.ts';
import { Icon } from '../view/icon.tsx';
import { lazy } from '../view/lazy.tsx';

const PictureSheet = lazy(async () => (await import('../pictures/picture-sheet.tsx')).PictureSheet);

/** What was made of pictures beside what they were: to look at side by side and large, and to save. */
export function CompareCard({ before, after }: Compared) {
  const { talk } = useDesk();
  const [blobs, setBlobs] = useState<Readonly<Record<string, Blob>>>({});
  const [large, enlarge] = useState<string>();
  const [trouble, setTrouble] = useState('');
  const all = [
    ...before.map((file, at) => ({ file, name: beforeName(at, before.length) })),
    { file: after, name: t('处理后') },
  ];
  const shown = all.flatMap(({ file, name }) => {
    const blob = blobs[file.id];
    return blob ? [{ id: file.id, name, blob }] : [];
  });

  async function save(): Promise<void> {
    const blob = blobs[after.id];
    const got = blob ? ({ ok: true, data: blob } as const) : await talk.file(after.id);
    setTrouble(got.ok ? '' : (got.message ?? t('图片没有取到，请再点一次。')));
    if (got.ok) saveFile(got.data, after.name);
  }
  return (
    <section class="card compared" aria-label={t('处理前后对比')}>
      <div class={all.length > 2 ? 'compare compare-three' : 'compare'}>
        {all.map(({ file, name }) => (
          <One
            key={file.id}
            file={file}
            name={name}
            isMade={file === after}
            onBlob={(blob) => setBlobs((had) => ({ ...had, [file.id]: blob }))}
            onEnlarge={() => enlarge(file.id)}
          />
        ))}
      </div>
      <div class="pair">
        <button
          type="button"
          class="button button-main"
          aria-label={t('下载 {name}，{size}', { name: after.name, size: sizeOf(after.size) })}
          onClick={() => void save()}
        >
          <Icon name="download" />
          {t('下载')}
        </button>
        <button type="button" class="button" onClick={({ currentTarget }) => openChooser(currentTarget)}>
          <Icon name="camera" />
          {t('重新拍一张')}
        </button>
      </div>
      {trouble !== '' && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {large !== undefined && (
        <PictureSheet
          title={t('处理前后对比')}
          shown={shown}
          first={Math.max(0, shown.map(({ id }) => id).indexOf(large))}
          onClose={() => enlarge(undefined)}
        />
      )}
    </section>
  );
}

interface OneProps {
  readonly file: FileRef;
  readonly name: string;
  readonly isMade: boolean;
  readonly onBlob: (blob: Blob) => void;
  readonly onEnlarge: () => void;
}

function One({ file, name, isMade, onBlob, onEnlarge }: OneProps) {
  const place = useRef<HTMLElement>(null);
  const blob = usePicture(place, undefined, file.id);
  const told = useRef<Blob>(undefined);
  if (blob && told.current !== blob) {
    told.current = blob;
    onBlob(blob);
  }
  return (
    <figure ref={place} class={isMade ? 'made' : undefined}>
      <figcaption>
        <b>{sizeOf(file.size)}</b> {name}
      </figcaption>
      <button
        type="button"
        class="compare-shown"
        disabled={!blob}
        aria-label={t('放大看{name}', { name })}
        onClick={onEnlarge}
      >
        {blob ? <Thumbnail blob={blob} alt={name} /> : <span class="thumb" />}
      </button>
    </figure>
  );
}

function beforeName(at: number, of: number): string {
  return of > 1 ? t('原图 {number}', { number: at + 1 }) : t('处理前');
}
