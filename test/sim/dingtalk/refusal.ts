import type { SimAnswer, SimRequest } from '../request.ts';

/** An error of the new API (api.dingtalk.com). */
export const refusal = (code: string, message: string, status = 400): SimAnswer => ({
  status,
  body: { code, message, requestid: '5F3B7A1C-SIM' },
});

/** An error of the old API (oapi.dingtalk.com): HTTP 200 and an errcode. */
export const errcode = (code: number, errmsg: string): SimAnswer => ({
  body: { errcode: code, errmsg, request_id: 'sim' },
});

const isOld = (path: string): boolean => !path.startsWith('/v1.0/');

/** How DingTalk words a refused token and a rate limit, by address. */
export const wording =
  (tokenStatus: () => 400 | 401) =>
  (kind: 'tokenInvalid' | 'rateLimited', { path }: SimRequest): SimAnswer => {
    if (kind === 'tokenInvalid') {
      return isOld(path)
        ? errcode(40014, '不合法的access_token')
        : refusal('InvalidAuthentication', '不合法的access_token', tokenStatus());
    }
    if (path === '/robot/sendBySession') return errcode(410100, '发送速度太快而限流');
    if (isOld(path)) return errcode(90002, '您的服务器调用钉钉开放平台所有接口的请求都被暂时禁用了');
    if (path.startsWith('/v1.0/robot/')) return refusal('send.too.fast', '发送过快');
    return refusal('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', '应用调用该接口的QPS超过限制', 403);
  };
