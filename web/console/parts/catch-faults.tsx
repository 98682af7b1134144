import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { t } from '../../shared/t.ts';

/** Shows that something went wrong instead of nothing at all; what was typed is kept elsewhere. */
export class CatchFaults extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override state = { isBroken: false };

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="boot-problem">
        <h1>{t('这个页面出错了')}</h1>
        <p>{t('写到一半的内容已经保留，刷新之后接着写。')}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('刷新')}
        </Button>
      </main>
    );
  }
}
