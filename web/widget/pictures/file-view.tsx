import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import type { FileRef } from '../api/types.ts';
import { useDesk } from '../desk.ts';
import { sizeOf } from '../text/size.ts';
import { Icon } from '../view/icon.tsx';
import { saveFile } from './save-file.ts';
import { Thumbnail } from './thumbnail.tsx';

/** Types that the service gives as pictures; everything else is only saved. */
const SHOWN = /^image\/(jpeg|png|gif)$/;

export function FileView({ file: { id, name, type, size } }: { readonly file: FileRef }) {
  const { talk } = useDesk();
  const [blob, setBlob] = useState<Blob>();
  const [trouble, setTrouble] = useState('');

  async function load(): Promise<Blob | undefined> {
    if (blob) return blob;
    const got = await talk.file(id);
    if (got.ok) {
      setBlob(got.data);
      setTrouble('');
      return got.data;
    }
    setTrouble(got.message ?? t('图片没有取到，请再点一次。'));
    return undefined;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file.
  useEffect(() => {
    if (SHOWN.test(type)) void load();
  }, [id]);

  return (
    <div class="file">
      {SHOWN.test(type) && (
        <span class="frame">{blob ? <Thumbnail blob={blob} alt={name} /> : <Icon name="picture" />}</span>
      )}
      <button type="button" class="get" onClick={() => void load().then((got) => got && saveFile(got, name))}>
        <Icon name="download" />
        <span class="aside">{t('下载')}</span>
        <span class="name">{name}</span>
        <span class="quiet">{sizeOf(size)}</span>
      </button>
      {trouble !== '' && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
