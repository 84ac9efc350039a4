import { commentsAnswerOf } from '../../../../../../server/api/answers.ts';
import { commentAsked } from '../../../../../../server/api/shapes.ts';
import { NOT_KEPT } from '../../../../../../server/http/not-kept.ts';
import { refused } from '../../../../../../server/http/refused.ts';
import { askFor, identityOf, readAsked } from '../../../../../../server/routes/ask-over-http.ts';
import { readByProgram } from '../../../../../../server/routes/read-by-program.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the comments of a debate, oldest first; `?on=ID`: those on one claim, position or link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const read = await readByProgram(request, (await params).id);
  if (read instanceof Response) return read;
  return Response.json(commentsAnswerOf(read, new URL(request.url).searchParams.get('on')), NOT_KEPT);
}

/** Writes a comment. With an `Idempotency-Key`, a repeated request returns the same comment. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readAsked(request, commentAsked, 'write');
  if (read instanceof Response) return read;
  const { clientId, clientSeq, name } = identityOf(read.person, request.headers.get('idempotency-key'));
  const commentId = `m_${name}`;
  const operation = { type: 'comment.add', commentId, ...read.asked } as const;
  const answer = await askFor((await params).id, read.person, { clientId, clientSeq, operation });
  if (answer instanceof Response) return answer;
  if (!answer.ok) return refused(answer.rejection);
  return Response.json({ ok: true, commentId }, { status: 201, ...NOT_KEPT });
}
