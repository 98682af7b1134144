import type { OutsideKind } from '../../../knowledge/entry.ts';

const TITLES: Readonly<Record<OutsideKind, string>> = {
  'near-domain': '备案的其他问题',
  'other-cloud-product': '其他云产品',
  'other-product': '其他产品和 APP',
  offtopic: '无关的话题',
  smalltalk: '闲聊',
  abuse: '抱怨和骂人',
  injection: '想让机器人越界',
  meta: '问机器人自己',
  nonsense: '没有意义的话',
};

/** What a kind of messages that no entry answers is called. */
export function outsideTitle(kind: string): string {
  return TITLES[kind as OutsideKind] ?? kind;
}
