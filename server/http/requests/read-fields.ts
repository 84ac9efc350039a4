import { LIMITS } from '#domain/debate/engine/limits.ts';
import { readBytes } from './read-bytes.ts';
import { hasSoundTexts } from './sound-texts.ts';

/**
 * The fields of a request's body, JSON or form; otherwise the reason: it is neither, it is larger than a message may be, or a text in it
 * (or the name of a field) contains what no database stores. All routes read fields here.
 */
export async function readFields(
  request: Request,
): Promise<Record<string, unknown> | 'invalid' | 'too_large' | 'text_malformed'> {
  const bytes = await readBytes(request, LIMITS.messageBytes);
  if (bytes === null) return 'too_large';
  const text = bytes.toString('utf8');
  const type = request.headers.get('content-type') ?? '';
  const fields = type.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(text))
    : readObject(text);
  if (fields === null) return 'invalid';
  return hasSoundTexts(fields) ? fields : 'text_malformed';
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
  } catch {
    return null;
  }
}
