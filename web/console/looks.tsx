import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import zhTW from 'antd/locale/zh_TW';
import { Fragment, type ReactNode, useLayoutEffect } from 'react';
import type { Locale } from '../shared/locale.ts';
import { t } from '../shared/t.ts';
import { useLocale } from './locale/locale.ts';
import { useScheme } from './scheme.ts';
import { THEMES } from './theme.ts';
import { useStillness } from './use-stillness.ts';

/** Of this page alone; without it the policy blocks the styles that antd makes. */
const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
/** The words inside antd's own components. */
const WORDS: Readonly<Record<Locale, typeof zhCN>> = { 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Characters, colours and the nonce of styles, for everything inside, which is drawn anew in other characters. */
export function Looks({ children }: { readonly children: ReactNode }) {
  const scheme = useScheme();
  const locale = useLocale();
  const isStill = useStillness();
  const looks = THEMES[scheme];
  useLayoutEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again in other characters.
  useLayoutEffect(() => {
    document.title = t('客服台 · 备案助手');
  }, [locale]);
  return (
    <ConfigProvider
      locale={WORDS[locale]}
      csp={{ nonce: NONCE }}
      theme={{ ...looks, token: { ...looks.token, motion: !isStill } }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <Fragment key={locale}>{children}</Fragment>
    </ConfigProvider>
  );
}
