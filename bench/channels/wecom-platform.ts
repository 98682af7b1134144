import { scaledClock } from '../../test/sim/clock.ts';
import { ACCOUNTS } from '../../test/sim/run/accounts.ts';
import type { WecomSent } from '../../test/sim/wecom/ctl.ts';
import { wecomSim } from '../../test/sim/wecom/wecom-sim.ts';
import type { Platform } from './platform.ts';

/** 微信客服: doorbells, and a log that the service reads. */
export async function wecomPlatform(seed: number): Promise<Platform> {
  const clock = scaledClock(1);
  const { corpId, secret, token, aesKey } = ACCOUNTS.wecom;
  const sim = await wecomSim({ clock, seed, ...ACCOUNTS.wecom });
  const { ctl } = sim;
  return {
    clock,
    env: {
      WECOM_CORP_ID: corpId,
      WECOM_SECRET: secret,
      WECOM_TOKEN: token,
      WECOM_AES_KEY: aesKey,
      WECOM_API_BASE: sim.url,
    },
    async reach(origin) {
      ctl.pushTo(`${origin}/wecom`);
      const { ok } = await ctl.verifyUrl();
      if (!ok) throw new Error('服务没有通过微信客服的地址验证');
    },
    say(sayings, inAnyOrder) {
      const all = inAnyOrder ? sayings.toReversed() : sayings;
      for (const [at, { person, text, button, copies }] of all.entries()) {
        const message = { is: 'text', from: person, text, ...(button !== undefined && { menuId: button }) } as const;
        // Several messages have one doorbell between them.
        ctl.say(message, at < all.length - 1 ? 'held' : copies > 1 ? 'doubled' : 'once');
      }
      return () => void ctl.replay();
    },
    seen: (person) =>
      ctl.sent(person).map((sent) => ({ at: sent.at, text: sent.text ?? '', buttons: buttonsOf(sent) })),
    complaints: () => ctl.violations,
    late: () => 0,
    close: () => sim.close(),
  };
}

interface Menu {
  readonly list: readonly { readonly click?: { readonly id: string; readonly content: string } }[];
}

function buttonsOf({ body }: WecomSent): ReadonlyMap<string, string> {
  const { list = [] } = (body.msgmenu ?? {}) as Partial<Menu>;
  return new Map(list.flatMap(({ click }) => (click ? [[click.content, click.id] as const] : [])));
}
