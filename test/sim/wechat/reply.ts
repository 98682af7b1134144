import { type Read, type ReadFields, readXml } from '../crypto/read-xml.ts';
import { open } from '../crypto/sealed.ts';
import { signatureOf } from '../crypto/signature.ts';
import type { CallbackSecrets } from '../tencent/callback.ts';
import type { PushOptions } from './ctl.ts';

/** A passive reply as the platform reads it. */
export interface PassiveReply {
  readonly type: string;
  readonly fields: ReadFields;
  /** What the platform forgives, but its documentation does not. */
  readonly forgiven: readonly string[];
}

export interface ReplyTo {
  readonly openid: string;
  readonly ghId: string;
  readonly nonce: string;
  readonly options: PushOptions;
  readonly secrets: CallbackSecrets;
}

/** Numbers of a JSON reply read as text, so that both formats are one. */
const asText = (value: unknown): Read => {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]));
  }
  return String(value);
};

const readerOf =
  (format: PushOptions['format']) =>
  (text: string): ReadFields => {
    if (format !== 'json') return readXml(text);
    const read = asText(JSON.parse(text));
    if (typeof read === 'string' || Array.isArray(read)) throw new Error('a JSON object wanted');
    return read as ReadFields;
  };

const text = (read: Read | undefined): string => (typeof read === 'string' ? read : '');
const seconds = (stamp: string): boolean => /^\d{10}$/.test(stamp);

/** The fields below Encrypt, verified and opened. */
function unsealed(envelope: ReadFields, { nonce, options, secrets }: ReplyTo) {
  const [sealed, stamp, own] = [text(envelope.Encrypt), text(envelope.TimeStamp), text(envelope.Nonce)];
  if (text(envelope.MsgSignature) !== signatureOf(secrets.token, stamp, own, sealed))
    throw new Error('MsgSignature differs');
  const opened = open(options.aesKey ?? secrets.aesKey, sealed);
  if (opened.receiver !== secrets.receiver) throw new Error(`reply sealed for ${opened.receiver || 'nobody'}`);
  const forgiven = [
    ...(seconds(stamp) ? [] : [`reply: TimeStamp ${stamp} is not in seconds`]),
    ...(own === nonce ? [] : ['reply: Nonce is not that of the request']),
  ];
  return { inner: opened.text, forgiven };
}

/** What each kind must hold. */
const NEEDS: Readonly<Record<string, (fields: ReadFields) => boolean>> = {
  text: ({ Content }) => text(Content) !== '' && Buffer.byteLength(text(Content)) <= 2048,
  image: ({ Image }) => text((Image as ReadFields | undefined)?.MediaId) !== '',
  voice: ({ Voice }) => text((Voice as ReadFields | undefined)?.MediaId) !== '',
  video: ({ Video }) => text((Video as ReadFields | undefined)?.MediaId) !== '',
  music: ({ Music }) => typeof Music === 'object',
  news: ({ ArticleCount, Articles }) => text(ArticleCount) === '1' && typeof Articles === 'object',
  transfer_customer_service: () => true,
};

/** Reads the body of an answer that is not empty. An `Error` is what the platform stumbles over: the user sees one. */
export function passiveReply(body: string, to: ReplyTo): PassiveReply {
  const { mode = 'safe', format } = to.options;
  const read = readerOf(format);
  const outer = read(body);
  const isSealed = outer.Encrypt !== undefined;
  if (mode === 'safe' && !isSealed) throw new Error('reply is not encrypted');
  if (mode === 'plain' && isSealed) throw new Error('reply is encrypted');
  const { inner, forgiven } = isSealed ? unsealed(outer, to) : { inner: body, forgiven: [] };
  const fields = isSealed ? read(inner) : outer;
  if (text(fields.ToUserName) !== to.openid) throw new Error(`reply to ${text(fields.ToUserName) || 'nobody'}`);
  if (text(fields.FromUserName) !== to.ghId) throw new Error(`reply from ${text(fields.FromUserName) || 'nobody'}`);
  const created = text(fields.CreateTime);
  if (!/^\d+$/.test(created)) throw new Error('reply without CreateTime');
  const type = text(fields.MsgType);
  const fits = Object.hasOwn(NEEDS, type) && NEEDS[type]?.(fields);
  if (!fits) throw new Error(`reply of type ${type || 'none'} is not complete or too long`);
  return {
    type,
    fields,
    forgiven: [...forgiven, ...(seconds(created) ? [] : [`reply: CreateTime ${created} is not in seconds`])],
  };
}
