import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));

/** The slow steps of a first start, in their order. */
const STEPS = ['install', 'client', 'server', 'database', 'pages'] as const;
type Step = (typeof STEPS)[number];

/** A stand-in for a program of a step: it notes that it ran and, while the file `hold` names the step, never ends. */
const noting = (step: Step, then: string) => `
  const fs = require('node:fs');
  fs.mkdirSync('node_modules', { recursive: true });
  fs.appendFileSync('ran', '${step} ');
  if (fs.readFileSync('hold', 'utf8') === '${step}') setInterval(() => {}, 1_000);
  else { ${then} }
`;

const BUILT_SERVER = `
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/backup-command.js', 'process.stdout.write("it backs up: " + process.argv.slice(2));');
  fs.writeFileSync('dist/main.js', 'process.stdout.write("it serves");');
  fs.copyFileSync('bin/first-database.js', 'dist/first-database.js');
  fs.writeFileSync('dist/package.json', '{}');
`;

const TOOL = { 'node_modules/tool': { version: '1.0.0', integrity: 'sha512-x' } };
const FILES: Readonly<Record<string, string>> = {
  hold: '',
  ran: '',
  'package.json': '{ "type": "module" }',
  'package-lock.json': JSON.stringify({ packages: { '': {}, ...TOOL } }),
  'prisma/schema.prisma': 'model',
  'server/main.ts': '',
  'public/icon': '',
  'bin/package.json': '{}',
  'bin/npm': `#!/usr/bin/env node
    ${noting('install', `fs.writeFileSync('node_modules/.package-lock.json', '${JSON.stringify({ packages: TOOL })}');`)}`,
  'tools/prisma/build/index.js': noting('client', `fs.mkdirSync('prisma/client', { recursive: true });`),
  'bin/first-database.js': noting('database', `fs.writeFileSync('dist/database', '');`),
  // The database is made meanwhile.
  'tools/next/dist/bin/next': `
    const waiting = setInterval(() => {
      if (!require('node:fs').existsSync('dist/database')) return;
      clearInterval(waiting);
      ${noting('pages', `fs.mkdirSync('.next/static', { recursive: true }); fs.writeFileSync('.next/BUILD_ID', '1');`)}
    }, 10);`,
  'tools/esbuild/index.js': `
    exports.stop = () => {};
    exports.build = async ({ outdir }) => {
      if (outdir !== 'dist') return;
      ${noting('server', BUILT_SERVER)}
      if (!fs.existsSync('dist/main.js')) await new Promise(() => {});
    };`,
};

