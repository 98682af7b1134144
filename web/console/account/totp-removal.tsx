import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { Field } from '../parts/field.tsx';
import { useToasts } from '../parts/toast.tsx';
import { removeTotp } from './totp-calls.ts';

/** Turning codes off, for instance to set them up on another phone: only with the password. */
export function TotpRemoval({ onDone }: { readonly onDone: () => void }) {
  const toasts = useToasts();
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function remove(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await removeTotp(password);
      toasts.done(t('动态码已关闭'));
      onDone();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void remove(event)}>
      <Field label={t('换手机或不再用：输入密码关闭')} problem={problem}>
        {(given) => (
          <Input.Password
            {...given}
            value={password}
            autoComplete="current-password"
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button htmlType="submit" loading={isBusy} disabled={password === ''}>
          {t('关闭动态码')}
        </Button>
      </div>
    </form>
  );
}
