import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from './project-root.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A command of ours failed; the launcher reports it without a stack trace. */
class CommandFailed extends Error {
  constructor(command, exitCode) {
    super(`"${command}" ended with code ${exitCode}.`);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command in the project's folder and returns its exit code. A signal to stop is passed to the command, so that none of it outlives
 * the launcher. With `quiet`, its output is shown only if it fails.
 */
export function exitCodeOf(command, parameters, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: projectRoot,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    let stopped;
    const forward = (signal) => {
      stopped = signal;
      child.kill(signal);
    };
    for (const signal of stopSignals) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of stopSignals) process.off(name, forward);
      // After a signal to stop no next step may run either, whatever the command did on the signal.
      if (stopped) return endBy(stopped);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function endBy(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Runs a command that must succeed. */
export async function run(command, parameters, options) {
  const exitCode = await exitCodeOf(command, parameters, options);
  if (exitCode !== 0) throw new CommandFailed([command, ...parameters].join(' '), exitCode);
}

/** Runs the launcher's main function; a failure becomes one sentence and an exit code. */
export async function main(action) {
  process.chdir(projectRoot);
  stopWithNpm();
  try {
    await action();
  } catch (error) {
    process.stderr.write(`parley: ${error instanceof CommandFailed ? error.message : error.stack}\n`);
    process.exitCode = error.exitCode || 1;
  }
}
