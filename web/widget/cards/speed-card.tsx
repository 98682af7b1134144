import { useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { request } from '../api/request.ts';
import { useDesk } from '../desk.ts';
import { Icon } from '../view/icon.tsx';

/** Bytes of the largest picture that the filing system takes, and of the probe that the service takes. */
const PICTURE = 4 * 1024 * 1024;
const PROBE = 256 * 1024;
/** Seconds for one picture from which on we call a network slow, and milliseconds after which a probe is given up. Advice of our own. */
const SLOW = 30;
const PATIENCE = 30_000;

type Result = { readonly is: 'measured'; readonly down: number; readonly up: number } | { readonly is: 'failed' };

/** Measures whether the network between this device and our service carries a picture. */
export function SpeedCard() {
  const { talk } = useDesk();
  const [isRunning, run] = useState(false);
  const [result, setResult] = useState<Result>();

  async function measure(): Promise<void> {
    run(true);
    setResult(await probe(talk.base));
    run(false);
  }
  return (
    <section class="card speed" aria-label={t('测网速')}>
      <div aria-live="polite">{result && <Told result={result} />}</div>
      <button type="button" class="button button-soft" disabled={isRunning} onClick={() => void measure()}>
        {isRunning ? t('正在测，几秒钟') : result ? t('再测一次') : t('测一下这台设备的网速')}
      </button>
    </section>
  );
}

function Told({ result }: { readonly result: Result }) {
  const told = t('测的是这台设备到我们服务器的网络。在手机上传的，请用那部手机打开这一页再测。');
  if (result.is === 'failed') {
    return (
      <>
        <p class="speed-head speed-bad">
          <Icon name="alert" />
          {t('没有测完，网络可能断断续续。建议换一个网络再传。')}
        </p>
        <p class="quiet">{told}</p>
      </>
    );
  }
  const seconds = Math.max(1, Math.round(PICTURE / result.up));
  const isSlow = seconds > SLOW;
  return (
    <>
      <p class={isSlow ? 'speed-head speed-bad' : 'speed-head'}>
        <Icon name={isSlow ? 'warn' : 'check'} />
        {isSlow
          ? t('上传偏慢：传一张 4 MB 的图大约要 {seconds} 秒，可能就是原因。建议换一个网络再传。', { seconds })
          : t('网速够用：传一张 4 MB 的图大约要 {seconds} 秒。还是一直上传中，多半不是网速的原因。', { seconds })}
      </p>
      <p class="quiet">
        {t('下载 {down}，上传 {up}。', { down: speedOf(result.down), up: speedOf(result.up) })}
        {told}
      </p>
    </>
  );
}

/** Bytes a second, down and up. */
async function probe(base: string): Promise<Result> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const down = await timed(async () => {
      const response = await request(base, 'speed', { signal: patience.signal });
      if (!response.ok) throw new Error(`The speed check answered ${response.status}`);
      await response.arrayBuffer();
    });
    const noise = crypto.getRandomValues(new Uint8Array(65_536));
    const body = new Blob([noise, noise, noise, noise], { type: 'application/octet-stream' });
    const up = await timed(async () => {
      const response = await fetch(`${base}api/speed`, {
        method: 'POST',
        body,
        signal: patience.signal,
        credentials: 'omit',
        headers: { 'content-type': 'application/octet-stream' },
      });
      if (!response.ok) throw new Error(`The speed check answered ${response.status}`);
    });
    return { is: 'measured', down: PROBE / down, up: PROBE / up };
  } catch {
    return { is: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds. */
async function timed(job: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await job();
  return Math.max(0.001, (performance.now() - begun) / 1_000);
}

function speedOf(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB/s` : `${(bytes / 1024 ** 2).toFixed(1)} MB/s`;
}
