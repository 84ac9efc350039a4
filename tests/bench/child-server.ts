import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { serverFlags } from './server-flags.ts';

/** A request of the bench to the process under measurement. */
type Request =
  | { readonly id: number; readonly ask: 'usage' | 'settledMemory' | 'stop' | 'profile' }
  | { readonly id: number; readonly ask: 'signIn' | 'makeDebate' | 'keepProfile'; readonly name: string }
  | { readonly id: number; readonly ask: 'generate'; readonly claims: number; readonly votes: number };

/** The work of a child process; `name`: of a guest, or the id of a new debate. */
interface ChildActs {
  signIn(name: string): Promise<string>;
  makeDebate?(name: string): Promise<string>;
  generate?(claims: number, votesPerClaim: number): Promise<string>;
  stop(): Promise<void>;
}

/** CPU time used so far (user and system) in milliseconds, and memory in bytes. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** A server in a process of its own, so that its CPU time is its alone. */
export interface ChildServer {
  readonly origin: string;
  signIn(name: string): Promise<string>;
  /** Stores the debate Parley opens with once more, under this id. */
  makeDebate(id: string): Promise<string>;
  /** Stores a generated debate of so many claims, with so many votes on each, and returns its id. */
  generate(claims: number, votesPerClaim?: number): Promise<string>;
  usage(): Promise<Usage>;
  /** Memory in use once all garbage is collected, in bytes: heap and buffers. */
  settledMemory(): Promise<number>;
  /** Begins to record where its processor time goes. */
  profile(): Promise<void>;
  /** Ends that, and writes it to a file that Chromium's developer tools open. */
  keepProfile(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** In the child: sends the parent its address, and answers its questions. */
export function answerParent(origin: string, does: ChildActs): void {
  const send = (message: unknown) => process.send?.(message);
  process.on('message', (request: Request) => {
    answer(request, does).then((value) => {
      send({ id: request.id, value });
      if (request.ask === 'stop') process.disconnect();
    });
  });
  send({ origin });
}

const session = new Session();

async function answer(request: Request, does: ChildActs): Promise<unknown> {
  switch (request.ask) {
    case 'usage': {
      const { user, system } = process.cpuUsage();
      return { cpu: (user + system) / 1_000, memory: process.memoryUsage.rss() };
    }
    case 'signIn':
      return does.signIn(request.name);
    case 'makeDebate':
      return does.makeDebate?.(request.name);
    case 'generate':
      return does.generate?.(request.claims, request.votes);
    case 'settledMemory':
      return settledMemory();
    case 'profile':
      session.connect();
      await session.post('Profiler.enable');
      return session.post('Profiler.start');
    case 'keepProfile': {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return writeFile(request.name, JSON.stringify(profile));
    }
    case 'stop':
      return does.stop();
  }
}

async function settledMemory(): Promise<number> {
  const collector = new Session();
  collector.connect();
  await collector.post('HeapProfiler.collectGarbage');
  collector.disconnect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** In the parent: starts a child, one of this folder's `serve-*.ts` as `scripts/bundle-programs.mjs` has built it, and waits until it serves. */
export async function startChild(name: string, env: Record<string, string>): Promise<ChildServer> {
  const child = fork(join('dist', 'bench', `${name}.js`), {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv: serverFlags(),
    // Its log is no result.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  // Each question that waits listens for its answer: hundreds sign in at once.
  child.setMaxListeners(0);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { origin: string }) => resolve(message.origin));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it served`)));
  });
  return {
    origin,
    signIn: async (name) => (await ask(child, { ask: 'signIn', name })) as string,
    makeDebate: async (id) => (await ask(child, { ask: 'makeDebate', name: id })) as string,
    generate: async (claims, votes = 4) => (await ask(child, { ask: 'generate', claims, votes })) as string,
    settledMemory: async () => (await ask(child, { ask: 'settledMemory' })) as number,
    profile: async () => void (await ask(child, { ask: 'profile' })),
    keepProfile: async (path) => void (await ask(child, { ask: 'keepProfile', name: path })),
    usage: async () => (await ask(child, { ask: 'usage' })) as Usage,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await ask(child, { ask: 'stop' });
      await ended;
    },
  };
}

let asked = 0;

function ask(
  child: ChildProcess,
  request: { ask: string; name?: string; claims?: number; votes?: number },
): Promise<unknown> {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const listener = (message: { id: number; value: unknown }) => {
      if (message.id !== id) return;
      child.off('message', listener);
      resolve(message.value);
    };
    child.on('message', listener);
    child.send({ id, ...request });
  });
}
