import { Button, Input } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { changePassword, signOut } from '../api/session.ts';
import { Field } from './field.tsx';
import { Frame } from './frame.tsx';

/** For whoever still has the password that somebody else gave them. */
export function ChangePassword({ name }: { readonly name: string }) {
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(): Promise<void> {
    if (isBusy) return;
    if (chosen !== again) {
      setProblem(t('两次输入的新密码不一样，请再输一次。'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await changePassword({ old, new: chosen });
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <Frame
      title={t('换成自己的密码')}
      hint={t('现在的密码是别人给的，换好之后才能接待。新密码要 10 到 200 个字符。')}
      problem={problem}
      onSubmit={() => void submit()}
    >
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <Field id="old" label={t('现在的密码')}>
        <Input.Password
          id="old"
          size="large"
          autoFocus
          value={old}
          autoComplete="current-password"
          onChange={(event) => setOld(event.target.value)}
        />
      </Field>
      <Field id="new" label={t('新密码')}>
        <Input.Password
          id="new"
          size="large"
          value={chosen}
          autoComplete="new-password"
          onChange={(event) => setChosen(event.target.value)}
        />
      </Field>
      <Field id="again" label={t('再输一次新密码')}>
        <Input.Password
          id="again"
          size="large"
          value={again}
          autoComplete="new-password"
          onChange={(event) => setAgain(event.target.value)}
        />
      </Field>
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
        {t('换密码')}
      </Button>
      <Button type="link" block onClick={() => void signOut()}>
        {t('退出登录')}
      </Button>
    </Frame>
  );
}
