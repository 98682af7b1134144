import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { upload } from '../api/call.ts';
import { useToasts } from '../parts/toast.tsx';

/** A picture that is kept with the talk, and goes with the next line. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Pictures of one line, and what the server takes. */
const MOST = 4;
export const TYPES = 'image/jpeg,image/png,image/gif';

/** The pictures that go with the next line. */
export function usePictures(talk: string) {
  const toasts = useToasts();
  const [pictures, setPictures] = useState<readonly Kept[]>([]);
  const [isBusy, setBusy] = useState(false);
  return {
    pictures,
    isBusy,
    async add(files: readonly File[]): Promise<void> {
      const room = MOST - pictures.length;
      const taken = files.filter(({ type }) => TYPES.split(',').includes(type)).slice(0, room);
      if (taken.length < files.length) toasts.failed(t('一次最多 {most} 张，只能是 jpg、png 或 gif。', { most: MOST }));
      setBusy(true);
      try {
        for (const file of taken) {
          const kept = await upload<Kept>(`/talks/${encodeURIComponent(talk)}/pictures`, file);
          setPictures((all) => [...all, { ...kept, name: file.name || kept.name }]);
        }
      } catch (error) {
        toasts.failed(error);
      } finally {
        setBusy(false);
      }
    },
    remove: (id: string) => setPictures((all) => all.filter((one) => one.id !== id)),
    clear: () => setPictures([]),
  };
}
