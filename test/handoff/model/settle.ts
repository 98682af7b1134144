import { act } from './agent.ts';
import { ring, runTimers, tick } from './clockwork.ts';
import { receive } from './person.ts';
import type { Rules } from './rules.ts';
import { dueRows, send } from './sender.ts';
import type { World } from './world.ts';

/** Twenty minutes in steps of 5 s, then a day in steps of 20 min: longer than anything waits. */
const STEPS = [...Array<number>(240).fill(5_000), ...Array<number>(72).fill(1_200_000)];

/**
 * The world runs on: channels answer, everything comes again that was not answered, and of the two agents one is there
 * who takes what rings, answers and resolves it, and one who lets everything ring out. Throws where something stays undone.
 */
export function settle(world: World, rules: Rules): void {
  world.open = true;
  for (const agent of world.agents) Object.assign(agent, { online: true, available: true });
  for (const ms of STEPS) {
    tick(world, ms);
    for (const said of world.said) if (!said.done) receive(world, rules, said);
    finishAll(world);
    runTimers(world, rules);
    finishAll(world);
    ring(world, rules);
    finishAll(world);
    serve(world, rules);
    sendAll(world, rules);
    if (ms === 5_000 && isQuiet(world)) break;
  }
  checkAll(world);
  checkForgotten(world, rules);
}

function finishAll(world: World): void {
  while (world.pending.length > 0) world.pending.shift()?.finish();
}

function sendAll(world: World, rules: Rules): void {
  for (let rounds = world.rows.length; rounds >= 0 && dueRows(world, rules).length > 0; rounds--) {
    send(world, rules, 0, 'sent');
    finishAll(world);
  }
}

/** Zoe takes what rings at her, answers what she has, and is done with it. */
function serve(world: World, rules: Rules): void {
  const zoe = world.agents.find(({ id }) => id === 'zoe');
  if (!zoe) return;
  for (const talk of world.talks) {
    if (talk.case.ringing?.agent !== zoe.id && talk.case.owner !== zoe.id) continue;
    for (const verb of ['claim', 'speak', 'resolve'] as const) {
      act(world, rules, zoe, talk, verb, `end-${talk.id}-${world.now}`);
      finishAll(world);
    }
  }
}

function isQuiet({ talks, rows, said }: World): boolean {
  return (
    talks.every(({ case: { state } }) => state !== 'queued' && state !== 'ringing') &&
    rows.every(({ fate }) => fate !== undefined) &&
    said.every(({ done }) => done)
  );
}

function checkAll({ talks, rows, said, reached }: World): void {
  const waits = talks.filter(({ case: { state } }) => state === 'queued' || state === 'ringing');
  if (waits.length > 0) throw new Error(`waits for ever: ${waits.map(({ id }) => id)}`);
  for (const one of said) {
    if (one.kept !== 1 || !one.done) throw new Error('a message was lost or stored twice');
    if (rows.filter(({ answers }) => answers === one.id).length > 1) throw new Error('a message was answered twice');
  }
  for (const row of rows) {
    const may = row.by === 'agent' ? ['send', 'dead'] : ['send', 'dead', row.by === 'bot' ? 'draft' : 'drop'];
    if (row.fate === undefined || !may.includes(row.fate)) throw new Error(`a row of ${row.by} ended as ${row.fate}`);
    if (row.fate === 'send' && reached.filter(({ id }) => id === row.id).length !== 1)
      throw new Error('a row was lost');
    if (row.fate === 'send' && row.acknowledged !== 1) throw new Error('a row was sent twice');
    if (row.fate === 'drop' && row.holds === undefined) throw new Error('a text was dropped that still holds');
  }
}

function checkForgotten(world: World, rules: Rules): void {
  tick(world, 73 * 3_600_000);
  runTimers(world, rules);
  finishAll(world);
  if (world.talks.some(({ case: { state } }) => state === 'resolved')) throw new Error('a resolved case stays open');
}
