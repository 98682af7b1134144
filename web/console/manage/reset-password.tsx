import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { Sheet } from '../parts/sheet.tsx';
import { type Colleague, resetPassword, type WithPassword } from './manage-queries.ts';
import { OneTimePassword } from './one-time-password.tsx';

interface ResetPasswordProps {
  readonly person: Colleague;
  readonly onClose: () => void;
}

/** Cannot be undone: it says first what will be. */
export function ResetPassword({ person: { id, name, totp }, onClose }: ResetPasswordProps) {
  const [made, setMade] = useState<WithPassword>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function reset(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      setMade(await resetPassword(id));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet title={t('重置{name}的密码', { name })} onClose={onClose}>
      {made ? (
        <OneTimePassword of={made} onClose={onClose} />
      ) : (
        <>
          <ul className="plain-list">
            <li>{t('现在的密码立刻失效，别处的登录都会退出。')}</li>
            {totp && <li>{t('动态码会关闭，本人登录后可以重新开启。')}</li>}
            <li>{t('因为输错密码被锁定的，会解除锁定。')}</li>
          </ul>
          <p className="form-problem" role="alert">
            {problem}
          </p>
          <Button type="primary" block data-first loading={isBusy} onClick={() => void reset()}>
            {t('重置并显示新密码')}
          </Button>
        </>
      )}
    </Sheet>
  );
}
