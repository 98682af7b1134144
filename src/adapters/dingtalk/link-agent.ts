import { agentName } from '../../bot/desk/desk-phrases.ts';
import type { Talk } from '../../bot/message.ts';
import { plain } from '../../text/markdown.ts';
import type { AgentLinks } from '../vendor/agent-links.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { isSingle, isStaff } from './parse-robot-message.ts';
import type { Reach } from './reach.ts';
import { dingtalkMarkdown } from './render.ts';

/** The code of a message like `绑定 123456`; undefined where it is something else. */
export function linkCodeIn(text: string): string | undefined {
  return /^[绑綁]定[\s:：]*(\d{4,8})[。.]?$/.exec(text.normalize('NFKC').trim())?.[1];
}

interface LinkParts extends Pick<VendorParts, 'people' | 'time'> {
  readonly links: AgentLinks;
  readonly reach: Pick<Reach, 'say'>;
}

/** Links whoever sent a code with the agent who was given it, and says what came of it. */
export async function linkAgent(parts: LinkParts, talk: Talk, code: string): Promise<void> {
  const text = dingtalkMarkdown(await outcomeOf(parts, talk, code));
  await parts.reach.say(talk, { title: '绑定工作台帐号', text });
}

async function outcomeOf({ links, people, time }: LinkParts, talk: Talk, code: string): Promise<string> {
  if (!isSingle(talk)) {
    await links.burn(code);
    return `绑定码只能在和机器人的单聊里发，刚才这个已作废。${AGAIN}`;
  }
  if (!isStaff(talk)) return '只有企业里的成员可以绑定工作台帐号。';
  const redeemed = await links.redeem(talk.user, code);
  if (redeemed.is === 'wait') return '绑定码错了太多次，请 10 分钟后再试。';
  const agent = redeemed.is === 'linked' ? await people.agents.byId(redeemed.agent) : undefined;
  if (!agent) return `绑定码不对、已过期，或者已经用过。${AGAIN}`;
  await people.audit.add({ at: time.now().toISOString(), who: agent.id, what: 'dingtalk-linked' });
  return `已绑定工作台帐号：${plain(agent.name)}（${agentName(agent.number)}）。有用户排队时，在客服群的卡片上点“接入”就行。要解除，请到工作台的“我的帐号”。`;
}

const AGAIN = '请在工作台的“我的帐号”里重新取一个，10 分钟内发给我。';
