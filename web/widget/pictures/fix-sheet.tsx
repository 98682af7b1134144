import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { sizeOf } from '../text/size.ts';
import { Sheet } from '../view/sheet.tsx';
import { fixPicture } from './picture-jobs.ts';
import { saveFile } from './save-file.ts';
import { Thumbnail } from './thumbnail.tsx';

/** Before and after, side by side; only then it is used. */
export function FixSheet({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const { tray } = useDesk();
  const [fixed, setFixed] = useState<File | 'failed'>();
  useEffect(() => {
    void fixPicture(file).then(
      (made) => setFixed(made ?? 'failed'),
      () => setFixed('failed'),
    );
  }, [file]);
  const isReady = fixed !== undefined && fixed !== 'failed';
  return (
    <Sheet title={t('改好再用')} onClose={onClose}>
      <div class="compare">
        <figure>
          <Thumbnail blob={file} alt={t('原图')} />
          <figcaption>
            {t('原图')} · {sizeOf(file.size)}
          </figcaption>
        </figure>
        <figure>
          {isReady ? <Thumbnail blob={fixed} alt={t('改好的')} /> : <span class="thumb" />}
          <figcaption>{isReady ? `${t('改好的')} · ${sizeOf(fixed.size)}` : t('正在处理')}</figcaption>
        </figure>
      </div>
      {fixed === 'failed' ? (
        <p class="trouble" role="alert">
          {t('这个浏览器改不了这张图。可以直接发来，我在服务器上帮您改。')}
        </p>
      ) : (
        <p class="quiet">{t('只压缩和转换格式，没有修饰画面。请放大看看每个字是否清楚。')}</p>
      )}
      {isReady && (
        <div class="pair">
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              tray.replace(file, fixed);
              onClose();
            }}
          >
            {t('用改好的')}
          </button>
          <button type="button" class="button" onClick={() => saveFile(fixed, fixed.name)}>
            {t('下载')}
          </button>
        </div>
      )}
    </Sheet>
  );
}
