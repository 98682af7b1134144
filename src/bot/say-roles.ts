import { type RoleQuestion, roleCard } from '../diagnostics/role-card.ts';
import { sourceOf } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { AFTER_ANSWER } from './replies.ts';

const QUESTIONS = {
  'who-verifies': ['主体负责人要刷脸吗', '网站负责人要刷脸吗'],
  'who-uploads': ['主体负责人要上传证件吗', '网站负责人要上传证件吗'],
} as const;

/** 负责人 can be one of two: asks which, by two whole questions. */
export async function askWhichHead(turn: Turn, about: keyof typeof QUESTIONS): Promise<undefined> {
  await turn.say({ text: phrases.whichHead, choices: QUESTIONS[about] });
  turn.settle(outcome('ask'));
}

/** After the entry on the head of the filing party, a question that names nobody is about these. */
const OF_HEADS = 9;
const HEADS = ['法定代表人', '主体负责人'] as const;

/**
 * Tells who does what, as far as the entries say it. They define no role: to whoever asks what the roles are, or mixes
 * them up, it says what each has to do and asks what is to be done.
 */
export async function sayRoles(turn: Turn, { knowledge }: Parts, question: RoleQuestion): Promise<undefined> {
  const roles = question.roles.length === 0 && turn.draft.facts.entry === OF_HEADS ? HEADS : question.roles;
  const { text, entries } = roleCard({ ...question, roles });
  const rests = entries.flatMap((number) => knowledge.entries().get(number) ?? []);
  const [first] = rests;
  if (question.about === 'who-is' || question.about === 'difference') {
    const choices = rests.map(({ label }) => label);
    await turn.say({
      text: `${phrases.rolesUndefined}\n\n${text}\n\n${phrases.whichMatter}`,
      choices,
      sources: rests.map(sourceOf),
    });
    turn.settle(outcome('ask'));
    return undefined;
  }
  await turn.say({ text, choices: AFTER_ANSWER, sources: rests.map(sourceOf) });
  if (first) turn.draft.facts = { ...turn.draft.facts, entry: first.number };
  turn.settle(outcome('answer', { entry: first?.number ?? null, entries: rests.map(({ number }) => number) }));
}
