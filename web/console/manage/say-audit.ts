import { t } from '../../shared/t.ts';
import type { Code, Reason } from '../api/types.ts';
import { codeName, reasonName } from '../words.ts';
import type { AuditEntry, Role } from './manage-queries.ts';
import { roleName } from './role-names.ts';

type NameOf = (id: unknown) => string;

/** What was done, as the rest of a sentence that begins with who did it. */
export function sayAudit({ what, who, detail }: AuditEntry, nameOf: NameOf): string {
  const name = nameOf(detail.agent);
  switch (what) {
    case 'sign-in':
      return detail.totp === true ? t('登录了，用了动态码') : t('登录了');
    case 'sign-in-failed':
      return sayFailure(name, detail.reason);
    case 'sign-in-locked':
      return t('{name} 试错太多次，暂时锁定', { name });
    case 'sign-out':
      return t('退出了登录');
    case 'password-changed':
      return t('换了自己的密码');
    case 'totp-on':
      return t('开启了动态码');
    case 'totp-off':
      return t('关闭了动态码');
    case 'dingtalk-linked':
      return t('绑定了自己的钉钉');
    case 'dingtalk-unlinked':
      return t('解除了钉钉的绑定');
    case 'agent-added':
      return t('加了 {name}，角色是{role}', { name, role: roleName(detail.role as Role) });
    case 'agent-role': {
      const [from, to] = [roleName(detail.from as Role), roleName(detail.to as Role)];
      return t('把 {name} 从{from}改为{to}', { name, from, to });
    }
    case 'agent-disabled':
      return t('停用了 {name}', { name });
    case 'agent-enabled':
      return t('重新启用了 {name}', { name });
    case 'agent-reset':
      return t('重置了 {name} 的密码', { name });
    case 'transition':
      return sayTransition(who, detail, nameOf);
    case 'reveal':
      return String(detail.item).startsWith('contact')
        ? t('看了联系方式，原因：{reason}', { reason: String(detail.reason ?? '') })
        : t('看了图片，原因：{reason}', { reason: String(detail.reason ?? '') });
    case 'export':
      if (detail.what === 'own-data') return t('下载了自己的数据');
      if (detail.what === 'weekly') return t('下载了 {week} 的周报', { week: String(detail.week) });
      if (detail.what !== 'reports') return withRest(t('导出了数据'), detail);
      return t('下载了 {from} 至 {to} 的报表', { from: String(detail.from), to: String(detail.to) });
    case 'erase':
      return who === 'user' ? t('删除了自己的数据') : withRest(t('删除了用户的数据'), detail);
    case 'consent-withdrawn':
      return t('撤回了对图片的同意');
    case 'card-corrected':
      return t('改了情况卡');
    case 'content':
      return withRest(t('改了知识'), detail);
    case 'settings':
      return saySetting(detail);
    case 'announcement':
      if (detail.act === 'publish') return t('发布了故障公告');
      return detail.act === 'send' ? t('补发了故障公告') : t('结束了故障公告');
  }
}

function sayFailure(name: string, reason: unknown): string {
  if (reason === 'code') return t('{name} 登录没有成功：动态码不对', { name });
  if (reason === 'confirm') return t('{name} 确认身份没有成功：密码不对', { name });
  if (reason === 'disabled') return t('{name} 登录没有成功：帐号已停用', { name });
  return t('{name} 登录没有成功：密码不对', { name });
}

/** Where a conversation went. */
function sayTransition(who: string, { from, to, owner, reason, code }: AuditEntry['detail'], nameOf: NameOf): string {
  const why = reason === null || reason === undefined ? '' : reasonName(reason as Reason);
  switch (to) {
    case 'queued':
      return from === 'bot' || from === 'ticket' ? join(t('对话开始排队'), why) : join(t('对话回到队伍'), why);
    case 'ringing':
      return t('对话在振铃');
    case 'agent':
      return owner === who ? t('接待了对话') : t('对话由 {name} 接待', { name: nameOf(owner) });
    case 'waiting_user':
      return t('回复了，等用户');
    case 'follow_up':
      return t('约好了再看的时间');
    case 'ticket':
      return join(t('对话转为留言'), why);
    case 'resolved':
      return join(t('结束了对话'), code ? codeName(code as Code) : '');
    case 'closed':
      return t('关闭了对话');
    default:
      return t('对话交回机器人');
  }
}

function saySetting(detail: AuditEntry['detail']): string {
  if (detail.name === 'hours') return t('改了服务时间');
  if (detail.name === 'canned') return t('改了团队的快捷回复');
  if (detail.name === 'alerts') return t('改了等多久算太久');
  return withRest(t('改了设置'), detail);
}

/** What the words above do not know, as it stands. */
function withRest(said: string, detail: AuditEntry['detail']): string {
  const rest = Object.values(detail).filter((value) => value !== null && value !== '' && typeof value !== 'boolean');
  return join(said, rest.map(String).join('，'));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('：');
}
