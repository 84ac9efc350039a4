import { singlePageMessages } from '../../_ui/messages/messages.ts';

/** Returns the messages of a namespace that pages do not include, for a part of them that is loaded later. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ namespace: string }> },
): Promise<Response> {
  const words = singlePageMessages((await params).namespace);
  const headers = { 'cache-control': 'no-store' };
  return words ? Response.json(words, { headers }) : new Response(null, { status: 404, headers });
}
