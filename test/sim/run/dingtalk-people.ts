import { ACCOUNTS } from './accounts.ts';

/** Somebody who writes to the robot. `isOutside`: not a member of the organisation. */
export interface DingtalkPerson {
  readonly id: string;
  readonly name: string;
  readonly isOutside: boolean;
}

export const DINGTALK_PEOPLE: readonly DingtalkPerson[] = [
  { id: 'wangfang', name: '王芳', isOutside: false },
  { id: 'liqiang', name: '李强', isOutside: false },
  { id: 'guest', name: '周敏', isOutside: true },
];

/** Rooms by id: a person's own chat with the robot has the person's id. Agents take conversations in theirs. */
export const DINGTALK_GROUPS: readonly { readonly id: string; readonly title: string; readonly isAgents: boolean }[] = [
  { id: ACCOUNTS.dingtalk.group, title: '备案交流群', isAgents: false },
  { id: ACCOUNTS.dingtalk.agentGroup, title: '客服群', isAgents: true },
];

export const dingtalkName = (id: string): string => DINGTALK_PEOPLE.find((one) => one.id === id)?.name ?? id;
