import type { SimClock } from '../clock.ts';
import type { RobotMessage, SimPush } from '../dingtalk/ctl.ts';
import type { DingTalkSim } from '../dingtalk/dingtalk-sim.ts';
import { lastCalls } from './calls.ts';
import { dingtalkLevers } from './dingtalk-levers.ts';
import { dingtalkLines } from './dingtalk-lines.ts';
import { DINGTALK_GROUPS, DINGTALK_PEOPLE, dingtalkName } from './dingtalk-people.ts';
import { journal, merged, seconds } from './journal.ts';
import { type Lever, pulled, words } from './lever.ts';
import type { Place, Stage } from './stage.ts';
import type { Judged, Room, View } from './view.ts';

const NOT_TAKEN = { tone: 'problem', text: '没有送到：服务没有连上' } as const;

async function judgedOf(push: SimPush): Promise<Judged> {
  const [first] = push.attempts;
  if (!first) return NOT_TAKEN;
  await push.answered();
  const { answer } = push.attempts.find((one) => one.answer) ?? {};
  if (!answer) return { tone: 'problem', text: '连接断了，服务没有确认' };
  const took = seconds(answer.at - first.at);
  return answer.code === 200
    ? { tone: 'good', text: `服务已确认，用时 ${took}` }
    : { tone: 'problem', text: `服务回答 ${answer.code}，用时 ${took}` };
}

const STATES = { live: '已连接', leaving: '正在离开', zombie: '不再推送', closed: '已断开' } as const;

/** DingTalk with a robot in people's own chats, in a group, and the group of the agents. */
export function dingtalkStage(clock: SimClock, { ctl }: DingTalkSim, mode: 'stream' | 'http'): Stage {
  const log = journal(clock);
  const { levers, isUsedUp } = dingtalkLevers(ctl, mode);
  for (const { id, isOutside } of DINGTALK_PEOPLE) if (!isOutside) ctl.person(id, 'known');
  for (const { id } of DINGTALK_GROUPS) ctl.group(id, 'known');

  const send = (
    { room, speaker, at }: Place,
    message: Partial<RobotMessage>,
    shown: Parameters<typeof log.note>[1],
  ) => {
    const person = DINGTALK_PEOPLE.find(({ id }) => id === speaker);
    if (!person) throw new Error('这里不能发消息。');
    const isGroup = room !== speaker;
    const judge = log.note(room, shown);
    if (isGroup && !at) return judge({ tone: 'notice', text: '没有 @机器人，平台不会推送' });
    const push = ctl.robotMessage({
      ...{ user: speaker, nick: person.name, outsider: person.isOutside, quotaExceeded: isUsedUp() },
      ...(isGroup && { group: room }),
      ...message,
    });
    void judgedOf(push).then(judge);
  };
  const personTools = (speaker: string): readonly Lever[] => [
    words({ id: 'voice', group: '这个人', label: '发语音', words: '扫码进不去上传页面' }, (text) =>
      send(
        { room: speaker, speaker, at: false },
        { type: 'audio', text },
        {
          ...{ who: dingtalkName(speaker), form: 'text', text: `[语音] ${text}` },
        },
      ),
    ),
    words({ id: 'file', group: '这个人', label: '发文件', words: '营业执照.pdf' }, (fileName) =>
      send(
        { room: speaker, speaker, at: false },
        { type: 'file', fileName },
        {
          ...{ who: dingtalkName(speaker), form: 'text', text: `[文件] ${fileName}` },
        },
      ),
    ),
  ];
  const room = (id: string, own: Omit<Room, 'id' | 'lines' | 'menu' | 'status' | 'tools'>): Room => ({
    ...own,
    ...{ id, menu: [], status: [], lines: merged(log.of(id), dingtalkLines(ctl, id)) },
    tools: own.isGroup ? [] : personTools(id).map(({ tool }) => tool()),
  });

  return {
    name: 'dingtalk',
    view: (): View => ({
      status: mode === 'http' ? ['HTTP 推送'] : connections(ctl.lines()),
      rooms: [
        ...DINGTALK_PEOPLE.map(({ id, name, isOutside }) =>
          room(id, {
            ...{ title: name, about: isOutside ? '单聊 · 企业外的人' : '单聊' },
            ...{ speakers: [{ id, name }], isGroup: false },
          }),
        ),
        ...DINGTALK_GROUPS.map(({ id, title, isAgents }) =>
          room(id, {
            ...{ title, about: isAgents ? '机器人在这里通知客服' : '群聊', isGroup: true },
            speakers: DINGTALK_PEOPLE.filter(({ isOutside }) => !(isAgents && isOutside)),
          }),
        ),
      ],
      tools: levers.map(({ tool }) => tool()),
      violations: ctl.violations,
      lost: ctl.lost.map(({ reason }) => reason),
      calls: lastCalls(ctl.log),
    }),
    say(place, text) {
      const at = place.room !== place.speaker && place.at;
      send(place, { text }, { who: dingtalkName(place.speaker), form: 'text', text: at ? `@备案助手 ${text}` : text });
    },
    picture(place, bytes, text) {
      const picture = log.keep(bytes);
      const message: Partial<RobotMessage> =
        text === '' ? { type: 'picture', file: { bytes } } : { type: 'richText', parts: [text, { bytes }] };
      send(place, message, { who: dingtalkName(place.speaker), form: 'picture', text, picture });
    },
    press({ room: id, speaker }, line, button) {
      const seen = ctl.sent(id)[Number(line.replace('saw-', ''))];
      const label = seen && ctl.card(seen.text)?.params[button];
      if (!seen || !label) throw new Error('这个按钮已经不在了。');
      const judge = log.note(id, { who: dingtalkName(speaker), form: 'text', text: `点了“${label}”`, side: 'note' });
      const push = ctl.clickCard(seen.text, speaker, { choice: label }, { actionId: button });
      void judgedOf(push).then(judge);
    },
    use: (id, tool, value) => pulled(id === '' ? levers : personTools(id), tool, value),
    media: (id) => log.media(id) ?? ctl.uploaded(id),
  };
}

function connections(lines: readonly { readonly state: keyof typeof STATES }[]): readonly string[] {
  const open = lines.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return ['服务没有连上'];
  return [...new Set(open.map(({ state }) => state))].map(
    (state) => `Stream ${STATES[state]} ${open.filter((one) => one.state === state).length} 条`,
  );
}
