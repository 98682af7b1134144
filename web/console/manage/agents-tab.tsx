import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { usePresence } from '../api/desk-queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { AddColleague } from './add-colleague.tsx';
import { AgentRow } from './agent-row.tsx';
import { type Colleague, useColleagues } from './manage-queries.ts';
import { ResetPassword } from './reset-password.tsx';

/** The people of the desk: who they are, what they may do, whether they are at work. */
export function AgentsTab() {
  const colleagues = useColleagues();
  const { data: present } = usePresence();
  const [isAdding, setAdding] = useState(false);
  const [resetting, reset] = useState<Colleague>();
  return (
    <section className="panel">
      <div className="panel-head">
        <h3>{t('客服人员')}</h3>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('加一个人')}
        </Button>
      </div>
      <Loaded query={colleagues}>
        {(people) => (
          <table className="rows rows-stack">
            <thead>
              <tr>
                <th scope="col">{t('编号和名字')}</th>
                <th scope="col">{t('角色')}</th>
                <th scope="col">{t('现在')}</th>
                <th scope="col">{t('动态码')}</th>
                <th scope="col">
                  <span className="hidden">{t('操作')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <AgentRow
                  key={person.id}
                  person={person}
                  present={present?.find(({ agent }) => agent === person.id)}
                  onReset={() => reset(person)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {isAdding && <AddColleague onClose={() => setAdding(false)} />}
      {resetting && <ResetPassword person={resetting} onClose={() => reset(undefined)} />}
    </section>
  );
}
