import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** The provider's data about a person. */
export interface ProviderPerson {
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
  /** How they sign in there, for its token. */
  readonly acr?: string;
}

/** An OpenID Connect provider over real HTTP, whose people sign in by their name alone. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly people: Map<string, ProviderPerson>;
  /** Lets Parley send people back to an address, where it calls this provider by an id. */
  register(site: string, id?: string): void;
  /**
   * Signs someone in at the provider, as their browser would, beginning with the address Parley led them to. The address
   * they are sent back to.
   */
  signIn(start: string, sub: string): Promise<string>;
  stop(): Promise<void>;
}

const CLIENT = { client_id: 'parley', client_secret: 'a secret of 32 characters or more!' };

/** Starts a provider on a free port of this machine. */
export async function startOidcProvider(): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  const redirects: string[] = [];
  const http = createServer((request, response) => handle(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  let handle = answering(issuer, people, redirects);
  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    people,
    register: (site, id = 'oidc') => {
      redirects.push(`${site}/api/auth/callback/${id}`);
      handle = answering(issuer, people, redirects);
    },
    signIn: (start, sub) => signInAs(issuer, start, sub),
    stop: () => new Promise((resolve) => http.close(() => resolve())),
  };
}

function answering(
  issuer: string,
  people: ReadonlyMap<string, ProviderPerson>,
  redirects: readonly string[],
): ReturnType<Provider['callback']> {
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [...redirects], response_types: ['code'] }],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    acrValues: ['urn:one', 'urn:two', 'urn:three'],
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  });
  // Its pages for tests know one way of signing in; its token names the person's own.
  provider.on('authorization.accepted', ({ oidc: { session } }) => {
    if (session) session.acr = people.get(session.accountId ?? '')?.acr;
  });
  return provider.callback();
}

async function signInAs(issuer: string, start: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie }, ...sent });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  let [address, form]: [string, Record<string, string> | undefined] = [start, undefined];
  // Some ten steps: the question for a name, that for consent, and what leads from one to the other.
  for (let step = 0; step < 20; step++) {
    const answer = await visit(address, form);
    const to = answer.headers.get('location');
    if (to !== null && !new URL(to, issuer).href.startsWith(issuer)) return to;
    if (to !== null) {
      [address, form] = [new URL(to, issuer).href, undefined];
      continue;
    }
    const page = await answer.text();
    const action = page.match(/action="([^"]+)"/)?.[1];
    if (!action) throw new Error(`The provider says: ${page.replace(/<[^>]+>/g, ' ').slice(0, 500)}`);
    const prompt: Record<string, string> = page.includes('value="login"')
      ? { prompt: 'login', login: sub, password: 'x' }
      : { prompt: 'consent' };
    [address, form] = [new URL(action, issuer).href, prompt];
  }
  throw new Error('The provider led nowhere');
}
