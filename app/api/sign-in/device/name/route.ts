import { rejection } from '../../../../../domain/debate/rejections.ts';
import { parley } from '../../../../../server/handle.ts';
import { formRoute } from '../../../../../server/http/form-route.ts';

/**
 * Says as whom a code from another device signs in, without using it up. People are told before they go on: a picture of a code may
 * come from anybody, who would have them work under their name.
 */
export const POST = formRoute('/sign-in/device', async ({ text, address }) => {
  const name = await parley().deviceCodes.nameOf(text('code'), address);
  if (name === null) return { ok: false, rejection: rejection('code_wrong') };
  return { ok: true, to: '/sign-in/device', answer: { name } };
});
