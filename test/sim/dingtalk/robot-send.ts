import { jsonBody, type SimAnswer, type SimRequest, type SimRoute } from '../request.ts';
import { readTemplate } from './message-template.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

/** What both ways of sending refuse; a refusal for a malformed call is a violation too. */
function readSend({ app, record }: World, request: SimRequest, isMedia: (id: string) => boolean) {
  const body: Json = jsonBody(request) ?? {};
  const wrong = (code: string, message: string): { readonly refused: SimAnswer } => {
    record.violations.push(`POST ${request.path}: ${code} ${message}`);
    return { refused: refusal(code, message) };
  };
  if (!String(request.headers['content-type']).includes('application/json')) {
    record.violations.push(`POST ${request.path}: content-type is not application/json`);
  }
  if (!body.robotCode) return wrong('invalidParameter.robotCode.empty', 'robotCode 不能为空');
  if (body.robotCode !== app.robotCode) return wrong('invalidParameter.robotCode.notExsit', 'robotCode 不存在');
  const template = readTemplate(body.msgKey, body.msgParam, isMedia);
  if ('code' in template) return wrong(template.code, template.message);
  return { body, kind: String(body.msgKey), text: template.text, params: template.params, wrong };
}

/** POST /v1.0/robot/groupMessages/send */
export const groupSend =
  (world: World, isMedia: (id: string) => boolean): SimRoute =>
  (request) => {
    const read = readSend(world, request, isMedia);
    if ('refused' in read) return read.refused;
    const { openConversationId } = read.body;
    if (typeof openConversationId !== 'string' || openConversationId === '') {
      return read.wrong('miss.openConversationId', '缺少 openConversationId').refused;
    }
    const group = world.chats.groups.get(openConversationId);
    if (!group) return refusal('invalid.openConversationId', 'openConversationId 不合法');
    if (group === 'disbanded') return refusal('group.disbanded', '群已解散');
    const { kind, text, params } = read;
    world.chats.show(openConversationId, { via: 'group', kind, text, mentions: [], body: params });
    return { body: { processQueryKey: world.random.id(44) } };
  };

/**
 * POST /v1.0/robot/oToMessages/batchSend. Unknown and flow-controlled people are named in a 200 answer while the
 * others get the message; the fault `partialSuccess` flow-controls every second one, the first included.
 */
export const singleSend =
  (world: World, isMedia: (id: string) => boolean): SimRoute =>
  (request) => {
    const read = readSend(world, request, isMedia);
    if ('refused' in read) return read.refused;
    const { userIds } = read.body;
    if (!Array.isArray(userIds) || userIds.length === 0 || !userIds.every((id) => typeof id === 'string')) {
      return read.wrong('invalidParameter.userIds.empty', 'userIds 不能为空').refused;
    }
    if (userIds.length > world.settings.userIdsMax) {
      return read.wrong('invalidParameter.userIds.overMax', `userIds 最多 ${world.settings.userIdsMax} 个`).refused;
    }
    const { people, show } = world.chats;
    const partial = (at: number): boolean => request.fault === 'partialSuccess' && at % 2 === 0;
    const invalid = userIds.filter((id: string) => (people.get(id) ?? 'gone') === 'gone');
    const known = userIds.filter((id: string) => !invalid.includes(id));
    const slowed = known.filter((id: string, at) => people.get(id) === 'flowControlled' || partial(at));
    const { kind, text, params } = read;
    for (const id of known) {
      if (!slowed.includes(id)) show(id, { via: 'single', kind, text, mentions: [], body: params });
    }
    return {
      body: {
        processQueryKey: world.random.id(44),
        invalidStaffIdList: invalid,
        flowControlledStaffIdList: slowed,
      },
    };
  };
