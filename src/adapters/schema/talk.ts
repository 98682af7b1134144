import { z } from 'zod';
import type { Facts } from '../../bot/facts.ts';
import type { Answered, Line, Outcome, OutcomeKind, OutcomePicture, Reply } from '../../bot/message.ts';
import { PLACES } from '../../diagnostics/image/places.ts';

/** What the web API answers, as zod writes it out; `agrees` below keeps it equal to the types of bot/message.ts. */

const reply = {
  text: z.string().meta({ description: 'Markdown，只有段落、列表、加粗和链接' }),
  choices: z.array(z.string()).readonly().exactOptional().meta({ description: '按钮，点一个就把它当消息发出' }),
  sources: z
    .array(z.object({ entry: z.int(), title: z.string(), date: z.string() }).readonly())
    .readonly()
    .exactOptional()
    .meta({ description: '依据的条目和它的更新日期' }),
  files: z
    .array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int() }).readonly())
    .readonly()
    .exactOptional()
    .meta({ description: '图片，在 /files/:id' }),
};

const KINDS = [
  'answer',
  'clarify',
  'not-covered',
  'ask',
  'finding',
  'smalltalk',
  'refuse',
  'handoff-offered',
  'handoff',
  'declined',
  'silent',
] as const satisfies readonly OutcomeKind[];

const DOCUMENTS = [
  'id-front',
  'id-back',
  'business-licence',
  'domain-certificate',
  'letter',
  'person-with-document',
  'face',
  'screenshot',
  'other',
] as const satisfies readonly OutcomePicture['document'][];

const Finding = z
  .object({
    verdict: z.string(),
    severity: z.enum(['ok', 'notice', 'problem', 'blocker']),
    evidence: z.string(),
    advice: z.string(),
    retryable: z.boolean().exactOptional(),
  })
  .readonly();

const Share = z.number().min(0).max(1);

const Mark = z
  .object({ kind: z.enum(PLACES), box: z.tuple([Share, Share, Share, Share]).readonly() })
  .readonly()
  .meta({ id: 'PictureMark', description: '图里的一处：box 是左、上、宽、高，占画面的比例' });

