import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { TestBrowser } from './test-browser.ts';

/** An administrator by whose right others are appointed. */
export const ROOT: SignedIn = {
  id: 'u_appoints',
  name: 'Root',
  kind: 'account',
  administrator: true,
  needsSecondFactor: false,
  provenAt: null,
  signInId: '',
  scopes: null,
};

/** A browser signed in with a new account, or with an administrator's. */
export async function signedInWithAccount(
  origin: () => string,
  { name = 'Ann', administrator = false } = {},
): Promise<TestBrowser> {
  const browser = new TestBrowser(origin);
  const { auth, people, administration } = parley();
  const id = await people.create({ name, email: `${crypto.randomUUID()}@example.org` });
  if (administrator) await administration.appoint(ROOT, id, true);
  const headers = new Headers();
  for (const line of await auth.signIn(id, 'mail', browser.headers)) headers.append('set-cookie', line);
  browser.keep(new Response(null, { headers }));
  return browser;
}
