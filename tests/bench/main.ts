import { parseArgs } from 'node:util';
import installChromium from '../support/install-chromium.ts';
import { benchAnalysis } from './analysis.ts';
import { analysisTable } from './analysis-table.ts';
import { benchExports } from './exports-bench.ts';
import { exportsTable } from './exports-table.ts';
import { benchHistory } from './history.ts';
import { historyTable } from './history-table.ts';
import { benchHostile } from './hostile/hostile.ts';
import { hostileTable } from './hostile/hostile-table.ts';
import { benchJoins } from './live/joins.ts';
import { joinsTable } from './live/joins-table.ts';
import { benchLive } from './live/live-bench.ts';
import { liveTable } from './live/live-table.ts';
import { benchMap } from './map/map-bench.ts';
import { mapTable } from './map/map-table.ts';
import { benchTyping } from './typing/typing-bench.ts';
import { typingTable } from './typing/typing-table.ts';
import { benchUnseen, unseenTable } from './unseen.ts';
import { benchVotes } from './votes.ts';
import { votesTable } from './votes-table.ts';

/**
 * `npm run bench -- live [--json] [--workloads seminar,hot] [--profile folder]`, `npm run bench -- joins [--json] [--profile folder]`,
 * `npm run bench -- map [--json] [--claims 1000,10000] [--minutes 1]`,
 * `npm run bench -- typing [--json]`, `npm run bench -- votes [--json]`, `npm run bench -- history [--json]`,
 * `npm run bench -- analysis [--json]`, `npm run bench -- exports [--json]`, `npm run bench -- unseen [--json]`,
 * `npm run bench -- hostile [--json] [--attacks pages,hall]`: measures, and
 * prints a table, or with `--json` one JSON value and nothing else.
 */
const { options, measurement } = readCommand();
const say = (line: string) => void (options.json || process.stderr.write(`${line}\n`));

switch (measurement) {
  case 'live':
    print(await benchLive({ only: listOf(options.workloads), profiles: options.profile }, say), liveTable);
    break;
  case 'joins':
    print(await benchJoins(options.profile, say), joinsTable);
    break;
  case 'votes':
    print(await benchVotes(say), votesTable);
    break;
  case 'exports':
    print(await benchExports(say), exportsTable);
    break;
  case 'analysis':
    print(await benchAnalysis(say), analysisTable);
    break;
  case 'history':
    print(await benchHistory(say), historyTable);
    break;
  case 'map':
    installChromium();
    print(await benchMap(options.claims.split(',').map(Number), Number(options.minutes), say), mapTable);
    break;
  case 'hostile':
    print(await benchHostile(listOf(options.attacks), say), hostileTable);
    break;
  case 'typing':
    installChromium();
    print(await benchTyping(say), typingTable);
    break;
  case 'unseen':
    print(benchUnseen(say), unseenTable);
    break;
  default:
    refuse('Which measurement?');
}
process.exit(0);

function print<T>(result: T, table: (result: T) => string): void {
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : table(result));
}

function listOf(names: string): string[] {
  return names === '' ? [] : names.split(',');
}

function readCommand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        claims: { type: 'string', default: '1000,10000' },
        workloads: { type: 'string', default: '' },
        profile: { type: 'string', default: '' },
        attacks: { type: 'string', default: '' },
        minutes: { type: 'string', default: '1' },
      },
    });
    return { options: values, measurement: positionals[0] };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(why: string): never {
  process.stderr.write(
    `${why}\nThere are: live [--workloads seminar,hot] [--profile folder], joins [--profile folder], votes, map [--claims 1000,10000] [--minutes 1], typing, history, exports, analysis, unseen, hostile [--attacks pages,hall]; each takes --json.\n`,
  );
  process.exit(2);
}
