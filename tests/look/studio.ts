import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from '@playwright/test';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { becomeAdministrator } from '../e2e/become-administrator.ts';
import { ParleyProcess, SEEDED } from '../e2e/parley-process.ts';
import { Person } from '../e2e/person.ts';
import { debateIdOf } from '../e2e/start-debate.ts';
import { watchPages } from '../e2e/watch-page.ts';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import installChromium from '../support/install-chromium.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { bundlePrograms } from '../support/programs.ts';

/** Debates of `make-debates.ts`, by their names there. */
export type Debates = Readonly<Record<string, string>>;

/** A server of debates and people in browsers of their own, to take pictures of. */
export class Studio {
  readonly #contexts: BrowserContext[] = [];
  readonly #clients: LiveClient[] = [];
  #owner: Awaited<ReturnType<BrowserContext['storageState']>> | null = null;

  private constructor(
    readonly server: ParleyProcess,
    /** Origin under which browsers see the server. */
    readonly site: string,
    private readonly browser: Browser,
    /** Paths of debates, by their names in `make-debates.ts`. */
    readonly debates: Debates,
  ) {}

  /** `host`: a name under which browsers see the server, instead of its address. */
  static async open(host?: string): Promise<Studio> {
    installChromium();
    const programs = bundlePrograms();
    process.once('exit', () => rmSync(programs, { recursive: true, force: true }));
    let ids: Debates = {};
    const server = await ParleyProcess.start({
      copies: true,
      ...(host && { settings: async () => ({ APP_URL: `http://${host}` }) }),
      fill: async (dataDir) => {
        const program = ['--import', 'tsx', 'tests/e2e/looks/make-debates.ts', dataDir];
        const { stdout } = await promisify(execFile)(process.execPath, program);
        ids = JSON.parse(stdout);
      },
    });
    const options = chromiumLaunchOptions();
    const named = host ? [`--host-resolver-rules=MAP ${host}:80 127.0.0.1:${server.port}`] : [];
    const browser = await chromium.launch({ ...options, args: [...options.args, ...named] });
    const paths = Object.entries(ids).map(([name, id]) => [name, `/debates/${id}`]);
    return new Studio(server, host ? `http://${host}` : server.origin, browser, Object.fromEntries(paths));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.browser.close();
    await this.server.stop();
  }

  /** Closes all pages and connections. */
  async clear(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.close();
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  /** Someone who isn't signed in. */
  async visitor(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.browser.newContext({
      viewport: { width: 1_280, height: 800 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      baseURL: this.site,
      ...options,
    });
    this.#contexts.push(context);
    // The transpiler calls this helper, which doesn't exist in the page.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    const watch = watchPages(context, this.site);
    return new Person(name, context, watch, await context.newPage(), () => this.copy());
  }

  /** Someone signed in as a guest, who joins the debates they open. */
  async guest(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.visitor(name, options);
    const cookies = (await this.#signIn(name)).map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: this.site };
    });
    await person.context.addCookies(cookies);
    return person;
  }

  /** A guest in a debate, without a browser. */
  async clientOf(name: string, path: string): Promise<LiveClient> {
    return this.#open((await this.#signIn(name)).join('; '), path);
  }

  async #signIn(name: string): Promise<string[]> {
    const answer = await this.ask('/api/guest', { name, returnTo: '/' });
    return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  }

  /** The owner of the seeded debate. */
  async owner(options: BrowserContextOptions = {}): Promise<Person> {
    if (this.#owner === null) {
      const { context, page } = await this.visitor('Ann');
      await becomeAdministrator(page, this.server);
      this.#owner = await context.storageState();
    }
    return this.visitor('Ann', { ...options, storageState: this.#owner });
  }

  /** Someone in a debate without a browser. */
  async connect(person: Person, path: string = SEEDED): Promise<LiveClient> {
    return this.#open(await cookiesOf(person), path);
  }

  async #open(cookie: string, path: string): Promise<LiveClient> {
    const client = await connectLive(this.server.origin, { cookie, headers: { origin: this.site } });
    this.#clients.push(client);
    const welcome = await client.open(debateIdOf(path));
    if (!welcome.ok) throw new Error(`${path} was refused: ${welcome.rejection.code}`);
    return client;
  }

  /** Asks the server's API, as a person or as a stranger. */
  async ask(path: string, body: object, person?: Person): Promise<Response> {
    const { origin } = this.server;
    const headers = new Headers({
      origin: this.site,
      'content-type': 'application/json',
      accept: 'application/json',
    });
    if (person) headers.set('cookie', await cookiesOf(person));
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  /** The path of a copy of the seeded debate. */
  copy(): Promise<string> {
    return this.server.copySeeded();
  }
}

async function cookiesOf({ context }: Person): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Submits operations in order. Throws if one is refused. */
export async function act(client: LiveClient, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) {
    const answer = await client.submit(operation);
    if (!answer.ok) throw new Error(`${operation.type} was refused: ${answer.rejection.code}`);
    await client.seen(answer.seq);
  }
}
