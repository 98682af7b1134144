import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useMe } from '../me.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { useToasts } from '../parts/toast.tsx';
import { timeOf } from '../times.ts';
import { type DingtalkCode, offerDingtalkCode, unlinkDingtalk, useDingtalkLink } from './dingtalk-calls.ts';

/** Milliseconds for which a code can be used, and is shown. */
const LASTS = 10 * 60_000;

/** The own account at DingTalk, with which conversations are claimed in the group of the agents. Editors claim none. */
export function DingtalkSection() {
  const { role } = useMe();
  return role === 'editor' ? null : <OwnLink />;
}

function OwnLink() {
  const toasts = useToasts();
  const [offer, setOffer] = useState<DingtalkCode>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { data: link } = useDingtalkLink(offer !== undefined);
  const isLinked = link?.linked ?? false;

  useEffect(() => {
    if (!isLinked || !offer) return;
    setOffer(undefined);
    toasts.done(t('钉钉已绑定'));
  }, [isLinked, offer, toasts]);

  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => setOffer(undefined), LASTS);
    return () => clearTimeout(timer);
  }, [offer]);

  async function attempt(job: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await job();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }
  const begin = () => attempt(async () => setOffer(await offerDingtalkCode()));
  const remove = () =>
    attempt(async () => {
      await unlinkDingtalk();
      toasts.done(t('钉钉的绑定已解除'));
    });

  if (!link?.available) return null;
  return (
    <section className="panel account-section" aria-label={t('钉钉')}>
      <div className="panel-head">
        <h3>{t('钉钉')}</h3>
        <span className={isLinked ? 'chip chip-good' : 'chip'}>{isLinked ? t('已绑定') : t('没有绑定')}</span>
      </div>
      <p>{t('绑定之后，有用户排队时，可以直接在钉钉客服群的卡片上点“接入”。')}</p>
      {!isLinked && offer && <Offer offer={offer} />}
      <div className="form-actions">
        {isLinked ? (
          <Button loading={isBusy} onClick={() => void remove()}>
            {t('解除绑定')}
          </Button>
        ) : (
          <Button type={offer ? 'default' : 'primary'} loading={isBusy} onClick={() => void begin()}>
            {offer ? t('重新取一个') : t('取绑定码')}
          </Button>
        )}
        <p className="form-problem" role="alert">
          {problem}
        </p>
      </div>
    </section>
  );
}

function Offer({ offer: { send, until } }: { readonly offer: DingtalkCode }) {
  return (
    <>
      <p>{t('在钉钉里对机器人发这句话（单聊，不要发在群里）：')}</p>
      <CopyText text={send} label={t('绑定用的话')} />
      <p className="form-hint">
        {t('{time} 之前有效，只能用一次。发过之后，这里会显示“已绑定”。', { time: timeOf(until, Date.parse(until)) })}
      </p>
    </>
  );
}
