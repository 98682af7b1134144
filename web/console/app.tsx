import { Button } from 'antd';
import { t } from '../shared/t.ts';
import { messageOf } from './api/api-error.ts';
import { useSession } from './api/session.ts';
import { Desk } from './desk/desk.tsx';
import { Me } from './me.ts';
import { ChangePassword } from './sign-in/change-password.tsx';
import { SignIn } from './sign-in/sign-in.tsx';

/** The desk for whoever is signed in; signing in for everybody else. */
export function App() {
  const { data: session, error, isPending, refetch } = useSession();
  if (isPending) return <div className="boot" role="status" aria-label={t('正在打开客服台')} />;
  if (error && session === undefined) {
    return (
      <main className="boot-problem">
        <p role="alert">{messageOf(error)}</p>
        <Button type="primary" onClick={() => refetch()}>
          {t('重试')}
        </Button>
      </main>
    );
  }
  if (!session) return <SignIn />;
  if (session.mustChange) return <ChangePassword name={session.agent.name} />;
  return (
    <Me value={session.agent}>
      <Desk key={session.agent.id} />
    </Me>
  );
}
