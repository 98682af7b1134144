import { agentName } from '../../bot/desk/desk-phrases.ts';
import { claiming } from '../../bot/desk/plans.ts';
import { takeStep } from '../../bot/desk/take-step.ts';
import type { Agent } from '../store/agent.ts';
import type { AgentLinks } from '../vendor/agent-links.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { deskAddress, takenBy, whoHas } from './agent-calls.ts';
import { type CardAnswer, done, told } from './card-answer.ts';

export interface ClaimParts extends Pick<VendorParts, 'store' | 'bus' | 'people' | 'time' | 'publicUrl'> {
  readonly links: Pick<AgentLinks, 'agentOf'>;
}

/**
 * A click on the card of somebody who waits: the agent whose account it is
 * claims the talk, as in the console. The first one has it, and the same click
 * again changes nothing.
 */
export async function claimByCard(parts: ClaimParts, talk: string, user: string): Promise<CardAnswer> {
  const { store, people, links, time, publicUrl } = parts;
  const id = await links.agentOf(user);
  const agent = id === undefined ? undefined : await people.agents.byId(id);
  const problem = problemOf(agent);
  if (!agent || problem !== undefined) return told(problem ?? HOW);
  const at = time.now().toISOString();
  await store.seen(agent.id, at);
  const taken = await takeStep(parts, talk, at, (record) => {
    const { state, owner } = record.case;
    // Whoever went away meanwhile is left alone.
    const waits = state === 'queued' || state === 'ringing';
    return waits || owner !== null ? claiming(record, agent, at) : { steps: [] };
  });
  if (taken.is === 'no-talk') return done('对话已被用户删除');
  const { owner } = taken.case;
  if (owner === agent.id) {
    const address = deskAddress(publicUrl, talk);
    return done(takenBy(agent), `您已接入，请在工作台里回复${address === undefined ? '。' : `：${address}`}`);
  }
  const holder = owner === null ? undefined : await people.agents.byId(owner);
  const says = holder
    ? `这个对话现在由${holder.name}（${agentName(holder.number)}）接待。`
    : '这位用户已经不在排队了。';
  return done(await whoHas(parts, talk), says);
}

const HOW =
  '您的钉钉还没有绑定工作台帐号。请登录工作台，在“我的帐号”里取绑定码，再在和机器人的单聊里发“绑定”加这个码，然后回来点“接入”。';

function problemOf(agent: Agent | undefined): string | undefined {
  if (!agent) return HOW;
  if (agent.disabledAt !== null) return '您的工作台帐号已停用，不能接入。';
  if (agent.role === 'editor') return '编辑的帐号不能接入对话。';
  return agent.mustChange ? '您的密码是别人给的，请先登录工作台换成自己的，再来接入。' : undefined;
}
