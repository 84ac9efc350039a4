import { commentsAnswerOf } from '#server/api/answers.ts';
import { commentRequest } from '#server/api/shapes.ts';
import { fileAnswer } from '#server/http/answers/file-answer.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readByProgram } from '#server/routes/read-by-program.ts';
import { identityOf, readRequest, submitOverHttp } from '#server/routes/submit-over-http.ts';
import { inTurns } from '#server/services/exports/in-turns.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the comments of a debate, oldest first; `?on=ID`: those on one claim, position or link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const read = await readByProgram(request, (await params).id);
  if (read instanceof Response) return read;
  const pieces = inTurns(commentsAnswerOf(read, new URL(request.url).searchParams.get('on')));
  return fileAnswer(request, pieces, { 'Content-Type': 'application/json', ...NO_STORE.headers });
}

/** Writes a comment. With an `Idempotency-Key`, a repeated request returns the same comment. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, commentRequest, 'write');
  if (read instanceof Response) return read;
  const { clientId, clientSeq, name } = identityOf(read.person, request.headers.get('idempotency-key'));
  const commentId = `m_${name}`;
  const operation = { type: 'comment.add', commentId, ...read.asked } as const;
  const answer = await submitOverHttp((await params).id, read.person, { clientId, clientSeq, operation });
  if (answer instanceof Response) return answer;
  if (!answer.ok) return refusalResponse(answer.rejection);
  return Response.json({ ok: true, commentId }, { status: 201, ...NO_STORE });
}
