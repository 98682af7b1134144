import { t, written } from '../../shared/t.ts';
import type { DeskLine } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { shownText } from './shown-text.ts';

interface BubbleProps {
  readonly line: DeskLine;
  readonly outcome: DeskLine['outcome'];
  readonly isFirst: boolean;
  readonly time: string;
  /** How far it is: 已读, 未送达. */
  readonly delivery: string;
  readonly onPicture: (id: string) => void;
}

/** One line of the conversation: the person's at the left, everybody else's at the right. */
export function Bubble({ line, outcome, isFirst, time, delivery, onPicture }: BubbleProps) {
  const { by, choices, sources, files } = line;
  const text = shownText(line);
  return (
    <article className={`turn turn-${by}`} data-seq={line.seq}>
      {(isFirst || by !== 'bot') && (
        <p className="turn-head">
          {headOf(line, outcome)} <time dateTime={line.at}>{time}</time>
          {delivery !== '' && <span className="delivery">{delivery}</span>}
        </p>
      )}
      {text !== '' && (
        <div className="bubble">
          <MarkdownText text={text} />
          {sources?.map(({ entry, title, date }) => (
            <p key={entry} className="source">
              {t('依据：{title} · {date}', { title: written(title), date })}
            </p>
          ))}
        </div>
      )}
      {files && files.length > 0 && (
        <ul className="files">
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <button type="button" className="file" onClick={() => onPicture(id)}>
                <Icon name="picture" size={18} />
                <span>{name}</span>
                <small>{t('{size} · 查看', { size: sizeOf(size) })}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {choices && choices.length > 0 && (
        <ul className="choices" aria-label={t('给用户的按钮')}>
          {choices.map((choice) => (
            <li key={choice} className="choice">
              {written(choice)}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** 机器人 · 第8条 · 0.93 */
function headOf({ by, name }: DeskLine, outcome: DeskLine['outcome']): string {
  if (by === 'user') return t('用户');
  if (by === 'system') return t('系统');
  if (by === 'agent') return name ?? t('客服');
  if (!outcome) return t('机器人');
  const entry = outcome.entry === null ? [] : [t('第{number}条', { number: outcome.entry })];
  return [t('机器人'), ...entry, outcome.confidence.toFixed(2)].join(' · ');
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
