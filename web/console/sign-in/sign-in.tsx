import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../shared/t.ts';
import { ApiError, messageOf } from '../api/api-error.ts';
import { sessionWasLost, signIn } from '../api/session.ts';
import { Field } from './field.tsx';
import { Frame } from './frame.tsx';
import { recallName, rememberName } from './last-name.ts';

/** Name and password; the code where the server asks for it. */
export function SignIn() {
  const known = recallName();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const codeField = useRef<InputRef>(null);

  useEffect(() => {
    if (needsCode) codeField.current?.focus();
  }, [needsCode]);

  async function submit(): Promise<void> {
    if (isBusy) return;
    if (name.trim() === '' || password === '') {
      setProblem(t('请填写名字和密码。'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn({ name, password, ...(needsCode && { code }) });
      rememberName(name);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'totp-needed') setNeedsCode(true);
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <Frame
      title={t('登录客服台')}
      {...(sessionWasLost() && { hint: t('登录已经过期。写到一半的内容还在，重新登录后接着写。') })}
      problem={problem}
      onSubmit={() => void submit()}
    >
      <Field id="name" label={t('名字')}>
        <Input
          id="name"
          size="large"
          value={name}
          autoFocus={known === ''}
          autoComplete="username"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id="password" label={t('密码')}>
        <Input.Password
          id="password"
          size="large"
          value={password}
          autoFocus={known !== ''}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {needsCode && (
        <Field id="code" label={t('动态码')}>
          <Input
            id="code"
            ref={codeField}
            size="large"
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            placeholder={t('验证器 APP 上的 6 位数字')}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
        {t('登录')}
      </Button>
    </Frame>
  );
}
