import '../styles/desk.css';
import { useEffect } from 'react';
import { Route, Routes } from 'react-router';
import { followDesk } from '../api/follow-desk.ts';
import { ToastRoom } from '../parts/toast.tsx';
import { Panes } from './panes.tsx';

/** The desk, kept up to date for as long as it is shown. */
export function Desk() {
  useEffect(() => {
    const gone = new AbortController();
    void followDesk(gone.signal);
    return () => gone.abort();
  }, []);
  return (
    <ToastRoom>
      <Routes>
        <Route path="/:list?/:talk?/:view?" element={<Panes />} />
      </Routes>
    </ToastRoom>
  );
}
