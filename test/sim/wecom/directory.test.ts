import { describe, expect, it } from 'vitest';
import { settle } from '../clock.ts';
import { CORP, corp } from './corp.ts';

describe('the API of WeCom', () => {
  it('repeats a token until its end', async () => {
    const { ctl, get, token, post, clock } = await corp();
    const first = await token();
    expect(await token()).toBe(first);
    expect(await get('kf/servicer/list', { access_token: first, open_kfid: CORP.openKfId })).toMatchObject({
      servicer_list: [
        { userid: 'zhang', status: 0 },
        { userid: 'li', status: 0 },
      ],
    });
    await clock.advance(7_200_000);
    expect(await get('kf/servicer/list', { access_token: first })).toMatchObject({ errcode: 42001 });
    expect(await token()).not.toBe(first);
    ctl.expireTokens();
    expect(await get('kf/servicer/list', { access_token: first })).toMatchObject({ errcode: 40014 });
    expect(await get('kf/servicer/list')).toMatchObject({ errcode: 41001 });
    expect(await get('gettoken', { corpid: CORP.corpId, corpsecret: 'wrong' })).toMatchObject({ errcode: 40001 });
    expect(await get('gettoken', { corpid: 'ww', corpsecret: CORP.secret })).toMatchObject({ errcode: 40013 });
    ctl.refuse('customer/batchget', 60020);
    expect(await post('kf/customer/batchget', { external_userid_list: ['wmUser'] })).toMatchObject({ errcode: 60020 });
  });

  it('tells the unionid of a customer', async () => {
    const { ctl, post } = await corp();
    ctl.customer('wmUser', { unionid: 'union-1', nickname: '陈女士' });
    await ctl.enter('wmUser', { scene: 'qr', param: 'from-site' }).rings;
    const body = { external_userid_list: ['wmUser', 'wmNobody'], need_enter_session_context: 1 };
    expect(await post('kf/customer/batchget', body)).toMatchObject({
      customer_list: [
        { unionid: 'union-1', nickname: '陈女士', enter_session_context: { scene: 'qr', scene_param: 'from-site' } },
      ],
      invalid_external_userid: ['wmNobody'],
    });
  });

  it('keeps media three days', async () => {
    const { ctl, url, token, sync, clock } = await corp();
    await ctl.say({ is: 'file', from: 'wmUser', bytes: Buffer.from('%PDF'), name: '核验单.pdf' }).rings;
    const [item] = (await sync()).msg_list;
    const { media_id: id = '' } = (item?.file ?? {}) as { media_id?: string };
    const fetched = async (media: string) =>
      fetch(`${url}/cgi-bin/media/get?access_token=${await token()}&media_id=${media}`);
    const file = await fetched(id);
    expect(await file.text()).toBe('%PDF');
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('核验单.pdf');
    const form = new FormData();
    form.set('media', new Blob([Buffer.from('89504e47', 'hex')]), 'a.png');
    const upload = await fetch(`${url}/cgi-bin/media/upload?access_token=${await token()}&type=image`, {
      method: 'POST',
      body: form,
    });
    const uploaded = (await upload.json()) as { media_id: string };
    expect(ctl.media(uploaded.media_id)?.toString('hex')).toBe('89504e47');
    await clock.advance(72 * 3_600_000);
    expect(await (await fetched(id)).json()).toMatchObject({ errcode: 40007 });
  });

  it('limits calls of one kind to a rate, and blocks for a minute', async () => {
    const { ctl, get, token, clock } = await corp({ rules: { callsPerMinute: 3 } });
    const access_token = await token();
    const list = async () => (await get('kf/servicer/list', { access_token, open_kfid: CORP.openKfId })).errcode;
    expect([await list(), await list(), await list(), await list()]).toEqual([0, 0, 0, 45009]);
    await clock.advance(59_999);
    expect(await list()).toBe(45009);
    await clock.advance(1);
    expect(await list()).toBe(0);
    ctl.fault({ match: 'servicer/list', kind: 'http500' });
    await expect(list()).rejects.toThrow();
    await settle(1);
    expect(ctl.log.at(-1)).toMatchObject({ status: 500, fault: 'http500' });
  });
});
