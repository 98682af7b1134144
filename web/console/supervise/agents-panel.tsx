import { t } from '../../shared/t.ts';
import { AgentRow } from './agent-row.tsx';
import type { OnWall, Wall } from './types.ts';

/** Who is there: who takes conversations first, the fullest before the others; then who does not, then who is gone. */
export function AgentsPanel({ wall }: { readonly wall: Wall }) {
  const { agents, held } = wall;
  if (agents.length === 0) {
    return <p className="page-empty">{t('还没有人来过。客服登录之后，会出现在这里。')}</p>;
  }
  return (
    <ul className="wall-rows">
      {agents.toSorted(inOrder).map((one) => (
        <AgentRow key={one.agent} one={one} agents={agents} held={held.filter(({ owner }) => owner === one.agent)} />
      ))}
    </ul>
  );
}

function inOrder(a: OnWall, b: OnWall): number {
  return placeOf(a) - placeOf(b) || shareOf(b) - shareOf(a) || a.number - b.number;
}

function placeOf({ available, isGone }: OnWall): number {
  if (isGone) return 2;
  return available ? 0 : 1;
}

function shareOf({ load, capacity }: OnWall): number {
  return load / (capacity || 1);
}
