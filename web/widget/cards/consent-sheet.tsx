import { t } from '../../shared/t.ts';
import { Thumbnail } from '../pictures/thumbnail.tsx';
import { sizeOf } from '../text/size.ts';
import { Icon, type IconName } from '../view/icon.tsx';
import { PrivacyLink } from '../view/privacy-link.tsx';
import { Sheet } from '../view/sheet.tsx';

interface ConsentSheetProps {
  /** What waits for the answer. */
  readonly files: readonly File[];
  readonly onAnswer: (agrees: boolean) => void;
  readonly onClose: () => void;
}

/** Asked before the first picture of a conversation leaves the browser: what for, how long, who sees it. */
export function ConsentSheet({ files, onAnswer, onClose }: ConsentSheetProps) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <Sheet title={t('看图片之前，先请您同意')} onClose={onClose}>
      <div class="consent-files">
        {files.map((file) => (
          <Thumbnail key={file} blob={file} alt="" />
        ))}
        <p>
          {t('图片 {count} 张', { count: files.length })}
          <span class="quiet">{t('{size}，还没有发出', { size: sizeOf(bytes) })}</span>
        </p>
      </div>
      <dl class="consent-terms">
        {terms().map(({ icon, name, words }) => (
          <div key={name}>
            <dt>
              <Icon name={icon} />
              {name}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div class="pair">
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {t('不同意')}
        </button>
        <button type="button" class="button button-main" onClick={() => onAnswer(true)}>
          {t('同意')}
        </button>
      </div>
      <p class="quiet consent-else">{t('不同意也可以用文字说。这段对话里只问这一次，随时可以发“撤回同意”。')}</p>
      <PrivacyLink />
    </Sheet>
  );
}

function terms(): readonly { readonly icon: IconName; readonly name: string; readonly words: string }[] {
  return [
    { icon: 'picture', name: t('用途'), words: t('图片只用来检查是否符合上传要求') },
    { icon: 'clock', name: t('保存多久'), words: t('加密保存，最多 7 天自动删除') },
    { icon: 'eye', name: t('谁能看到'), words: t('只有处理您问题的客服能看到') },
  ];
}
