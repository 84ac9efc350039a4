import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASM_FLAGS } from '../support/node-flags.ts';
import { end, freePort } from '../support/postgres-process.ts';
import { programParameters } from '../support/programs.ts';

/** The address of the debate a first start brings along. */
export const SEEDED = '/debates/made-in-china-2025';

/** Names the environment variable that says where a data folder as a first start leaves it is; without one each server makes its own. */
export const DATA_TEMPLATE = 'PARLEY_DATA_TEMPLATE';

export interface ProcessOptions {
  /** Where it listens. */
  readonly host?: string;
  /** Puts something into its data folder before it starts. */
  readonly fill?: (dataDir: string) => Promise<void>;
  /** Environment variables, made for its address. */
  readonly settings?: (origin: string) => Promise<Readonly<Record<string, string>>>;
  /** The time it goes by; see `setClock`. Without one it goes by this machine's. */
  readonly clock?: string;
  /** It stores copies of the debate Parley opens with when asked; see `copySeeded`. */
  readonly copies?: boolean;
}

/** The built server as a process of its own: what `npm start` becomes, on a free port and a fresh data folder. */
export class ParleyProcess {
  #child: ChildProcess | null = null;
  #log = '';
  /** Its clock's time; null: the machine's. */
  #clock: number | null = null;

  #copies = 0;

  private constructor(
    readonly port: number,
    private readonly options: ProcessOptions,
    private readonly dataDir: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Starts one. Its data folder is as a first start leaves it (see `make-data-template.ts`). */
  static async start(options: ProcessOptions = {}): Promise<ParleyProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
    const template = process.env[DATA_TEMPLATE];
    // Dates of the story's own clock must not be before the seed's.
    if (template !== undefined && options.clock === undefined) cpSync(template, dataDir, { recursive: true });
    await options.fill?.(dataDir);
    const port = await freePort();
    const settings = (await options.settings?.(`http://127.0.0.1:${port}`)) ?? {};
    const server = new ParleyProcess(port, options, dataDir, settings);
    server.#clock = options.clock === undefined ? null : Date.parse(options.clock);
    await server.restart();
    return server;
  }

  /** The number of its process; null while it does not run. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Its latest output, on standard output and standard error. */
  get log(): string {
    return this.#log;
  }

  /** Puts the clock of a server that was started with one forward; done when it goes by it. */
  async setClock(to: string): Promise<void> {
    const child = this.#child;
    if (child === null || this.#clock === null) throw new Error('It was started without a clock');
    this.#clock = Date.parse(to);
    const heard = once(child, 'message');
    child.send(this.#clock);
    await heard;
  }

  /** The path of a fresh copy of the debate Parley opens with, or of that debate where the server makes no copies. */
  async copySeeded(): Promise<string> {
    const child = this.#child;
    if (child === null || !this.options.copies) return SEEDED;
    this.#copies += 1;
    const heard = once(child, 'message');
    child.send(`copy-${this.#copies}`);
    const [debateId] = await heard;
    return `/debates/${debateId}`;
  }

  /** Ends it at once, as a crash does: no goodbye, nothing more written. */
  async kill(): Promise<void> {
    if (this.#child) await end(this.#child, 'SIGKILL');
  }

  /** Ends it in order; what it keeps is copied to where the answer says. */
  async stopForCopy(): Promise<string> {
    if (this.#child) await end(this.#child, 'SIGTERM');
    const copy = `${this.dataDir}-copy`;
    await cp(this.dataDir, copy, { recursive: true });
    return copy;
  }

  /** Ends it; a copy takes the place of what it keeps. */
  async stopForRestore(copy: string): Promise<void> {
    if (this.#child) await end(this.#child, 'SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
    await rename(copy, this.dataDir);
  }

  /** Starts it again on the same port and data; done when it takes connections. */
  async restart(): Promise<void> {
    const { host = '127.0.0.1', copies } = this.options;
    const forTests =
      this.#clock !== null
        ? [...programParameters('serve-by-clock'), String(this.#clock)]
        : copies
          ? programParameters('serve-with-copies')
          : null;
    const program = forTests ?? builtProgram('main.js');
    const child = spawn(process.execPath, program, {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        HOST: host,
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe', ...(forTests ? ['ipc' as const] : [])],
    });
    this.#child = child;
    const endWithUs = () => child.kill('SIGKILL');
    process.on('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    await this.#serving(child);
  }

  /** Ends it in order and removes its data. */
  async stop(): Promise<void> {
    if (this.#child) await end(this.#child, 'SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #serving(child: ChildProcess): Promise<void> {
    const said = new Promise<void>((resolve) => {
      const read = (chunk: Buffer) => {
        this.#log = (this.#log + chunk.toString()).slice(-20_000);
        if (this.#log.includes('Parley is at')) resolve();
      };
      this.#log = '';
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The server ended before it served:\n${this.#log}`);
    });
    await Promise.race([said, ended]);
    ended.catch(() => {});
  }
}

/** The parameters of Node that run a program of the built server. */
export function builtProgram(name: string): string[] {
  const path = join('dist', name);
  if (!existsSync(path)) throw new Error('The server is not built. Run "npm run build" first.');
  return [...WASM_FLAGS, path];
}
