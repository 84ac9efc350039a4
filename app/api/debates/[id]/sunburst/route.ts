import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** A day in seconds: after that a browser requests it again, so that nothing stays for long that was hidden since. */
const KEPT_FOR = 86_400;

/** Returns a debate's small picture. With its version `v` in the address a browser caches it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { id } = await params;
  const sunburst = await parley().debatePictures.sunburst(id, person);
  if (sunburst === null) return refusalResponse('debate_not_found');
  if ('ok' in sunburst) return refusalResponse(sunburst.rejection.code);
  const isAskedFor = new URL(request.url).searchParams.get('v') === String(sunburst.version);
  return new Response(sunburst.svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': isAskedFor ? `private, max-age=${KEPT_FOR}, immutable` : 'private, no-cache',
      'x-content-type-options': 'nosniff',
    },
  });
}
