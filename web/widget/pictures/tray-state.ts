import { type ReadonlySignal, signal } from '@preact/signals';
import { t } from '../../shared/t.ts';

const MOST = 4;
/** Bytes of one picture that the service takes. */
const LARGEST = 20 * 1024 * 1024;
/** What systems without a type for them give these names. */
const NAMES = /\.(heic|heif|jpe?g|png|gif|webp|bmp|pdf)$/i;

/** The pictures chosen for the next message; kept while the panel is closed. */
export interface TrayState {
  readonly files: ReadonlySignal<readonly File[]>;
  /** Why the last ones were not taken or not sent; empty where they were. */
  readonly problem: ReadonlySignal<string>;
  add(files: readonly File[]): void;
  remove(file: File): void;
  replace(file: File, by: File): void;
  /** All of them, which are no longer in the tray then. */
  take(): readonly File[];
  /** Says something of the pictures, until others are chosen. */
  tell(why: string): void;
}

export function createTray(): TrayState {
  const files = signal<readonly File[]>([]);
  const problem = signal('');
  const set = (next: readonly File[], why = ''): void => {
    files.value = next;
    problem.value = why;
  };
  return {
    files,
    problem,
    add(added) {
      const next = [...files.value];
      let why = '';
      for (const file of added) {
        const wrong = unfit(file, next.length);
        if (wrong === undefined) next.push(file);
        else why = why || wrong;
      }
      set(next, why);
    },
    remove: (file) => set(files.value.filter((one) => one !== file)),
    replace: (file, by) => set(files.value.map((one) => (one === file ? by : one))),
    take() {
      const taken = files.value;
      set([]);
      return taken;
    },
    tell: (why) => set(files.value, why),
  };
}

function unfit({ name, type, size }: File, there: number): string | undefined {
  if (!/^(image\/|application\/pdf$)/.test(type) && !NAMES.test(name))
    return t('{name} 不是图片，没有加上。', { name });
  if (size > LARGEST) return t('{name} 超过 20 MB，没有加上。请裁剪一下，或者重新拍一张。', { name });
  if (there >= MOST) return t('一次最多发 {most} 张图片，多出来的没有加上。', { most: MOST });
  return undefined;
}
