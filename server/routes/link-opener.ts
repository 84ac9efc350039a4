import type { LinkOpener } from '../auth/sign-in/mail-links.ts';
import { parley } from '../handle.ts';

/** The opener of an email's link, by the headers of their request. */
export async function linkOpener(headers: Headers): Promise<LinkOpener> {
  const { auth, askingBrowser } = parley();
  return { browser: askingBrowser.read(headers), person: await auth.currentPerson(headers) };
}
