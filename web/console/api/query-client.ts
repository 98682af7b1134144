import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** Kept up to date by the events of the desk: nothing is asked again just because a window got the focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < 3 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});
