import type { SimClock } from '../clock.ts';
import type { Said, WecomSim } from '../wecom/ctl.ts';
import { lastCalls } from './calls.ts';
import { journal, merged } from './journal.ts';
import { button, type Lever, pulled, words } from './lever.ts';
import { SERVICERS } from './simulators.ts';
import type { Stage } from './stage.ts';
import type { Button, Shown, View } from './view.ts';
import { wecomLevers } from './wecom-levers.ts';
import { judgedOf, wecomLines } from './wecom-lines.ts';

const CUSTOMERS = [
  { id: 'wmSimulatorWangfang', name: '王芳' },
  { id: 'wmSimulatorLiqiang', name: '李强' },
  { id: 'wmSimulatorChenjing', name: '陈静' },
] as const;

const STATES = ['未处理', '智能助手接待', '待接入池排队', '人工接待', '已结束或未开始'] as const;
const RECALL = 'recall';

/** 微信客服 with three customers, and its agents in WeCom. */
export function wecomStage(clock: SimClock, { ctl }: WecomSim): Stage {
  const log = journal(clock);
  const { levers, doorbell } = wecomLevers(ctl, SERVICERS);
  /** The msgid of each thing a customer said, by its place in the record. */
  const said = new Map<string, string>();
  for (const { id, name } of CUSTOMERS) ctl.customer(id, { nickname: name });

  const note = (id: string, shown: Pick<Shown, 'form' | 'text'> & Partial<Shown>, { rings, msgid }: Said): void => {
    const who = CUSTOMERS.find((one) => one.id === id)?.name ?? id;
    const judge = log.note(id, { who, ...shown });
    const line = log.of(id).at(-1);
    if (line && line.side === 'person') said.set(line.key, msgid);
    void rings.then((all) => judge(judgedOf(all)));
  };
  const event = (id: string, text: string, done: Said): void => note(id, { form: 'text', text, side: 'note' }, done);

  const customerTools = (id: string): readonly Lever[] => {
    const mine = (name: string, label: string) => ({ id: name, group: '这个人', label });
    const desk = (name: string, label: string) => ({ id: name, group: '企业微信里的接待人员', label });
    const isNot =
      (...states: readonly number[]) =>
      (): boolean =>
        !states.includes(ctl.state(id).state);
    const { agent } = ctl;
    const other = (): string => SERVICERS.find((name) => name !== ctl.state(id).servicer) ?? '';
    return [
      button(mine('enter', '打开会话'), () => event(id, '打开了会话', ctl.enter(id, {}, doorbell()))),
      button(mine('voice', '发语音'), () => {
        const bytes = Buffer.from('#!AMR\nsimulated');
        note(id, { form: 'text', text: '[语音]' }, ctl.say({ is: 'voice', from: id, bytes }, doorbell()));
      }),
      words({ ...mine('file', '发文件'), words: '营业执照.pdf' }, (name) => {
        const bytes = Buffer.from('%PDF-1.4 simulated');
        note(id, { form: 'text', text: `[文件] ${name}` }, ctl.say({ is: 'file', from: id, bytes, name }, doorbell()));
      }),
      button(mine('fail', '下一条回复送不到'), () => ctl.failNext(id, 10)),
      button(
        desk('accept', '接入'),
        () => event(id, '接待人员接入', agent.accept(id, receiving(), doorbell())),
        isNot(2),
      ),
      words(
        { ...desk('reply', '回复'), words: '您好，请说。' },
        (text) => event(id, '接待人员回复', agent.reply(id, text, doorbell())),
        isNot(3, 4),
      ),
      button(
        desk('transfer', '转给同事'),
        () => event(id, '转给同事', agent.transfer(id, other(), doorbell())),
        isNot(3),
      ),
      button(desk('end', '结束会话'), () => event(id, '接待人员结束会话', agent.end(id, doorbell())), isNot(3)),
    ];
  };
  const receiving = (): string => {
    const on = levers.map(({ tool }) => tool()).find((one) => one.id.startsWith('receives-') && one.isOn);
    if (!on) throw new Error('没有正在接待的人员。');
    return on.id.replace('receives-', '');
  };
  const own = (line: Shown): Shown =>
    said.has(line.key) ? { ...line, buttons: [{ id: RECALL, label: '撤回' }] } : line;
  const statusOf = (id: string): readonly string[] => {
    const { state, servicer } = ctl.state(id);
    return [`状态 ${state} ${STATES[state]}${servicer ? `（${servicer}）` : ''}`, `还可发 ${ctl.quotaLeft(id)} 条`];
  };

  return {
    name: 'wecom',
    view: (): View => ({
      status: [],
      rooms: CUSTOMERS.map(({ id, name }) => ({
        ...{ id, title: name, about: '微信客服的客户', speakers: [{ id, name }], isGroup: false, menu: [] },
        status: statusOf(id),
        lines: merged(log.of(id).map(own), wecomLines(ctl.sent(id))),
        tools: customerTools(id).map(({ tool }) => tool()),
      })),
      tools: levers.map(({ tool }) => tool()),
      ...{ violations: ctl.violations, lost: [], calls: lastCalls(ctl.log) },
    }),
    say: ({ room }, text) => note(room, { form: 'text', text }, ctl.say({ is: 'text', from: room, text }, doorbell())),
    picture: ({ room }, bytes) =>
      note(
        room,
        { form: 'picture', text: '', picture: log.keep(bytes) },
        ctl.say({ is: 'image', from: room, bytes }, doorbell()),
      ),
    press({ room }, line, id) {
      const msgid = said.get(line);
      if (msgid !== undefined) {
        said.delete(line);
        return event(room, '撤回了一条消息', ctl.recall(room, msgid, doorbell()));
      }
      const shown = wecomLines(ctl.sent(room)).find(({ key }) => key === line);
      const pressed: Button | undefined = shown?.buttons?.find((one) => one.id === id);
      if (!pressed) throw new Error('这个按钮已经不在了。');
      if (pressed.link !== undefined) return;
      const { label } = pressed;
      note(
        room,
        { form: 'text', text: label },
        ctl.say({ is: 'text', from: room, text: label, menuId: id }, doorbell()),
      );
    },
    use: (room, tool, value) => pulled(room === '' ? levers : customerTools(room), tool, value),
    media: (id) => log.media(id) ?? ctl.media(id),
  };
}
