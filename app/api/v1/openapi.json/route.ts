import { openApiDocument } from '#server/api/openapi.ts';

/** Returns the OpenAPI description for programs. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
