import { debateAnswerOf } from '#server/api/answers.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { readByProgram } from '#server/routes/read-by-program.ts';

/** Returns a summary of a debate: its motion, positions, how much is in it, and the caller as a participant. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const read = await readByProgram(request, (await params).id);
  return read instanceof Response ? read : Response.json(debateAnswerOf(read), NO_STORE);
}
