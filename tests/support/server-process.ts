import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programParameters } from './programs.ts';

/** A server in a process of its own, that can be killed. */
export interface ServerProcess {
  readonly origin: string;
  /** Its output so far, on standard output and standard error. */
  readonly output: () => string;
  readonly isAlive: boolean;
  readonly pid: number | undefined;
  /** Kept when it has ended: its exit code. */
  readonly ended: Promise<number | null>;
  signIn(name: string): Promise<string>;
  /** Sends a signal; the exit code when it has ended, null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts a server with these settings and waits until it serves. Fails with its output where it does not. `program` is
 * what Node runs, in the folder `cwd`.
 */
export async function startServerProcess(
  env: Record<string, string>,
  program: readonly string[] = programParameters('serve-without-pages'),
  cwd = process.cwd(),
): Promise<ServerProcess> {
  const child = spawn(process.execPath, program, {
    cwd,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.on('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const ended = once(child, 'exit');
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const address = output.match(/^serving (http:.*)$/m)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    origin,
    output: () => output,
    get isAlive() {
      return isRunning(child);
    },
    pid: child.pid,
    ended: ended.then(() => child.exitCode),
    signIn: async (name) => (await fetch(`${origin}/sign-in?name=${encodeURIComponent(name)}`)).text(),
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
