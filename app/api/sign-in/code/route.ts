import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Takes the code of an email that this browser requested, and redirects to where the email's link would have led. */
export const POST = formRoute('/sign-in/code', async ({ text, headers, address }) => {
  const { askingBrowser, mailLinks } = parley();
  const entered = await mailLinks.enterCode(text('code'), askingBrowser.read(headers), address);
  return entered.ok ? { ok: true, to: entered.path } : entered;
});
