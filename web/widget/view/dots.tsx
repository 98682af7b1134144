import { t } from '../../shared/t.ts';

/** That an answer is being made, that it takes long, or that the agent is typing. */
export function Dots({ how }: { readonly how: 'typing' | 'slow' | 'agent' | undefined }) {
  if (how === undefined) return null;
  return (
    <div class={how === 'agent' ? 'line line-typing' : 'line line-bot'}>
      <p class="bubble dots">
        <i />
        <i />
        <i />
        <span class={how === 'typing' ? 'aside' : undefined}>
          {how === 'slow' ? t('还在处理') : how === 'agent' ? t('客服正在输入') : t('正在输入')}
        </span>
      </p>
    </div>
  );
}
