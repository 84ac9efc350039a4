import { openApiDocument } from '../../../../server/api/openapi.ts';

/** What programs may ask for, described for them. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
