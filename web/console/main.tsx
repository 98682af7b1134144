import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { startLocale } from './locale/locale.ts';
import { Looks } from './looks.tsx';
import { awaitGesture } from './notify/player.ts';
import { CatchFaults } from './parts/catch-faults.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
awaitGesture();
await startLocale();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Looks>
        <BrowserRouter basename="/console">
          <CatchFaults>
            <App />
          </CatchFaults>
        </BrowserRouter>
      </Looks>
    </QueryClientProvider>
  </StrictMode>,
);
