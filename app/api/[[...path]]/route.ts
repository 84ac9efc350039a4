import { refused } from '../../../server/http/refused.ts';

/** What no other route answers. A page would say it to people; here programs ask. */
function nothingThere(): Response {
  return refused('nothing_there');
}

export {
  nothingThere as DELETE,
  nothingThere as GET,
  nothingThere as PATCH,
  nothingThere as POST,
  nothingThere as PUT,
};
