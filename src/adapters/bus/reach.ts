/** The other instances do not hear of what happens here, nor we of them. Nothing is lost but time. */
class NewsError extends Error {
  readonly code = 'news';

  constructor(options?: ErrorOptions) {
    super(
      'DATABASE_URL 的数据库传不了通知：别的实例上的变化最多晚 20 秒才看到，对话照常回答。请看它是否在运行；恢复以后会自己接着用。',
      options,
    );
    this.name = 'NewsError';
  }
}

export interface ReachOptions {
  readonly onFault: (error: unknown) => void;
  /** News flows again. */
  readonly onBack?: (() => void) | undefined;
}

interface Reach {
  readonly isLost: boolean;
  lost(cause?: unknown): void;
  /** Whether it was lost before. */
  back(): boolean;
}

/** Tells once that the others cannot be reached, however often that is tried, and once that they can again. */
export function reach({ onFault, onBack }: ReachOptions): Reach {
  let isLost = false;
  return {
    get isLost() {
      return isLost;
    },
    lost(cause) {
      if (isLost) return;
      isLost = true;
      onFault(new NewsError({ cause }));
    },
    back() {
      const was = isLost;
      isLost = false;
      if (was) onBack?.();
      return was;
    },
  };
}
