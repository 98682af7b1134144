import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { CardSchema } from '../../../src/adapters/schema/card.ts';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from '../view/icon.tsx';
import { CaseField } from './case-field.tsx';

type Card = z.output<typeof CardSchema>;

/** What was put together for the agent; its person corrects it here, also while they wait. */
export function CaseCard({ isOffer }: { readonly isOffer: boolean }) {
  const { talk } = useDesk();
  const [card, setCard] = useState<Card>([]);
  const last = talk.lines.value.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said since may stand on it now.
  useEffect(() => {
    void talk.get<{ card: Card }>('case').then((got) => got.ok && setCard(got.data.card));
  }, [talk, last]);

  /** What was wrong with it; undefined where it is kept. */
  async function correct(key: string, value: string): Promise<string | undefined> {
    const got = await talk.post<{ card: Card }>('case', { [key]: value }, 'PATCH');
    if (!got.ok) return got.message ?? t('没有改成，请再试一次。');
    setCard(got.data.card);
    return undefined;
  }
  const shown = card.filter(({ key }) => key !== 'channel');
  if (shown.length === 0) return null;
  return (
    <section class="card case" aria-label={t('我已替您整理')}>
      <h4>{t('我已替您整理，不对可以改')}</h4>
      <dl>
        {shown.map((field) => (
          <CaseField key={field.key} field={field} onCorrect={(value) => correct(field.key, value)} />
        ))}
      </dl>
      <p class="quiet case-safe">
        <Icon name="shield" />
        {t('证件号、手机号已遮住，客服也看不到全号。')}
      </p>
      {isOffer && (
        <div class="pair">
          <button type="button" class="button button-main" onClick={() => talk.send('好')}>
            {t('发送给客服')}
          </button>
          <button type="button" class="button" onClick={() => talk.send('先不用')}>
            {t('先不用')}
          </button>
        </div>
      )}
    </section>
  );
}
