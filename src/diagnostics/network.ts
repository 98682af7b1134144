import { z } from 'zod';
import { only } from './answers/only.ts';
import { asks, type Diagnostic, type Finding } from './diagnostic.ts';
import { ownAdvice } from './own-advice.ts';

const ENTRY = 5;

const WIFI = '(?:wi-? ?fi|waifai|wlan|无线(?:网络?)?|热点|路由器?|宽带)';
const PLACE = '(?:(?:家|公司|单位|店|办公室|学校|宿舍|酒店|宾馆|别人|自己)(?:里面?|里头|家)?的?)?';
const MOBILE =
  '(?:开着?的?)?(?:(?:手机|数据|移动|联通|电信|自己)?的?(?:流量|蜂窝(?:数据|网络)?)|(?:移动|手机)?数据(?:网络?)?|(?:移动|手机)网络?|(?:手机)?[2-5]g(?:网络?|信号|流量)?|(?:手机|sim) ?卡|mobile data|cellular)';

const input = z.object({
  /** How the phone is connected while the certificate is being uploaded; absent where nobody said. */
  connection: z
    .enum(['wifi', 'mobile'])
    .optional()
    .register(asks, {
      question: '手机现在连的是 WIFI 还是流量？',
      choices: [
        {
          label: '连的是 WIFI',
          means: { connection: 'wifi' },
          says: only(
            `${PLACE}${WIFI}(?:网络?)?`,
            `(?:2\\.4|5)g(?:频段)?的?${WIFI}`,
            '(?:没有?|没开|不是|关(?:掉|闭)?了?)(?:手机|移动)?(?:流量|数据)',
          ),
        },
        {
          label: '用的是流量（4G/5G）',
          means: { connection: 'mobile' },
          says: only(MOBILE, `(?:没有?|没连|没开|不是|关(?:掉|闭)?了?)${WIFI}(?:,?(?:只有|是|用的?是?)${MOBILE})?`),
        },
        {
          label: '两种都试过了',
          means: { switched: true },
          says: only(
            `(?:${WIFI}[和跟与、,]?${MOBILE}|${MOBILE}[和跟与、,]?${WIFI}|两(?:种|个|边)(?:网络?)?|来回)?(?:已经)?(?:都|全都?)?(?:试|换|切换|切|用)(?:过|了|遍)+(?:,?(?:还是|也|都|没用|不行|没有用)+)?`,
            '(?:哪个|两(?:种|个|边)|换了)(?:网络?)?[都也](?:不行|没用|一样|传不上去?)',
          ),
        },
      ],
      help: '看手机屏幕最上面：有扇形的 WIFI 图标，连的就是 WIFI；没有它，写着 4G 或 5G 的，就是流量。',
    }),
  /** Whether the other one was tried already. */
  switched: z.boolean().optional(),
});

/** Another network for a certificate that stays 上传中 (entry 5). `advice` is our own, from data/rules. */
export function network(advice: readonly string[]): Diagnostic<typeof input> {
  return {
    id: 'network',
    title: '换个网络再传',
    starts: 'with-answer',
    input,
    next: ({ connection, switched }) => (connection === undefined && switched !== true ? 'connection' : undefined),
    run({ connection, switched }) {
      if (switched) return { verdict: null, findings: [exhausted(advice)] };
      return { verdict: null, findings: [], cards: [steps(connection), ownAdvice(advice)] };
    },
  };
}

const SOURCE = '官方说明的原话：“建议您切换网络环境后再上传，可以将WIFI切换成4G或者4G切换成WIFI。”';
const TO_MOBILE = '在手机“设置”里关掉 WIFI，打开移动数据（4G/5G；苹果手机叫“蜂窝数据”）。';
const TO_WIFI = '在手机“设置”里打开 WIFI，连上一个能用的网络。';
const THEN = '网络换好以后，在阿里云APP里重新上传域名证书。';

/** What to do first, by how the phone is connected. */
function steps(connection: 'wifi' | 'mobile' | undefined): string {
  switch (connection) {
    case 'wifi':
      return `请从 WIFI 换成移动数据再传：\n\n1. ${TO_MOBILE}\n2. ${THEN}\n\n${SOURCE}`;
    case 'mobile':
      return `请从流量换成 WIFI 再传：\n\n1. ${TO_WIFI}\n2. ${THEN}\n\n${SOURCE}`;
    case undefined:
      return `请换个网络再传：\n\n- 现在连着 WIFI 的：${TO_MOBILE}\n- 现在用流量的：${TO_WIFI}\n\n${THEN}\n\n${SOURCE}`;
  }
}

/** Not of the closed list of verdicts, which has none for the network: the check itself has no verdict. */
function exhausted(advice: readonly string[]): Finding {
  return {
    verdict: 'network-tried',
    severity: 'problem',
    evidence: 'WIFI 和流量都换过了，域名证书还是一直“上传中”。',
    advice: `官方说明在这一条里只写了切换网络环境后再上传，没有写别的办法。\n\n建议（本助手的经验，不是官方要求），还没试过的可以试试：${advice.join('；')}。`,
    entry: ENTRY,
    handoff: 'diagnostic_exhausted',
  };
}
