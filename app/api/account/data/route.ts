import { parley } from '#server/handle.ts';
import { fileAnswer } from '#server/http/answers/file-answer.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';

/** Returns everything stored about the person as a file. */
export async function GET(request: Request): Promise<Response> {
  const { auth, personExport } = parley();
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refusalResponse('not_signed_in');
  const pieces = await personExport.write(person, request.signal);
  if (typeof pieces === 'string') return refusalResponse(pieces);
  return fileAnswer(request, pieces, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="parley-data.json"',
    'cache-control': 'no-store',
  });
}
