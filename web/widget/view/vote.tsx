import { useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { plainWords } from '../text/plain-words.ts';
import { Icon } from './icon.tsx';

/** Whether an answer helped; copying it; hearing it in the version with large text. */
export function Vote({ seq, text }: { readonly seq: number; readonly text: string }) {
  const { talk, isElder } = useDesk();
  const helpful = talk.votes.value.get(seq);
  const [isCopied, setCopied] = useState(false);

  async function judge(next: boolean): Promise<void> {
    if (!(await talk.judge(seq, next))) talk.say(t('没有记下来，请再点一次。'));
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(plainWords(text));
    setCopied(true);
  }
  return (
    <div class="vote">
      <button type="button" aria-pressed={helpful === true} onClick={() => void judge(true)}>
        <Icon name="thumb" />
        {t('有帮助')}
      </button>
      <button type="button" class="vote-no" aria-pressed={helpful === false} onClick={() => void judge(false)}>
        <Icon name="thumb" />
        {t('没帮助')}
      </button>
      {navigator.clipboard && (
        <button type="button" onClick={() => void copy().catch(() => talk.say(t('没有复制成功，请长按文字复制。')))}>
          <Icon name={isCopied ? 'check' : 'copy'} />
          {isCopied ? t('已复制') : t('复制')}
        </button>
      )}
      {isElder.value && 'speechSynthesis' in window && (
        <button type="button" onClick={() => readAloud(text)}>
          <Icon name="speak" />
          {t('读出来')}
        </button>
      )}
    </div>
  );
}

function readAloud(text: string): void {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(plainWords(text));
  words.lang = 'zh-CN';
  words.rate = 0.9;
  speechSynthesis.speak(words);
}
