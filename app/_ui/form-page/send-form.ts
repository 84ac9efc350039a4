import type { Refusal } from '#domain/debate/engine/refusal.ts';
import { REJECTION_CODES } from '#domain/debate/engine/rejections.ts';

/** The answer to a form: the page it leads to, or why it was refused. */
export type FormAnswer = { readonly ok: true; readonly to: string } | Refusal;

/**
 * Sends a form to its route. The answer is read here and not by the schemas of other routes, which are fetched: after an update of the
 * server they may be missing, and the form would seem to have failed.
 */
export async function sendForm(path: string, fields: FormData): Promise<FormAnswer | 'unreachable'> {
  const texts = [...fields].map(([name, value]) => [name, String(value)]);
  const request = { method: 'POST', body: new URLSearchParams(texts) };
  try {
    const response = await fetch(path, { ...request, headers: { accept: 'application/json' } });
    return readAnswer(await response.json());
  } catch {
    return 'unreachable';
  }
}

function readAnswer({ to, rejection }: { to?: unknown; rejection?: { code?: unknown; limit?: unknown } }) {
  if (rejection) {
    // A server newer than the page may have reasons that it doesn't know.
    const code = REJECTION_CODES.find((one) => one === rejection.code) ?? 'protocol_mismatch';
    const { limit } = rejection;
    return { ok: false as const, rejection: { code, ...(typeof limit === 'number' && { limit }) } };
  }
  return typeof to === 'string' ? { ok: true as const, to } : 'unreachable';
}
