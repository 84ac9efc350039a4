import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { failedLines, playwrightResults, resultLine, sum, vitestResults } from './count-results.mjs';
import { generateClient } from './generate-client.mjs';
import { install } from './install.mjs';
import { exitCodeOf, main } from './run.mjs';
import { say } from './step.mjs';

// `npm test`: everything, from a fresh clone. The last line says how many tests passed and how many failed.
await main(async () => {
  await install();
  await generateClient();
  const reports = mkdtempSync(join(tmpdir(), 'parley-tests-'));
  const results = sum([await runVitest(reports), await runPlaywright(reports)]);
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`${failedLines(results)}${resultLine(results)}\n`);
  process.exitCode = results.failed === 0 && results.passed > 0 ? 0 : 1;
});

async function runVitest(reports) {
  say('testing the rules and the server');
  const report = join(reports, 'vitest.json');
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  return vitestResults(
    report,
    await exitCodeOf(process.execPath, [...command, `--outputFile.json=${report}`]),
  );
}

async function runPlaywright(reports) {
  try {
    await build();
  } catch (error) {
    say(`the build failed, so nothing can be tried in a browser: ${error.message}`);
    return { passed: 0, failed: 1, names: [`the build: ${error.message}`] };
  }
  say('testing in browsers');
  const report = join(reports, 'playwright.json');
  // A story on a busy machine is tried once more; whoever needed it is named at the end.
  const command = ['node_modules/@playwright/test/cli.js', 'test', '--retries=1', '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return playwrightResults(report, await exitCodeOf(process.execPath, command, { env }));
}
