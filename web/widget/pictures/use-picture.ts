import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';

/** Pixels below what is seen within which a picture is fetched already. */
const AHEAD = '400px';

/** A picture as it was chosen on this page, or else as the service keeps it, fetched once its place comes near. */
export function usePicture(
  place: RefObject<Element | null>,
  local: Blob | undefined,
  id: string | undefined,
): Blob | undefined {
  const { talk } = useDesk();
  const [fetched, setFetched] = useState<Blob>();
  useEffect(() => {
    if (local || id === undefined || !place.current) return;
    let isCurrent = true;
    const load = (): void => {
      void talk.file(id).then((got) => got.ok && isCurrent && setFetched(got.data));
    };
    const stop = whenNear(place.current, load);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [talk, local, id, place]);
  return local ?? fetched;
}

/** (Safari before 12.1 has no observer.) */
function whenNear(node: Element, job: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    job();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      job();
    },
    { rootMargin: AHEAD },
  );
  observer.observe(node);
  return () => observer.disconnect();
}
