import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from '../view/icon.tsx';
import { MarkdownText } from '../view/markdown-text.tsx';
import { PrivacyLink } from '../view/privacy-link.tsx';

interface ConsentCardProps {
  readonly text: string;
  readonly picked: string | undefined;
}

/** Asked once before the first picture: what for, how long, who sees it. */
export function ConsentCard({ text, picked }: ConsentCardProps) {
  const { talk } = useDesk();
  const answer = (words: string, label: string, look: string) => (
    <button
      type="button"
      class={`button ${look}`}
      disabled={picked !== undefined}
      aria-pressed={picked === words}
      onClick={() => talk.send(words)}
    >
      {label}
    </button>
  );
  return (
    <div class="consent">
      <p class="consent-head">
        <Icon name="shield" />
        {t('需要您的同意')}
      </p>
      <MarkdownText text={text} />
      <PrivacyLink />
      <div class="pair">
        {answer('不同意', t('不同意'), '')}
        {answer('同意', t('同意'), 'button-main')}
      </div>
    </div>
  );
}
