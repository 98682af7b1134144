import '../styles/chat-preview.css';
import { t, written } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkdownText } from '../parts/markdown-text.tsx';
import type { Preview } from './types.ts';

/** Replies as the chat page shows them: the bubble, what they rest on, the buttons; nothing here can be pressed. */
export function ChatPreview({ replies }: { readonly replies: Preview['replies'] }) {
  return (
    <div className="chat">
      {replies.map(({ text, sources = [], choices = [] }) => (
        <div key={text} className="chat-line">
          <div className="chat-bubble">
            <div className="chat-text">
              <MarkdownText text={written(text)} />
            </div>
            {sources.map(({ entry, title, date }) => (
              <p key={entry} className="chat-source">
                <Icon name="page" size={18} />
                <span>{t('依据：{title} · {date}', { title: written(title), date })}</span>
              </p>
            ))}
          </div>
          {choices.length > 0 && (
            <ul className="chat-picks" aria-label={t('给用户的按钮')}>
              {choices.map((choice) => (
                <li key={choice}>
                  {written(choice)} <Icon name="right" size={18} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
