/** An answer of the platform with its JSON read. */
export interface ApiAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly json: any;
}

/** Calls an address with a JSON body, and a token if there is one. */
export async function callApi(
  address: string,
  body: object,
  { token, method = 'POST' }: { readonly token?: string; readonly method?: 'POST' | 'PUT' } = {},
): Promise<ApiAnswer> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { 'x-acs-dingtalk-access-token': token }),
  };
  const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, json: await response.json() };
}

/** A token of the new API. */
export async function fetchToken(
  url: string,
  { appKey, appSecret }: { readonly appKey: string; readonly appSecret: string },
): Promise<string> {
  const { json } = await callApi(`${url}/v1.0/oauth2/accessToken`, { appKey, appSecret });
  return json.accessToken;
}
