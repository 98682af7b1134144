type Json = Readonly<Record<string, unknown>>;

const LIMIT_BYTES = 15_000;

/** Fields each msgKey needs, and which of them a person sees first. */
const TEMPLATES: Readonly<Record<string, { readonly needs: readonly string[]; readonly shows: string }>> = {
  sampleText: { needs: ['content'], shows: 'content' },
  sampleMarkdown: { needs: ['title', 'text'], shows: 'text' },
  sampleImageMsg: { needs: ['photoURL'], shows: 'photoURL' },
  sampleLink: { needs: ['text', 'title', 'picUrl', 'messageUrl'], shows: 'text' },
  sampleAudio: { needs: ['mediaId', 'duration'], shows: 'mediaId' },
  sampleFile: { needs: ['mediaId', 'fileName', 'fileType'], shows: 'fileName' },
  sampleVideo: { needs: ['duration', 'videoMediaId', 'videoType', 'picMediaId'], shows: 'videoMediaId' },
  sampleActionCard: { needs: ['title', 'text', 'singleTitle', 'singleURL'], shows: 'text' },
  ...Object.fromEntries(
    [2, 3, 4, 5].map((count) => [
      `sampleActionCard${count}`,
      {
        needs: [
          'title',
          'text',
          ...Array.from({ length: count }, (_, at) => [`actionTitle${at + 1}`, `actionURL${at + 1}`]).flat(),
        ],
        shows: 'text',
      },
    ]),
  ),
  sampleActionCard6: {
    needs: ['title', 'text', 'buttonTitle1', 'buttonUrl1', 'buttonTitle2', 'buttonUrl2'],
    shows: 'text',
  },
};

export type TemplateRead =
  | { readonly text: string; readonly params: Json }
  | { readonly code: string; readonly message: string };

const parsed = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads msgKey and msgParam (JSON as text, at most 15 000 bytes). `isMedia` tells uploaded media ids.
 * Error codes as the vendor lists them for robot messages.
 */
export function readTemplate(msgKey: unknown, msgParam: unknown, isMedia: (id: string) => boolean): TemplateRead {
  if (typeof msgKey !== 'string' || msgKey === '') {
    return { code: 'invalidParameter.msgKey.empty', message: 'msgKey 不能为空' };
  }
  const template = TEMPLATES[msgKey];
  if (!template) return { code: 'invalidParameter.msgKey.invalid', message: `msgKey 不合法：${msgKey}` };
  if (typeof msgParam !== 'string') {
    return { code: 'invalidParameter.msgParam.invalid', message: 'msgParam 应为 JSON 字符串' };
  }
  if (Buffer.byteLength(msgParam) > LIMIT_BYTES) {
    return { code: 'invalidParameter.msgParam.tooLong', message: 'msgParam 过长' };
  }
  const params = parsed(msgParam);
  const missing = template.needs.find((name) => typeof params?.[name] !== 'string' || params[name] === '');
  if (!params || missing) {
    return {
      code: 'invalidParameter.msgParam.invalid',
      message: `msgParam 不合法${missing ? `：缺少 ${missing}` : ''}`,
    };
  }
  const unknown = ['mediaId', 'videoMediaId', 'picMediaId', 'photoURL'].find((name) => {
    const value = params[name];
    if (!template.needs.includes(name) || typeof value !== 'string') return false;
    return !(name === 'photoURL' && /^https?:\/\//.test(value)) && !isMedia(value);
  });
  if (unknown) return { code: 'invalidParameter.msgParam.invalid', message: `${unknown} 不存在` };
  return { text: String(params[template.shows]), params };
}
