import { bare } from '../../text/normalise.ts';

/** What somebody who waits for a person can choose. */
export type QueueCommand = 'wait' | 'stay-with-bot' | 'leave-ticket' | 'leave-queue';

const WAIT = /^(我|那|继续|接着|再|先)*等(人工|客服|着|吧|一下|等)*(好了)?$/;
const STAY = /^(我|那|先|继续|接着)*(问|跟|和|用)(机器人|你|助手)(聊|说)?(吧)?$/;
const TICKET = /^(我|那|先|还是|要|想)*留(个|条)?言(吧|给客服)?$/;
const LEAVE =
  /^(我|那|先)*(不(用|要)?等(人工|客服)?了?|不排(队)?了?|取消(排队|人工)?|不(用|要|找|需要)(人工|客服|转)了?)(吧|谢谢)*$/;

/** The choice in a normalised message, if it is one. */
export function queueCommandIn(normalised: string): QueueCommand | undefined {
  const said = bare(normalised);
  if (WAIT.test(said)) return 'wait';
  if (STAY.test(said)) return 'stay-with-bot';
  if (TICKET.test(said)) return 'leave-ticket';
  return LEAVE.test(said) ? 'leave-queue' : undefined;
}
