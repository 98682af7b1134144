import { useEffect, useRef, useState } from 'preact/hooks';
import { LOCALES } from '../../shared/locale.ts';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { chooseLocale, locale } from '../locale.ts';
import { saveFile } from '../pictures/save-file.ts';
import { withdrawnAt } from '../talk/withdrawn-at.ts';
import { activeBeside } from './active.ts';
import { AskSheet } from './ask-sheet.tsx';
import { Icon, type IconName } from './icon.tsx';
import { lazy } from './lazy.tsx';

const PhoneSheet = lazy(async () => (await import('./phone-sheet.tsx')).PhoneSheet);

/** Milliseconds after which it is said that an archive is being made. */
const LONG = 2_000;

/** What is needed rarely. Arrows move in it, Escape leaves it. */
export function Menu() {
  const { talk, isElder } = useDesk();
  const [isOpen, open] = useState(false);
  const [asked, ask] = useState<'erase' | 'withdraw'>();
  const [isMoving, move] = useState(false);
  const since = withdrawnAt(talk.lines.value);
  const hasShown = talk.lines.value.some(({ by, files = [], seq }) => by === 'user' && files.length > 0 && seq > since);
  const other = locale.value === 'zh-CN' ? 'zh-TW' : 'zh-CN';
  const isPhone = matchMedia('(pointer: coarse)').matches;
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const root = box.current?.getRootNode() ?? document;
    const leave = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) open(false);
    };
    // (Safari before 13 has no pointer events.)
    const events = ['mousedown', 'touchstart', 'focusin'];
    for (const event of events) root.addEventListener(event, leave);
    return () => {
      for (const event of events) root.removeEventListener(event, leave);
    };
  }, [isOpen]);

  const shut = (): void => {
    open(false);
    button.current?.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const items = [...(box.current?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
    const active = activeBeside(box.current);
    const at = active ? items.indexOf(active) : -1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      items[(Math.max(at, step > 0 ? -1 : 0) + step + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      shut();
    }
  };
  const item = (icon: IconName, words: string, job: () => void, isDanger = false) => (
    <button
      type="button"
      class={isDanger ? 'danger' : ''}
      onClick={() => {
        shut();
        job();
      }}
    >
      <Icon name={icon} />
      {words}
    </button>
  );

  async function save(): Promise<void> {
    if (!talk.sessions.current) return talk.say(t('还没有对话，没有可以下载的数据。'));
    const timer = setTimeout(() => talk.say(t('正在打包您的数据，图片多时要等一会儿。')), LONG);
    const got = await talk.data();
    clearTimeout(timer);
    if (!got.ok) return talk.say(got.message ?? t('数据没有下载成功，请再试一次。'));
    saveFile(got.data, `${t('备案助手-我的数据')}-${today()}.zip`);
    talk.say(t('压缩包已交给浏览器保存，在它的“下载”里可以找到。'));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons inside.
    <div class="more" ref={box} onKeyDown={keys}>
      <button
        type="button"
        class="square"
        ref={button}
        aria-label={t('更多')}
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <div class="menu">
          {item('redo', t('重新开始'), talk.restart)}
          {!isPhone && item('phone', t('换到手机上继续'), () => move(true))}
          {item('large', isElder.value ? t('普通字号') : t('大字版'), () => {
            isElder.value = !isElder.value;
          })}
          {item('characters', LOCALES[other], () => void chooseLocale(other))}
          {item('download', t('下载我的数据'), () => void save())}
          {hasShown && item('picture', t('撤回对图片的同意'), () => ask('withdraw'))}
          {item('shield', t('隐私说明'), () => window.open(`${talk.base}privacy`, '_blank', 'noopener'))}
          {item('bin', t('删除我的数据'), () => ask('erase'), true)}
        </div>
      )}
      {isMoving && <PhoneSheet onClose={() => move(false)} />}
      {asked === 'withdraw' && (
        <AskSheet
          title={t('撤回对图片的同意？')}
          words={t('这段对话里的图片会马上删除，不能恢复。文字留着。再发图片时，会重新请您同意。')}
          no={t('先不撤回')}
          yes={t('撤回')}
          // A command of the service, in its own language.
          onYes={() => talk.send('撤回同意')}
          onClose={() => ask(undefined)}
        />
      )}
      {asked === 'erase' && (
        <AskSheet
          title={t('删除这个对话的全部数据？')}
          words={t('对话、图片、留言和记下的情况都会删除，不能恢复。删除后给您一张回执。')}
          no={t('先不删')}
          yes={t('删除')}
          onYes={() => void talk.erase()}
          onClose={() => ask(undefined)}
        />
      )}
    </div>
  );
}

/** YYYY-MM-DD, of this device. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
