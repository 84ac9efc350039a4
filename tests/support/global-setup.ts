import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: a folder that the test files of this run share; gone after them. */
export default function setup(): () => void {
  const shared = mkdtempSync(join(tmpdir(), 'parley-tests-'));
  process.env.PARLEY_TESTS_SHARED = shared;
  return () => rmSync(shared, { recursive: true, force: true });
}