/** A project whose slow programs are stand-ins, with the scripts themselves. */
async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-launcher-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await cp(SCRIPTS, join(folder, 'scripts'), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(folder, name.replace(/^tools/, 'node_modules'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await chmod(join(folder, 'bin/npm'), 0o755);
  return folder;
}

/** Runs the program of `npm start`, or another one, in a process group of its own. */
function start(folder: string, program: readonly string[] = ['start.mjs']) {
  const { npm_lifecycle_event: _, ...env } = process.env;
  const [script = '', ...parameters] = program;
  const child = spawn(process.execPath, [join('scripts', script), ...parameters], {
    cwd: folder,
    env: { ...env, PATH: `${join(folder, 'bin')}${delimiter}${env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'close');
  return { ended, said: () => said, kill: () => process.kill(-(child.pid ?? Number.NaN), 'SIGKILL') };
}

/** The steps that ran so far, in their order. */
async function ran(folder: string): Promise<string[]> {
  return (await readFile(join(folder, 'ran'), 'utf8')).trim().split(' ');
}

describe('a start that is killed', () => {
  test.each(STEPS)(
    'in the step "%s" goes on with that step, and a later start has nothing to do',
    async (step) => {
      const folder = await project();
      await writeFile(join(folder, 'hold'), step);
      const interrupted = start(folder);
      const until = STEPS.slice(0, STEPS.indexOf(step) + 1);
      await expect.poll(() => ran(folder)).toEqual(until);
      interrupted.kill();
      await interrupted.ended;

      await writeFile(join(folder, 'hold'), '');
      const second = start(folder);
      await second.ended;
      expect(second.said()).toContain('it serves');
      // Bundling the server takes less than a second, so the two steps after it begin with it.
      const again = STEPS.slice(Math.min(STEPS.indexOf(step), STEPS.indexOf('server')));
      expect(await ran(folder)).toEqual([...until, ...again]);

      const third = start(folder);
      await third.ended;
      expect(third.said()).toBe('it serves');
      expect(await ran(folder)).toEqual([...until, ...again]);
    },
  );
});

describe('a backup', () => {
  const backUp = async (folder: string) => {
    const command = start(folder, ['backup.mjs', 'backup', 'x.backup']);
    await command.ended;
    return command.said();
  };

  test('neither installs nor builds anything where a server may be running', async () => {
    const folder = await project();
    await start(folder).ended;
    // As after `npm start`: without the development dependencies. The sources have been replaced since.
    const wanted = { '': {}, ...TOOL, 'node_modules/linter': { version: '1.0.0', dev: true } };
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    await writeFile(join(folder, 'server/main.ts'), 'newer');
    const before = await ran(folder);
    expect(await backUp(folder)).toBe('it backs up: backup,x.backup');
    expect(await ran(folder)).toEqual(before);
  });

  test('from a fresh clone builds the command, but no pages', async () => {
    const folder = await project();
    expect(await backUp(folder)).toContain('it backs up: backup,x.backup');
    expect(await ran(folder)).toEqual(['install', 'client', 'server']);
    const server = start(folder);
    await server.ended;
    expect(server.said()).toContain('it serves');
  });
});

test('the summary of the tests ends with what failed, how to repeat it, and the counts', async () => {
  const { failure, summary } = await import(pathToFileURL(join(SCRIPTS, 'outcomes.mjs')).href);
  const story = (name: string, passed: boolean, errors: string[]) => {
    return { name, passed, seconds: 1, again: `npx playwright test ${name}`, errors };
  };
  const outcomes = [story('a.spec.ts:1', false, ['no such button']), story('b.spec.ts:2', true, [])];
  const lines = summary([...outcomes, failure('the build', 'no such module', 'npm run build')]).split('\n');
  expect(lines.slice(lines.indexOf(''))).toEqual([
    '',
    'failed: a.spec.ts:1',
    '  no such button',
    '  again: npx playwright test a.spec.ts:1',
    '',
    'failed: the build',
    '  no such module',
    '  again: npm run build',
    '1 passed, 2 failed',
    '',
  ]);
});

test('a change runs the tests named alike first, then those nearest by imports, as many as there is time for', async () => {
  const { fitting, touchedTests } = await import(pathToFileURL(join(SCRIPTS, 'nearest-tests.mjs')).href);
  const sources = new Map([
    ['domain/decide-poll.ts', ''],
    ['domain/decide.ts', "import './decide-poll.ts';"],
    ['server/rooms.ts', "import { decide } from '../domain/decide.ts';"],
    ['tests/server/polls.test.ts', "const program = new URL('../../server/rooms.ts', import.meta.url);"],
    ['tests/server/rooms.test.ts', "import '../../server/rooms.ts';"],
    ['tests/server/nodes.long.test.ts', "import '../../server/rooms.ts';"],
    ['tests/domain/rules.test.ts', "import '../../domain/decide.ts';"],
    ['tests/domain/words.test.ts', "import '../../domain/words.ts';"],
  ]);
  const touched = touchedTests(['domain/decide-poll.ts'], sources);
  expect(touched).toEqual(
    ['polls', 'rules', 'rooms'].map((name) => expect.stringContaining(`/${name}.test.ts`)),
  );
  expect(touchedTests(['README.md'], sources)).toEqual([]);
  const durations = new Map<string, number>([
    ['tests/server/polls.test.ts', 9_000],
    ['tests/domain/rules.test.ts', 9_000],
    ['tests/server/rooms.test.ts', 500],
  ]);
  expect(fitting(touched, durations, 10_000)).toEqual([touched[0], touched[2]]);
  expect(fitting(touched, durations, 1_000)).toEqual([touched[0]]);
});
