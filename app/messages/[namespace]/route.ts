import { singlePageMessages } from '../../_ui/messages/messages.ts';

/** The sentences of a namespace that pages do not bring along, for a part of them that is fetched later. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ namespace: string }> },
): Promise<Response> {
  const words = singlePageMessages((await params).namespace);
  const headers = { 'cache-control': 'no-store' };
  return words ? Response.json(words, { headers }) : new Response(null, { status: 404, headers });
}
