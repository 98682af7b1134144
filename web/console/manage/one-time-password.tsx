import { Button } from 'antd';
import { t } from '../../shared/t.ts';
import { CopyText } from '../parts/copy-text.tsx';
import type { WithPassword } from './manage-queries.ts';

interface OneTimePasswordProps {
  readonly of: WithPassword;
  readonly onClose: () => void;
}

/** A password to be passed on; closing forgets it. */
export function OneTimePassword({ of: { agent, password }, onClose }: OneTimePasswordProps) {
  return (
    <>
      <p>{t('这是 {name} 的一次性密码，请当面或用可靠的方式转给本人。', { name: agent.name })}</p>
      <CopyText text={password} label={t('一次性密码')} />
      <p className="sheet-hint">{t('只显示这一次，关闭后看不到，只能再重置。本人登录后要先换成自己的密码。')}</p>
      <Button block onClick={onClose}>
        {t('已经记下，关闭')}
      </Button>
    </>
  );
}
