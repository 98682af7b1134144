import { useState } from 'react';
import type { TalkView } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { RevealSheet } from './reveal-sheet.tsx';

/** The pictures of a conversation, each behind a reason. */
export function Pictures({ talk, view }: { readonly talk: string; readonly view: TalkView }) {
  const [shown, show] = useState<string>();
  const now = useNow();
  const pictures = view.messages.flatMap(({ at, by, files = [] }) => files.map((file) => ({ ...file, at, by })));
  if (pictures.length === 0) return null;
  return (
    <section className="help-part">
      <h3>图片</h3>
      <ul className="files">
        {pictures.map(({ id, name, at, by }) => (
          <li key={id}>
            <button type="button" className="file" onClick={() => show(id)}>
              <Icon name="picture" size={18} />
              <span>{name}</span>
              <small>
                {by === 'user' ? '用户' : '我们'} · {timeOf(at, now)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <RevealSheet talk={talk} item={`picture:${shown}`} title="查看图片" onClose={() => show(undefined)} />
      )}
    </section>
  );
}
