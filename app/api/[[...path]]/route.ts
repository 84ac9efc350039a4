import { refusalResponse } from '#server/http/answers/refusal-response.ts';

/** Answer for a path that no other route handles. A page would explain it to people; here programs ask. */
function nothingThere(): Response {
  return refusalResponse('route_not_found');
}

export {
  nothingThere as DELETE,
  nothingThere as GET,
  nothingThere as PATCH,
  nothingThere as POST,
  nothingThere as PUT,
};
