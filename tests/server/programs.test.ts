import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ProgramName, programOf } from '../../server/programs.ts';
import { WorkerProcess } from '../../server/workers/worker-process.ts';

/** As `npm run dev` runs: the other tests start bundled programs. */
const bundled = process.env.PARLEY_PROGRAMS;
beforeEach(() => {
  delete process.env.PARLEY_PROGRAMS;
});
afterEach(() => {
  process.env.PARLEY_PROGRAMS = bundled;
});

const NAMES: readonly ProgramName[] = [
  'backup-command',
  'drawing-worker',
  'export-worker',
  'import-worker',
  'opinions-worker',
  'starter-worker',
];

test.each(NAMES)('from source, %s is found and loaded as TypeScript', (name) => {
  const { path, loader } = programOf(name);
  expect(path.endsWith(`/${name}.ts`) && existsSync(path), path).toBe(true);
  expect(loader).toEqual(['--import', expect.stringContaining('/tsx/')]);
});

test('from source, a worker reads a file', async () => {
  const worker = new WorkerProcess('import', { processorMs: 60_000, memoryMb: 512, residentMb: 1_024 });
  const file = { bytes: Buffer.from('x y\n#\n'), fileName: '', format: 'tgf', owner: null, now: 1_000 };
  expect(await worker.run(file)).toMatchObject({ preview: { claims: 1 } });
  worker.stop();
});
