import { LIMITS } from '../../domain/debate/limits.ts';

/** The fields of a request's body, JSON or form; else why not: it is neither, or larger than a message may be. */
export async function readFields(
  request: Request,
): Promise<Record<string, unknown> | 'invalid' | 'too_large'> {
  const text = await readText(request, LIMITS.messageBytes);
  if (text === null) return 'too_large';
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : 'invalid';
  } catch {
    return 'invalid';
  }
}

/** Reads no more than it may: a body's stated length is only what its sender says. */
async function readText(request: Request, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
