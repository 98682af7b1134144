import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { TrayItem } from './tray-item.tsx';

/** What will be sent along. */
export function Tray() {
  const { tray } = useDesk();
  if (tray.files.value.length === 0) return null;
  const remove = (file: File, at: number, form: HTMLFormElement | null): void => {
    tray.remove(file);
    // Once it is gone: the next one, or what adds another.
    setTimeout(() => {
      const left = form?.querySelectorAll<HTMLElement>('.remove');
      (left?.[Math.min(at, left.length - 1)] ?? form?.querySelector<HTMLElement>('.add'))?.focus();
    });
  };
  return (
    <ul class="tray" aria-label={t('要发的图片')}>
      {tray.files.value.map((file, at) => (
        <TrayItem key={file} file={file} onRemove={(form) => remove(file, at, form)} />
      ))}
    </ul>
  );
}
