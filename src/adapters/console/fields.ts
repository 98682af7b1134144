import { z } from 'zod';
import { ROLES } from '../store/agent.ts';

/** Fields that several routes take, each with what it should be in the words of a person. */

/** A request body: the message for one that is no JSON object, or none at all. */
export const NO_BODY = { error: '请用 JSON 对象发送内容，例如 {"name":"…","password":"…"}。' };

/** A name or password to be compared with what is stored. Any text may be tried. */
export const Given = (field: string) => z.string({ error: `${field} 要是一段文字。` });

/** What an agent is called: 1 to 40 characters that can be seen. */
export const AgentName = z
  .string({ error: 'name 要是一段文字。' })
  .trim()
  .normalize('NFC')
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,40}$/u, '名字要有 1 到 40 个字，不能有看不见的字符。');

export const AgentRole = z.enum(ROLES, { error: `role 要是 ${ROLES.join('、')} 中的一个。` });

/** A code of the authenticator app. */
export const Code = z
  .string({ error: 'code 要是一段文字，也就是验证器 APP 上的 6 位动态码。' })
  .meta({ description: '验证器 APP 上的 6 位动态码' });
