import { Sheet } from '../parts/sheet.tsx';

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Enter'], '在排队的对话上：接入'],
  [['Alt', '↑ ↓'], '上一个、下一个对话'],
  [['Ctrl', 'Enter'], '发送'],
  [['Alt', 'Enter'], '采用机器人的草稿'],
  [['/'], '找快捷回复'],
  [['Ctrl', 'K'], '找对话'],
  [['Esc'], '关闭弹出的内容'],
  [['?'], '全部按键'],
];

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title="全部按键" onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
