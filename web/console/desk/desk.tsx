import '../styles/desk.css';
import { useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { followDesk } from '../api/follow-desk.ts';
import { useMe } from '../me.ts';
import { Attention } from '../notify/attention.tsx';
import { ToastRoom } from '../parts/toast.tsx';
import { PageFrame } from './page-frame.tsx';
import { ACCOUNT, pagesFor } from './pages.ts';
import { Panes } from './panes.tsx';
import { LISTS } from './place.ts';

/** The desk, kept up to date for as long as it is shown. */
export function Desk() {
  const { role } = useMe();
  const hasTalks = role !== 'editor';
  useEffect(() => {
    if (!hasTalks) return;
    const gone = new AbortController();
    void followDesk(gone.signal);
    return () => gone.abort();
  }, [hasTalks]);
  const pages = pagesFor(role);
  const [first] = pages;
  return (
    <ToastRoom>
      {hasTalks && <Attention />}
      <Routes>
        {pages.map(({ path, View }) => (
          <Route key={path} path={`/${path}/*`} element={<PageFrame View={View} />} />
        ))}
        <Route path="/account" element={<PageFrame View={ACCOUNT} />} />
        {/* Named one by one: a pattern of three parts would go before what lies deep in a page. */}
        {hasTalks && LISTS.map((list) => <Route key={list} path={`/${list}/:talk?/:view?`} element={<Panes />} />)}
        <Route path="*" element={hasTalks ? <Panes /> : first && <Navigate to={`/${first.path}`} replace />} />
      </Routes>
    </ToastRoom>
  );
}
