import type { Reason } from '../../handoff/case.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { bare } from '../../text/normalise.ts';
import { decisionOf } from '../decision-of.ts';
import { leaveTicket, type NewTicketName } from '../leave-ticket.ts';
import { outcome, type Reply } from '../message.ts';
import { phrases, smalltalk } from '../phrases.ts';
import { sayBeside } from '../replies.ts';
import { storedText } from '../stored-text.ts';
import { bareAccount, contactsIn } from '../understanding/contact.ts';
import { type Smalltalk, smalltalkOf } from '../understanding/smalltalk.ts';
import type { Dialogue, Heard, Turn } from './dialogue.ts';

export interface TicketState {
  /** What the person wrote so far, masked. */
  readonly text: string;
  /** How often a contact was asked for since. */
  readonly asked: number;
  /** What a person is wanted for; absent in what an earlier release began. */
  readonly reason?: Reason | null;
}

const DROPS =
  /^(那|还是|我|先|暂时)*((不|别)(想|用|要|需要)?(留|转|找|写)?(留言|联系方式|电话|人工|客服)?(了|吧|谢谢){0,4}|算了(吧)?|取消|cancel|nevermind|no)+(吧|啊|呢|了|谢谢)*$/;
const GIVES_UP = /^(那|还是)?算了.{0,8}$|^我?(还是)?(再)?自己(再)?(弄|试|看|来).{0,4}$/;
/** What is only politeness, and no part of what is to be passed on. */
const POLITE: ReadonlySet<Smalltalk> = new Set(['greeting', 'thanks', 'goodbye', 'waiting', 'here', 'acknowledged']);
const OFTEN_ENOUGH = 3;
/** So sure a message is a question to the assistant that it is answered at once. */
const SURE = 0.9;
/** The longest greeting or word of thanks, in characters. */
const REMARK = 10;

export interface TicketOptions {
  readonly knowledge: Knowledge;
  readonly newTicket: () => NewTicketName;
}

/** Takes a 留言: what it is about and how to reach its writer. A question in between is answered, and kept as part of it. */
export function ticket({ knowledge, newTicket }: TicketOptions): Dialogue<TicketState> {
  return {
    id: 'ticket',
    async hear(turn, state) {
      const { text, message } = turn.draft;
      if ([DROPS, GIVES_UP].some((pattern) => pattern.test(bare(text)))) return drop(turn);
      const account = bareAccount(message.text);
      const contacts = account ? [account] : contactsIn(message.text);
      if (contacts.length > 0) {
        await leaveTicket(turn, { before: state.text, contacts, ticket: newTicket(), reason: state.reason ?? null });
        return { is: 'done' };
      }
      if (text.length <= REMARK && smalltalkOf(text) === 'solved') {
        await sayBeside(turn, knowledge, smalltalk.solved);
        return { is: 'done' };
      }
      if (state.asked >= OFTEN_ENOUGH) {
        turn.draft.step = { is: 'leave-queue', at: message.at };
        await turn.say({ text: phrases.ticketLost });
        return { is: 'leave' };
      }
      return goOn(turn, state, knowledge);
    },
  };
}

async function drop(turn: Turn): Promise<Heard<TicketState>> {
  turn.draft.step = { is: 'leave-queue', at: turn.draft.message.at };
  await turn.say({ text: phrases.ticketDropped });
  turn.settle(outcome('declined', { entry: turn.draft.facts.entry ?? null }));
  return { is: 'done' };
}

/** Still no contact: answers what is a question, keeps what is said, asks again. */
async function goOn(turn: Turn, state: TicketState, knowledge: Knowledge): Promise<Heard<TicketState>> {
  const { text, message } = turn.draft;
  const asked = state.asked + 1;
  const said = [state.text, storedText(message.text)].filter((part) => part !== '').join('\n');
  const reminder = asking(phrases.ticketGoesOn);
  const { kind, confidence, outside } = await decisionOf(turn.draft, knowledge);
  if (kind === 'answer' && confidence >= SURE) {
    Object.assign(turn.draft, { mayAsk: false, mayOffer: false });
    return { is: 'later', state: { ...state, text: said, asked }, reminder };
  }
  const polite = kind === 'outside' && outside.kind === 'smalltalk' && POLITE.has(smalltalkOf(text));
  if (polite && text.length <= REMARK) return { is: 'later', state: { ...state, asked }, reminder };
  turn.draft.step = { is: 'leave-ticket', reason: state.reason ?? null, at: message.at };
  await turn.say(asking(state.asked === 0 ? phrases.ticketAskContact : phrases.ticketAskContactAgain));
  turn.settle(outcome('ask'));
  return { is: 'waiting', state: { ...state, text: said, asked } };
}

function asking(text: string): Reply {
  return { text, choices: [phrases.leaveIt] };
}
