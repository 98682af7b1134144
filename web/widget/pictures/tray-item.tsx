import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { Icon } from '../view/icon.tsx';
import { lazy } from '../view/lazy.tsx';
import { type Advice, advise } from './advise.ts';
import { inspect } from './inspect.ts';
import { Thumbnail } from './thumbnail.tsx';

const FixSheet = lazy(async () => (await import('./fix-sheet.tsx')).FixSheet);

interface TrayItemProps {
  readonly file: File;
  readonly onRemove: (form: HTMLFormElement | null) => void;
}

/** One picture that will be sent, with what this browser can already tell of it. */
export function TrayItem({ file, onRemove }: TrayItemProps) {
  const [advice, setAdvice] = useState<Advice>();
  const [isFixing, fix] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    inspect(file).then(
      (found) => isCurrent && setAdvice(advise(found)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [file]);
  return (
    <li class="chosen">
      <Thumbnail blob={file} alt={file.name} />
      <button
        type="button"
        class="remove"
        aria-label={t('不发这张：{name}', { name: file.name })}
        onClick={(event) => onRemove(event.currentTarget.closest('form'))}
      >
        <Icon name="close" />
      </button>
      {advice && (
        <div class="advice" role="status">
          <Icon name="warn" />
          <p>
            {advice.words}
            {advice.canFix && (
              <button type="button" onClick={() => fix(true)}>
                {t('帮我处理')}
              </button>
            )}
          </p>
        </div>
      )}
      {isFixing && <FixSheet file={file} onClose={() => fix(false)} />}
    </li>
  );
}
