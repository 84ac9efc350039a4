import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';

/** Seconds for which other sites may keep it. */
const KEPT_FOR = 300;

/** Returns the picture of a debate that other sites show beside a link to it: only of debates that anyone may read. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const card = await parley().debatePictures.card((await params).id);
  if (card === null) return refusalResponse('debate_not_found');
  if ('ok' in card) return refusalResponse(card.rejection);
  return new Response(Buffer.from(card), {
    headers: {
      'content-type': 'image/png',
      'cache-control': `public, max-age=${KEPT_FOR}`,
      'x-content-type-options': 'nosniff',
    },
  });
}
