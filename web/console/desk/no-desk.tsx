import { Button } from 'antd';
import { signOut } from '../api/session.ts';

/** Editors have no business with what people say. */
export function NoDesk() {
  return (
    <main className="boot-problem">
      <h1>这里只有客服和主管能用</h1>
      <p>您的帐号是编辑，看不到用户的对话。需要接待时，请主管换一个角色。</p>
      <Button onClick={() => void signOut()}>退出登录</Button>
    </main>
  );
}
