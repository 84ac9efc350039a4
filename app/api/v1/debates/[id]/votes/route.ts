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

/** Votes on a claim, or withdraws the vote. */
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

function answered(answer: Awaited<ReturnType<typeof submitOverHttp>>): Response {
  if (answer instanceof Response) return answer;
  return answer.ok ? Response.json(answer, NO_STORE) : refusalResponse(answer.rejection);
}
