import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect } from 'react';
import { useScheme } from './scheme.ts';
import { THEMES } from './theme.ts';
import { useStillness } from './use-stillness.ts';

/** Of this page alone; without it the policy blocks the styles that antd makes. */
const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** Language, colours and the nonce of styles, for everything inside. */
export function Looks({ children }: { readonly children: ReactNode }) {
  const scheme = useScheme();
  const isStill = useStillness();
  const looks = THEMES[scheme];
  useLayoutEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce: NONCE }}
      theme={{ ...looks, token: { ...looks.token, motion: !isStill } }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
