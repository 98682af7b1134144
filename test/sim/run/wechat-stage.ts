import type { SimClock } from '../clock.ts';
import type { WechatSim } from '../wechat/ctl.ts';
import type { WechatMessage } from '../wechat/message.ts';
import { lastCalls } from './calls.ts';
import { journal, merged } from './journal.ts';
import { button, type Lever, pulled, words } from './lever.ts';
import type { Stage } from './stage.ts';
import type { Shown, View } from './view.ts';
import { wechatLevers } from './wechat-levers.ts';
import { judgedOf, menuButtons, wechatLines } from './wechat-lines.ts';

const USERS = [
  { id: 'oSimulatorWangfang', name: '王芳' },
  { id: 'oSimulatorLiqiang', name: '李强' },
  { id: 'oSimulatorChenjing', name: '陈静' },
] as const;

const DESK = { none: '', waiting: '在公众平台的客服排队', held: '公众平台的客服正在接待' } as const;
const SOUND = Buffer.from('#!AMR\nsimulated');

/** An Official Account with three followers, and the platform's own desk. */
export function wechatStage(clock: SimClock, { ctl }: WechatSim): Stage {
  const log = journal(clock);
  const { levers, pushOptions } = wechatLevers(ctl);
  let count = 0n;
  for (const { id } of USERS) ctl.user(id);

  /** An id that no earlier run of the simulator used. */
  const freshId = (): string => {
    count += 1n;
    return String(BigInt(Date.now()) * 1_000_000n + count);
  };
  const nameOf = (id: string): string => USERS.find((one) => one.id === id)?.name ?? id;
  const push = (message: WechatMessage, shown: Pick<Shown, 'form' | 'text'> & Partial<Shown>): void => {
    const judge = log.note(message.from, { who: nameOf(message.from), ...shown });
    void ctl.push({ ...message, msgId: freshId() }, pushOptions()).then((result) => judge(judgedOf(result)));
  };
  const event = (message: WechatMessage, text: string): void => push(message, { form: 'text', text, side: 'note' });

  const userTools = (from: string): readonly Lever[] => {
    const mine = (id: string, label: string) => ({ id, group: '这个人', label });
    const desk = (id: string, label: string) => ({ id, group: '公众平台的客服', label });
    const isNot = (state: keyof typeof DESK) => (): boolean => ctl.desk(from) !== state;
    return [
      button(mine('subscribe', '关注'), () => event({ is: 'subscribe', from }, '关注了公众号')),
      button(mine('unsubscribe', '取消关注'), () => event({ is: 'unsubscribe', from }, '取消了关注')),
      words({ ...mine('scan', '扫带参数的二维码'), words: 'upload' }, (scene) =>
        event({ is: 'SCAN', from, scene }, `扫了二维码 ${scene}`),
      ),
      words({ ...mine('voice', '发语音'), words: '扫码进不去上传页面' }, (recognition) =>
        push({ is: 'voice', from, bytes: SOUND, recognition }, { form: 'text', text: `[语音] ${recognition}` }),
      ),
      button(mine('location', '发位置'), () =>
        push(
          { is: 'location', from, latitude: 30.27, longitude: 120.15, label: '杭州市' },
          { form: 'text', text: '[位置] 杭州市' },
        ),
      ),
      button(desk('accept', '接入'), () => void ctl.agentAccept(from), isNot('waiting')),
      words({ ...desk('reply', '回复'), words: '您好，请说。' }, (text) => ctl.agentSay(from, text), isNot('held')),
      button(desk('close', '结束'), () => void ctl.agentClose(from), isNot('held')),
    ];
  };

  return {
    name: 'wechat',
    view: (): View => ({
      status: [],
      rooms: USERS.map(({ id, name }) => ({
        ...{ id, title: name, about: '公众号的粉丝', speakers: [{ id, name }], isGroup: false },
        status: [
          `客服消息还可发 ${ctl.quotaLeft(id)} 条`,
          ...(ctl.typing(id) ? ['对方正在输入'] : []),
          ...(DESK[ctl.desk(id)] ? [DESK[ctl.desk(id)]] : []),
        ],
        lines: merged(log.of(id), wechatLines(ctl.sent(id))),
        menu: menuButtons(ctl.menu()),
        tools: userTools(id).map(({ tool }) => tool()),
      })),
      tools: levers.map(({ tool }) => tool()),
      ...{ violations: ctl.violations, lost: [], calls: lastCalls(ctl.log) },
    }),
    say: ({ room: from }, text) => push({ is: 'text', from, text }, { form: 'text', text }),
    picture: ({ room: from }, bytes) =>
      push({ is: 'image', from, bytes }, { form: 'picture', text: '', picture: log.keep(bytes) }),
    press({ room: from }, line, id) {
      const shown = wechatLines(ctl.sent(from)).find(({ key }) => key === line);
      const pressed = (line === '' ? menuButtons(ctl.menu()) : (shown?.buttons ?? [])).find((one) => one.id === id);
      if (!pressed) throw new Error('这个按钮已经不在了。');
      const { label, link } = pressed;
      if (line !== '') push({ is: 'text', from, text: label, menuId: id }, { form: 'text', text: label });
      else if (link === undefined) event({ is: 'CLICK', from, key: id }, `点了菜单“${label}”`);
      else event({ is: 'VIEW', from, url: link }, `打开了菜单“${label}”的网页`);
    },
    use: (room, tool, value) => pulled(room === '' ? levers : userTools(room), tool, value),
    media: (id) => log.media(id) ?? ctl.media(id),
  };
}
