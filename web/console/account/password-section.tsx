import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { changePassword } from '../api/session.ts';
import { useMe } from '../me.ts';
import { Field } from '../parts/field.tsx';
import { useToasts } from '../parts/toast.tsx';

/** Another password for oneself. What is typed stays when it is refused. */
export function PasswordSection() {
  const { name } = useMe();
  const toasts = useToasts();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    if (old === '' || chosen === '') {
      setProblem(t('请填写现在的密码和新密码。'));
      return;
    }
    if (chosen !== again) {
      setProblem(t('两次输入的新密码不一样，请再输一次。'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await changePassword({ old, new: chosen });
      for (const set of [setOld, setChosen, setAgain]) set('');
      toasts.done(t('密码已换，别处的登录都退出了'));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="panel account-section" aria-label={t('密码')}>
      <h3>{t('密码')}</h3>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
        <Field label={t('现在的密码')}>
          {(given) => (
            <Input.Password
              {...given}
              value={old}
              autoComplete="current-password"
              onChange={(event) => setOld(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('新密码')} hint={t('10 到 200 个字符。几个不相干的词连起来就很好记。')}>
          {(given) => (
            <Input.Password
              {...given}
              value={chosen}
              autoComplete="new-password"
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('再输一次新密码')}>
          {(given) => (
            <Input.Password
              {...given}
              value={again}
              autoComplete="new-password"
              onChange={(event) => setAgain(event.target.value)}
            />
          )}
        </Field>
        <p className="form-problem" role="alert">
          {problem}
        </p>
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('换密码')}
          </Button>
          <span className="form-hint">{t('换好之后，别处的登录都会退出。')}</span>
        </div>
      </form>
    </section>
  );
}
