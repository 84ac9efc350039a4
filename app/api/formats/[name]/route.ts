import { findDebateFormat, templateOfFormat } from '#domain/formats/template/library.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';

/** The template of a debate format, as a file that a debate can be started from. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = findDebateFormat((await params).name);
  if (name === null) return refusalResponse('route_not_found');
  return new Response(`${JSON.stringify(templateOfFormat(name), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}.template.json"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
