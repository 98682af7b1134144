import { useEffect, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Sheet } from './sheet.tsx';

interface Code {
  readonly code: string;
  readonly until: string;
}

/** Milliseconds after which a new code comes, whatever the clock of this device says: the old one lasts 3 minutes. */
const RENEWED = 170_000;

/** A QR code that opens this conversation on the phone, where the camera is. A new one comes before the old is over. */
export function PhoneSheet({ onClose }: { readonly onClose: () => void }) {
  const { talk } = useDesk();
  const [code, setCode] = useState<Code>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const renew = async (): Promise<void> => {
      const opened = await talk.sessions.ensure();
      const got = opened.ok ? await talk.post<Code>('phone', {}) : opened;
      if (isOver) return;
      if (!got.ok) return setProblem(got.message ?? t('二维码没有取到，请关掉再打开一次。'));
      setProblem('');
      setCode(got.data);
      timer = setTimeout(renew, RENEWED);
    };
    void renew();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [talk]);
  return (
    <Sheet title={t('换到手机上继续')} onClose={onClose}>
      <p>{t('用手机扫一扫，同一段对话会在手机上打开，可以直接拍照发图。')}</p>
      {code && <Picture address={`${talk.base}#phone=${code.code}`} />}
      {!code && problem === '' && <div class="qr qr-empty" aria-hidden="true" />}
      {problem !== '' && (
        <p class="trouble" role="alert">
          {problem}
        </p>
      )}
      <p class="quiet">{t('二维码 3 分钟内有效，只能用一次。请不要发给别人：谁扫到谁就能看到这段对话。')}</p>
    </Sheet>
  );
}

/** Black on white in either scheme: cameras do not read it the other way round. Drawn here: no policy has to allow it. */
function Picture({ address }: { readonly address: string }) {
  const { data, size } = encode(address, { border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label={t('二维码')} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <path d={dots.join('')} />
    </svg>
  );
}
