import { type ThemeConfig, theme } from 'antd';
import type { Scheme } from './scheme.ts';

const SHARED = {
  // Of the language of the page, from `styles/tokens.css`.
  fontFamily: 'var(--font)',
  fontSize: 14,
  borderRadius: 8,
  borderRadiusLG: 12,
  motionDurationSlow: '0.2s',
  motionDurationMid: '0.16s',
  motionDurationFast: '0.1s',
};

/** antd in the tokens of `styles/tokens.css`. White text needs a darker fill than the brand's own blue. */
export const THEMES: Readonly<Record<Scheme, ThemeConfig>> = {
  light: {
    algorithm: theme.defaultAlgorithm,
    token: {
      ...SHARED,
      colorPrimary: '#1268e0',
      colorLink: '#0e5bc7',
      colorError: '#b3322b',
      colorText: '#1f2329',
      colorTextSecondary: '#646a73',
      colorTextDescription: '#646a73',
      colorTextPlaceholder: '#6b717a',
      colorBorder: '#b9bdc4',
      colorBorderSecondary: '#dee0e3',
      colorBgLayout: '#f5f6f7',
      colorBgContainer: '#ffffff',
    },
  },
  dark: {
    algorithm: theme.darkAlgorithm,
    token: {
      ...SHARED,
      colorPrimary: '#1a6fe6',
      colorLink: '#7db3ff',
      colorText: '#ebebeb',
      colorTextSecondary: '#a6a6a6',
      colorTextDescription: '#a6a6a6',
      colorTextPlaceholder: '#9a9a9a',
      colorBorder: '#55575b',
      colorBorderSecondary: '#3a3b3d',
      colorBgLayout: '#17181a',
      colorBgContainer: '#232427',
      colorBgElevated: '#2a2b2f',
    },
    components: {
      Tabs: {
        itemSelectedColor: '#7db3ff',
        itemHoverColor: '#7db3ff',
        itemActiveColor: '#7db3ff',
        inkBarColor: '#7db3ff',
      },
    },
  },
};
