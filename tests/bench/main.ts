import { readFileSync, writeFileSync } from 'node:fs';
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
import { benchGrowth } from './live/growth.ts';
import { growthTable } from './live/growth-table.ts';
import { benchJoins } from './live/joins.ts';
import { joinsTable } from './live/joins-table.ts';
import { benchLive } from './live/live-bench.ts';
import { liveTable } from './live/live-table.ts';
import { benchMemory, memoryTable } from './live/memory.ts';
import { benchNodes, nodesTable } from './live/nodes.ts';
import { plotGrowth } from './live/plot-growth.ts';
import { benchMap } from './map/map-bench.ts';
import { mapTable } from './map/map-table.ts';
import { medians } from './medians.ts';
import { benchOpening, openingTable } from './opening.ts';
import { benchTyping } from './typing/typing-bench.ts';
import { typingTable } from './typing/typing-table.ts';
import { benchUnseen, unseenTable } from './unseen.ts';
import { benchVotes } from './votes.ts';
import { votesTable } from './votes-table.ts';

/**
 * `npm run bench -- live [--json] [--workloads seminar,hot] [--profile folder]`, `npm run bench -- joins [--json] [--profile folder]`,
 * `npm run bench -- growth [--json]`, `npm run bench -- plot [--from growth.json] [--to docs/pictures/growth.svg]`,
 * `npm run bench -- nodes [--json]`, `npm run bench -- memory [--json] [--minutes 1]`,
 * `npm run bench -- map [--json] [--claims 1000,10000] [--minutes 1]`,
 * `npm run bench -- typing [--json]`, `npm run bench -- votes [--json]`, `npm run bench -- history [--json]`,
 * `npm run bench -- analysis [--json]`, `npm run bench -- exports [--json]`, `npm run bench -- unseen [--json]`,
 * `npm run bench -- opening [--json]`,
 * `npm run bench -- hostile [--json] [--attacks pages,hall]`: measures, and
 * prints a table, or with `--json` one JSON value and nothing else. `--repeats 3`: each as often, and prints medians.
 */
const { options, measurement } = readCommand();
const say = (line: string) => void (options.json || process.stderr.write(`${line}\n`));

switch (measurement) {
  case 'live':
    await print(
      () => benchLive({ only: listOf(options.workloads), profiles: options.profile }, say),
      liveTable,
    );
    break;
  case 'joins':
    await print(() => benchJoins(options.profile, say), joinsTable);
    break;
  case 'growth':
    await print(() => benchGrowth(say), growthTable);
    break;
  case 'plot':
    writeFileSync(options.to, plotGrowth(JSON.parse(readFileSync(options.from, 'utf8'))));
    break;
  case 'nodes':
    await print(() => benchNodes(say), nodesTable);
    break;
  case 'memory':
    await print(() => benchMemory(Number(options.minutes), say), memoryTable);
    break;
  case 'votes':
    await print(() => benchVotes(say), votesTable);
    break;
  case 'exports':
    await print(() => benchExports(say), exportsTable);
    break;
  case 'analysis':
    await print(() => benchAnalysis(say), analysisTable);
    break;
  case 'history':
    await print(() => benchHistory(say), historyTable);
    break;
  case 'map':
    installChromium();
    await print(
      () => benchMap(options.claims.split(',').map(Number), Number(options.minutes), say),
      mapTable,
    );
    break;
  case 'hostile':
    await print(() => benchHostile(listOf(options.attacks), say), hostileTable);
    break;
  case 'typing':
    installChromium();
    await print(() => benchTyping(say), typingTable);
    break;
  case 'opening':
    await print(() => benchOpening(say), openingTable);
    break;
  case 'unseen':
    await print(async () => benchUnseen(say), unseenTable);
    break;
  default:
    refuse('Which measurement?');
}
process.exit(0);

async function print<T>(measure: () => Promise<T>, table: (result: T) => string): Promise<void> {
  const result = await medians(Number(options.repeats), measure);
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
        from: { type: 'string', default: 'growth.json' },
        to: { type: 'string', default: 'docs/pictures/growth.svg' },
        repeats: { type: 'string', default: '1' },
      },
    });
    return { options: values, measurement: positionals[0] };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(why: string): never {
  process.stderr.write(
    `${why}\nThere are: live [--workloads seminar,hot] [--profile folder], joins [--profile folder], growth, plot [--from growth.json] [--to docs/pictures/growth.svg], nodes, memory [--minutes 1], votes, map [--claims 1000,10000] [--minutes 1], typing, history, exports, analysis, unseen, opening, hostile [--attacks pages,hall]; each takes --json and --repeats 3, which prints medians.\n`,
  );
  process.exit(2);
}
