import { FORMAT_NAMES } from '../../../../../domain/formats/formats.ts';
import { PEOPLE_IN_FILE } from '../../../../../domain/formats/people-in-file.ts';
import { parley } from '../../../../../server/handle.ts';
import { readerOf } from '../../../../../server/http/reader-of.ts';
import { refused } from '../../../../../server/http/refused.ts';
import { momentOf } from '../../../../../server/use-cases/past.ts';

/** A debate, or a branch of it, as a file: what whoever asks may see of it. `?format=…&branch=claim&people=names&at=moment` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { exports, arrivals } = parley();
  const asked = new URL(request.url).searchParams;
  const format = FORMAT_NAMES.find((name) => name === (asked.get('format') ?? 'parley'));
  const people = PEOPLE_IN_FILE.find((choice) => choice === (asked.get('people') ?? 'names'));
  const asAt = asked.get('at');
  const at = asAt === null ? null : momentOf(asAt);
  if (!format || !people || (asAt !== null && at === null)) return refused('invalid');
  const { id } = await params;
  if (!arrivals.mayExport(person?.id ?? null)) return refused('too_fast');
  const file = await exports.write(id, person, { format, people, branch: asked.get('branch'), at });
  if (!file.ok) return refused(file.rejection);
  const body = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { value, done } = await file.pieces.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => {
      await file.pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="debate.${file.name.split('.').slice(1).join('.')}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // It is opened from a disk; should a browser show it all the same, nothing in it runs.
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
