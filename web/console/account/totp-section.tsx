import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useSession } from '../api/session.ts';
import { beginTotp, type TotpOffer } from './totp-calls.ts';
import { TotpRemoval } from './totp-removal.tsx';
import { TotpSetup } from './totp-setup.tsx';

/** One-time codes at signing in: set up, or turned off. */
export function TotpSection() {
  const { data: session } = useSession();
  const [offer, setOffer] = useState<TotpOffer>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function begin(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      setOffer(await beginTotp());
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  const isOn = session?.totp ?? false;
  return (
    <section className="panel account-section" aria-label={t('动态码')}>
      <div className="panel-head">
        <h3>{t('动态码')}</h3>
        <span className={isOn ? 'chip chip-good' : 'chip'}>{isOn ? t('已开启') : t('没有开启')}</span>
      </div>
      <p>{t('开启之后，登录时除了密码，还要手机上验证器 APP 的 6 位数字。密码被人知道了，也登录不了。')}</p>
      {isOn && <TotpRemoval onDone={() => setOffer(undefined)} />}
      {!isOn && offer && <TotpSetup offer={offer} onEnd={() => setOffer(undefined)} />}
      {!isOn && !offer && (
        <div className="form-actions">
          <Button type="primary" loading={isBusy} onClick={() => void begin()}>
            {t('开始设置')}
          </Button>
          <p className="form-problem" role="alert">
            {problem}
          </p>
        </div>
      )}
    </section>
  );
}
