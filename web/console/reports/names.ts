import { t, written } from '../../shared/t.ts';
import type { Report } from './reports-queries.ts';

/** What reports call the things that the server names by codes. */

export function sayChannel(channel: string): string {
  switch (channel) {
    case 'web':
      return t('网页');
    case 'wechat':
      return t('微信');
    case 'wecom':
      return t('企业微信');
    case 'dingtalk':
      return t('钉钉');
    case 'terminal':
      return t('命令行');
    default:
      return channel;
  }
}

export function sayReason(reason: Report['reasons']['rows'][number]['reason']): string {
  switch (reason) {
    case 'user_asked':
      return t('用户要求人工');
    case 'face_unresolved':
      return t('人脸多次未通过');
    case 'no_answer_twice':
      return t('两次没找到答案');
    case 'diagnostic_exhausted':
      return t('检查做完未解决');
    case 'image_unfixable':
      return t('图片需换证件');
    case 'complaint':
      return t('投诉');
    case 'system_error':
      return t('系统故障');
    case null:
      return t('没有写明');
  }
}

export function sayEnding(ending: Report['endings']['rows'][number]['ending']): string {
  switch (ending) {
    case 'solved':
      return t('机器人办完');
    case 'unhelpful':
      return t('用户说没帮助');
    case 'unanswered':
      return t('没有答上');
    case 'person':
      return t('转了人工');
  }
}

export function sayFaceEnding(ending: Report['face']['rows'][number]['ending']): string {
  switch (ending) {
    case 'solved':
      return t('用户说解决了');
    case 'retry':
      return t('建议再试，没有下文');
    case 'not-self':
      return t('要由本人来做');
    case 'manual-review':
      return t('建议系统人工审核');
    case 'person':
      return t('转了人工');
    case 'unfinished':
      return t('没有查完');
  }
}

export function sayEntry(entry: number | null): string {
  return entry === null ? t('其他回答') : t('第{entry}条', { entry });
}

/** 第8条 人脸不一致 */
export function sayEntryInFull(entry: number | null, label: string | null): string {
  return label === null ? sayEntry(entry) : `${sayEntry(entry)} ${written(label)}`;
}
