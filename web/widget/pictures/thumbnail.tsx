import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../view/icon.tsx';

/** A small picture of what was chosen or came. One that this browser cannot show (HEIC, PDF) becomes a sign for it. */
export function Thumbnail({ blob, alt }: { readonly blob: Blob; readonly alt: string }) {
  const [address, setAddress] = useState<string>();
  const [isOdd, setOdd] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    setOdd(false);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <span class="thumb">
      {isOdd || address === undefined ? (
        <>
          <Icon name="picture" />
          <span class="aside">{alt}</span>
        </>
      ) : (
        <img src={address} alt={alt} decoding="async" draggable={false} onError={() => setOdd(true)} />
      )}
    </span>
  );
}
