import { parley } from '../../../../server/handle.ts';
import { formRoute } from '../../../../server/http/form-route.ts';

/** Takes the code of a mail that this browser asked for, and leads to where the mail's link would have led. */
export const POST = formRoute('/sign-in/code', async ({ text, headers, address }) => {
  const { askingBrowser, mailLinks } = parley();
  const entered = await mailLinks.enterCode(text('code'), askingBrowser.read(headers), address);
  return entered.ok ? { ok: true, to: entered.path } : entered;
});
