import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import type { Revealed } from '../api/types.ts';
import { Sheet } from '../parts/sheet.tsx';

interface RevealSheetProps {
  readonly talk: string;
  /** contact:L-7 or picture:abc */
  readonly item: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Shows one hidden thing once, after a reason that is recorded; closing forgets it. */
export function RevealSheet({ talk, item, title, onClose }: RevealSheetProps) {
  const [reason, setReason] = useState('');
  const [shown, show] = useState<Revealed>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      show(await call<Revealed>('POST', `/talks/${encodeURIComponent(talk)}/reveal`, { item, reason }));
      void refreshTalk(talk);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet title={title} onClose={onClose} wide={shown?.file !== undefined}>
      {shown ? (
        <>
          {shown.value !== undefined && <p className="revealed">{shown.value}</p>}
          {shown.file && <RevealedPicture file={shown.file} />}
          <p className="sheet-hint">关闭之后要再看，需要再写一次原因。</p>
          <Button block onClick={onClose}>
            关闭
          </Button>
        </>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <label htmlFor="reason">为什么要看</label>
          <input
            id="reason"
            className="area"
            data-first
            value={reason}
            maxLength={200}
            autoComplete="off"
            placeholder="例如：回电话告知结果"
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="sheet-hint">谁在什么时候、为什么看，会被记录。</p>
          <p className="gate-problem" role="alert">
            {problem}
          </p>
          <Button type="primary" htmlType="submit" block loading={isBusy}>
            查看
          </Button>
        </form>
      )}
    </Sheet>
  );
}

/** From a blob: the policy lets no picture in by `data:`. */
function RevealedPicture({ file }: { readonly file: NonNullable<Revealed['file']> }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: file.type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address === undefined ? null : <img className="revealed-picture" src={address} alt={file.name} />;
}
