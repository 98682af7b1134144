import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { addColleague, type Role, type WithPassword } from './manage-queries.ts';
import { OneTimePassword } from './one-time-password.tsx';
import { dutiesOf, ROLES, roleName } from './role-names.ts';

export function AddColleague({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [added, setAdded] = useState<WithPassword>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('请写上名字。'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      setAdded(await addColleague({ name, role }));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (added) {
    return (
      <Sheet title={t('已加入{name}', { name: added.agent.name })} onClose={onClose}>
        <OneTimePassword of={added} onClose={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={t('加一个人')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t('名字')} hint={t('登录时用，同事看得到；用户只看到编号，例如“客服 07”。')} problem={problem}>
          {(given) => (
            <Input
              {...given}
              data-first
              value={name}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="role-choice">
          <legend>{t('角色')}</legend>
          {ROLES.map((one) => (
            <label key={one}>
              <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
              <b>{roleName(one)}</b>
              <span>{dutiesOf(one)}</span>
            </label>
          ))}
        </fieldset>
        <Button type="primary" htmlType="submit" block loading={isBusy}>
          {t('加入并显示一次性密码')}
        </Button>
      </form>
    </Sheet>
  );
}
