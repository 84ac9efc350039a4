import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { votesAnswerOf } from '#server/api/answers.ts';
import { voteRequest } from '#server/api/shapes.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readByProgram } from '#server/routes/read-by-program.ts';
import { identityOf, readRequest, submitOverHttp } from '#server/routes/submit-over-http.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the tallies of claims with votes, and the caller's own votes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const read = await readByProgram(request, (await params).id);
  return read instanceof Response ? read : Response.json(votesAnswerOf(read), NO_STORE);
}

/** Votes on a claim, or withdraws the vote. A repeated request succeeds: nothing is left to do. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, voteRequest, 'write');
  if (read instanceof Response) return read;
  const { id } = await params;
  const { claimId, answer, wording } = read.asked;
  const { clientId, clientSeq } = identityOf(read.person);
  if (answer === null) {
    const operation = { type: 'vote.withdraw', claimId } as const;
    return answered(await submitOverHttp(id, read.person, { clientId, clientSeq, operation }));
  }
  const onPresentWording = wording === undefined;
  const operation = { type: 'vote.cast', claimId, answer, wording: wording ?? 1 } as const;
  return answered(
    await submitOverHttp(id, read.person, { clientId, clientSeq, operation, onPresentWording }),
  );
}

/** True if the vote was already as asked: this one was cast before, or there is none to withdraw. */
function isDone({ code }: Rejection): boolean {
  return code === 'nothing_changed' || code === 'no_vote';
}

function answered(answer: Awaited<ReturnType<typeof submitOverHttp>>): Response {
  if (answer instanceof Response) return answer;
  if (answer.ok) return Response.json(answer, NO_STORE);
  return isDone(answer.rejection) ? Response.json({ ok: true }, NO_STORE) : refusalResponse(answer.rejection);
}