export const OutcomeSchema = z
  .object({
    kind: z.enum(KINDS),
    entry: z.int().nullable(),
    entries: z.array(z.int()).readonly(),
    candidates: z.array(z.int()).readonly(),
    diagnostic: z.string().nullable(),
    verdict: z.string().nullable(),
    confidence: z.number(),
    findings: z.array(Finding).readonly(),
    pictures: z
      .array(
        z
          .object({
            document: z.enum(DOCUMENTS),
            verdict: z.string(),
            findings: z.array(Finding).readonly(),
            file: z.string().exactOptional().meta({ description: '图片的编号，保存了的才有' }),
            marks: z.array(Mark).readonly().exactOptional(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: '这一轮的每张图片，按发来的顺序' }),
    handoff: z.enum(['none', 'offered', 'queued', 'agent', 'ticket']),
  })
  .readonly()
  .meta({ id: 'Outcome', description: '这一轮的结果，给程序看' });

export const ReplySchema = z.object(reply).readonly().meta({ id: 'Reply', description: '还没有进入对话的一句话' });

export const LineSchema = z
  .object({
    seq: z.int().meta({ description: '在这个对话里的序号，从 1 开始' }),
    at: z.string().meta({ description: 'ISO 8601，UTC' }),
    by: z.enum(['user', 'bot', 'agent', 'system']),
    name: z.string().exactOptional().meta({ description: '客服的称呼：客服 07' }),
    ...reply,
    outcome: OutcomeSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'Line', description: '对话里的一句话' });

export const LinesSchema = z.object({ messages: z.array(LineSchema).readonly() });

export const AnsweredSchema = z
  .object({ messages: z.array(LineSchema).readonly(), outcome: OutcomeSchema })
  .readonly()
  .meta({ id: 'Answered', description: '对一条消息的回答' });

const Scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** What a browser tells of itself: `{ os, browser, connection }`, a few short values. */
export const DeviceSchema = z.record(z.string().max(40), Scalar).refine((device) => Object.keys(device).length <= 20, {
  error: 'device 最多 20 项。',
});

export const FactsSchema = z.object({
  platform: z.enum(['android', 'ios', 'harmony']).exactOptional().meta({ description: '运行阿里云 APP 的手机' }),
  osVersion: z.string().exactOptional(),
  appVersion: z.string().exactOptional(),
  atLeastAndroid5: z.boolean().exactOptional(),
  appUpToDate: z.boolean().exactOptional(),
  province: z.string().exactOptional().meta({ description: '简称：广东、内蒙古' }),
  roles: z.array(z.string()).readonly().exactOptional(),
  inPerson: z.boolean().exactOptional(),
  faceAttempts: z.int().exactOptional().meta({ description: '说过的人脸核验失败次数' }),
  failuresAfterAdvice: z.int().exactOptional().meta({ description: '其中给出建议之后失败的次数' }),
  subject: z.enum(['unit', 'person']).exactOptional().meta({ description: '备案主体是单位还是个人' }),
  sameHead: z.boolean().exactOptional().meta({ description: '主体负责人和网站负责人是不是同一个人' }),
  uploaded: z.array(z.string()).readonly().exactOptional().meta({ description: '已经传好的证件' }),
  connection: z.enum(['wifi', 'mobile']).exactOptional().meta({ description: '用户说的手机网络' }),
  switched: z.boolean().exactOptional().meta({ description: '是否已经换过网络' }),
  idNumber: z.string().exactOptional().meta({ description: '已遮住：110105********002X' }),
  idTrace: z
    .object({
      kind: z.enum(['identity', 'credit']),
      length: z.int(),
      regionOk: z.boolean(),
      dateOk: z.boolean(),
      expected: z.string().nullable(),
      last: z.string().nullable(),
    })
    .readonly()
    .exactOptional()
    .meta({ description: '号码核对的结果，不含号码本身' }),
  consent: z.boolean().exactOptional().meta({ description: '是否同意查看和保存图片' }),
  pictures: z
    .array(
      z
        .object({
          hash: z.string(),
          fingerprint: z.string().exactOptional(),
          lines: z.array(z.string()).readonly().exactOptional(),
          document: z.enum(DOCUMENTS),
          verdict: z.string(),
          file: z.string().exactOptional(),
          area: z.number().exactOptional(),
        })
        .readonly(),
    )
    .readonly()
    .exactOptional()
    .meta({ description: '这个对话里发过的图片' }),
  steps: z
    .array(z.object({ at: z.string(), check: z.string(), verdict: z.string() }).readonly())
    .readonly()
    .exactOptional()
    .meta({ description: '做过的检查和结果' }),
  wish: z.string().exactOptional().meta({ description: '想解决的事，用户自己写的' }),
  errorText: z.string().exactOptional(),
  faulted: z.boolean().exactOptional().meta({ description: '上一条消息处理时出了故障' }),
  urgent: z.boolean().exactOptional().meta({ description: '说过不想活，客服优先接' }),
  unanswered: z.int().exactOptional().meta({ description: '接连没有找到答案的次数' }),
  entry: z.int().exactOptional(),
});

/** Facts as they are shown: with the device, which the page tells and nobody confirms. */
export const ShownFacts = FactsSchema.extend({
  device: DeviceSchema.exactOptional().meta({ description: '浏览器说的设备，不是运行 APP 的手机' }),
});

type Same<A, B> = [A, B] extends [B, A] ? true : false;
function agrees<_Check extends true>(): void {}
agrees<Same<z.output<typeof ReplySchema>, Reply>>();
agrees<Same<z.output<typeof LineSchema>, Line>>();
agrees<Same<z.output<typeof OutcomeSchema>, Outcome>>();
agrees<Same<z.output<typeof AnsweredSchema>, Answered>>();
agrees<Same<keyof z.output<typeof FactsSchema>, keyof Facts>>();
agrees<Same<Readonly<z.output<typeof FactsSchema>>, Facts>>();
