import { Button } from 'antd';
import { t, written } from '../../shared/t.ts';
import type { Note } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { textOfDraft } from './timeline.ts';

interface DraftProps {
  readonly note: Note;
  readonly isOpen: boolean;
  readonly onAdopt: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** What the assistant would have said: seen here only. */
export function Draft({ note, isOpen, onAdopt, onDismiss }: DraftProps) {
  const text = written(textOfDraft(note));
  if (text === '') return null;
  if (!isOpen) {
    return (
      <details className="draft draft-past">
        <summary>{t('机器人草稿，没有发出')}</summary>
        <MarkdownText text={text} />
      </details>
    );
  }
  return (
    <section className="draft" aria-label={t('机器人草稿')}>
      <header>
        <Icon name="bot" size={18} />
        <b>{t('机器人草稿')}</b>
        <span>
          {t('只有您能看到')}
          {aboutOf(note)}
        </span>
        {onAdopt && (
          <Button size="small" onClick={onAdopt}>
            {t('采用')} <kbd>Alt Enter</kbd>
          </Button>
        )}
        <button type="button" className="quiet" aria-label={t('收起草稿')} onClick={onDismiss}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <MarkdownText text={text} />
    </section>
  );
}

function aboutOf({ body }: Note): string {
  const { entry, confidence } = (body.outcome ?? {}) as {
    readonly entry?: number | null;
    readonly confidence?: number;
  };
  const parts = [
    entry ? t('第{entry}条', { entry }) : '',
    confidence === undefined ? '' : confidence.toFixed(2),
  ].filter(Boolean);
  return parts.length > 0 ? ` · ${parts.join(' · ')}` : '';
}
