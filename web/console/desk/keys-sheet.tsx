import { t } from '../../shared/t.ts';
import { Sheet } from '../parts/sheet.tsx';

const KEYS: readonly (readonly [keys: readonly string[], what: () => string])[] = [
  [['Enter'], () => t('在排队的对话上：接入')],
  [['Alt', '↑ ↓'], () => t('上一个、下一个对话')],
  [['Ctrl', 'Enter'], () => t('发送')],
  [['Alt', 'Enter'], () => t('采用机器人的草稿')],
  [['/'], () => t('找快捷回复')],
  [['Ctrl', 'K'], () => t('找对话')],
  [['Ctrl', 'F'], () => t('在对话里找')],
  [['Esc'], () => t('关闭弹出的内容')],
  [['?'], () => t('全部按键')],
];

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title={t('全部按键')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what()}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
