import { LIMITS } from '../../domain/debate/limits.ts';
import { readBytes } from './read-bytes.ts';

/** The fields of a request's body, JSON or form; else why not: it is neither, or larger than a message may be. */
export async function readFields(
  request: Request,
): Promise<Record<string, unknown> | 'invalid' | 'too_large'> {
  const bytes = await readBytes(request, LIMITS.messageBytes);
  if (bytes === null) return 'too_large';
  const text = bytes.toString('utf8');
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
