import { ApiError } from '../api/api-error.ts';

interface Said {
  readonly offline: string;
  readonly failed: string;
}

/** Saves what the desk's API gives as a file; throws an `ApiError` with what to say. */
export async function saveFile(path: string, name: string, { offline, failed }: Said): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/console${path}`, { cache: 'no-store' });
  } catch {
    throw new ApiError(0, 'network', offline);
  }
  if (!response.ok) throw await refusal(response, failed);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function refusal(response: Response, failed: string): Promise<ApiError> {
  const body = (await response.json().catch(() => undefined)) as
    | { readonly error?: { readonly code: string; readonly message: string } }
    | undefined;
  const { code = 'unknown', message = failed } = body?.error ?? {};
  return new ApiError(response.status, code, message);
}
