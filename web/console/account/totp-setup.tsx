import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { Field } from '../parts/field.tsx';
import { useToasts } from '../parts/toast.tsx';
import { QrCode } from './qr-code.tsx';
import { confirmTotp, type TotpOffer } from './totp-calls.ts';

interface TotpSetupProps {
  readonly offer: TotpOffer;
  readonly onEnd: () => void;
}

/** Nothing is asked at signing in before a first code has shown that the app has the secret. */
export function TotpSetup({ offer: { secret, uri }, onEnd }: TotpSetupProps) {
  const toasts = useToasts();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await confirmTotp(code);
      toasts.done(t('动态码已开启，下次登录时会问'));
      onEnd();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="totp-offer" onSubmit={(event) => void confirm(event)}>
      <QrCode text={uri} label={t('验证器 APP 用的二维码')} />
      <ol className="totp-steps">
        <li>{t('用手机上的验证器 APP 扫这个二维码。')}</li>
        <li>
          {t('扫不了的话，把这串密钥手工输进去：')}
          <CopyText text={grouped(secret)} label={t('密钥')} />
        </li>
        <li>
          <Field label={t('输入 APP 上现在的 6 位数字')} problem={problem}>
            {(given) => (
              <Input
                {...given}
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        </li>
      </ol>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={code.trim() === ''}>
          {t('确认开启')}
        </Button>
        <Button onClick={onEnd}>{t('先不开启')}</Button>
      </div>
    </form>
  );
}

/** In fours, easier to type; apps leave the spaces out. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
