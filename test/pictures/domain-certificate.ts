import { company } from './fictional.ts';
import { render, text } from './render.ts';

/** What stands on a certificate; what is left out is a fictional company's. */
export interface DomainCertificate {
  readonly seed?: number;
  readonly domain?: string;
  readonly holder?: string;
  readonly width?: number;
}

/** A drawn 域名证书, portrait, filling its picture. */
export async function domainCertificate(options: DomainCertificate = {}): Promise<Buffer> {
  const { seed = 1, width = 1000 } = options;
  const someone = company(seed);
  const { domain = someone.domain, holder = someone.name } = options;
  const rows: readonly (readonly [string, string])[] = [
    ['域名', domain],
    ['域名持有者', holder],
    ['域名所有者（英文）', 'Example Holder'],
    ['注册时间', '2019-06-18'],
    ['到期时间', '2029-06-18'],
    ['域名注册商', '某某域名注册服务有限公司'],
  ];
  return await render(
    [
      '<rect width="1000" height="1300" fill="#f8fbff"/>',
      '<rect x="40" y="40" width="920" height="1220" fill="none" stroke="#3672b9" stroke-width="10"/>',
      text(500, 210, '顶级国际域名证书', { size: 66, weight: 700, anchor: 'middle', spacing: 6 }),
      text(500, 270, 'Certificate of Domain Name Registration', { size: 28, anchor: 'middle' }),
      ...rows.flatMap(([label, value], row) => [
        text(120, 420 + row * 92, label, { size: 30, fill: '#555' }),
        text(440, 420 + row * 92, value, { size: 30 }),
      ]),
      text(120, 1060, '兹证明以上域名已由上述持有者注册，', { size: 28 }),
      text(120, 1110, '并已在国际顶级域名数据库中记录。', { size: 28 }),
    ].join(''),
    1000,
    1300,
    width / 1000,
  );
}
