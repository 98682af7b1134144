import { useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Sheet } from '../view/sheet.tsx';

interface Kept {
  readonly ticket: string;
  readonly link?: string;
}

/** Leaves a message with a way to answer it; what was typed stays on an error. */
export function TicketSheet({ onClose }: { readonly onClose: () => void }) {
  const { talk } = useDesk();
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);

  async function send(): Promise<void> {
    setSending(true);
    const opened = await talk.sessions.ensure();
    const got = opened.ok ? await talk.post<Kept>('ticket', { text: text.trim(), contact: contact.trim() }) : opened;
    setSending(false);
    if (!got.ok) return setProblem(got.message ?? t('留言没有送到，内容还在，请再试一次。'));
    const { ticket, link } = got.data;
    talk.say(
      link === undefined
        ? t('留言已交给客服，编号 {ticket}。联系方式已加密保存。', { ticket })
        : t('留言已交给客服，编号 {ticket}。回答后在这里也能看到：{link}', { ticket, link }),
    );
    onClose();
  }
  return (
    <Sheet title={t('给客服留言')} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label>
          {t('要办的事')}
          <textarea
            rows={3}
            value={text}
            maxLength={2_000}
            required
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <label>
          {t('怎么联系您')}
          <input
            value={contact}
            maxLength={200}
            minLength={3}
            required
            autocomplete="tel"
            placeholder={t('手机号、邮箱或微信号')}
            onInput={({ currentTarget }) => setContact(currentTarget.value)}
          />
        </label>
        <p class="quiet">{t('联系方式加密保存，只有处理的客服能看到。请不要写证件号。')}</p>
        {problem !== '' && (
          <p class="trouble" role="alert">
            {problem}
          </p>
        )}
        <div class="pair">
          <button type="submit" class="button button-main" disabled={isSending}>
            {isSending ? t('正在发送') : t('发送留言')}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
