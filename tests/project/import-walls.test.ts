import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  boardFolderOf,
  domainFolderOf,
  foldersThatImportEachOther,
  nounFolderOf,
  roomFolderOf,
  serverFolderOf,
  wayToPackage,
} from '../../scripts/import-graph.ts';
import { importWallViolations, nounLayers, walledFolders } from '../support/import-walls.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('import walls', () => {
  test.each(walledFolders)('%s imports only what it may', (folder) => {
    const files = sourceFiles(folder);
    expect(files).not.toEqual([]);
    expect(
      files.flatMap((file) => importWallViolations(file, readFileSync(join(root, file), 'utf8'))),
    ).toEqual([]);
  });

  test.each([
    ['folders', 'app/_board', boardFolderOf],
    ['folders', 'domain', domainFolderOf],
    ['rooms', 'domain', roomFolderOf],
    ['folders', 'server', serverFolderOf],
    ['rooms', 'server', roomFolderOf],
  ])('no two %s of %s import each other', (_, folder, folderOf) => {
    const sources = new Map(
      sourceFiles(folder).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
    );
    expect(sources.size).toBeGreaterThan(0);
    expect(foldersThatImportEachOther(sources, folderOf)).toEqual([]);
  });

  test('the tests of the domain stand in the folders of what they test', () => {
    const folders = new Set(sourceFiles('tests/domain').map((file) => dirname(relative('tests', file))));
    const others = [...folders].filter((folder) => !existsSync(join(root, folder)));
    expect(others).toEqual([]);
    expect(folders).not.toContain('domain');
  });

  test('every noun of a debate has its place in one layer', () => {
    const folders = new Set(sourceFiles('domain/debate').map(nounFolderOf).filter(Boolean));
    expect(nounLayers.flat().toSorted()).toEqual([...folders].toSorted());
  });

  test.each(walledFolders)('%s climbs at most two folders to what it imports', (folder) => {
    const climbs = sourceFiles(folder).filter((file) =>
      /\b(?:from|import)\s*\(?\s*'(?:\.\.\/){3}/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(climbs, 'Import #domain/…, #server/… or #app/… instead').toEqual([]);
  });

  // Next can't build pages that load WebAssembly or a database driver; the server hands them over by `handle.ts`.
  test('no page or route loads a package that only the server can', () => {
    const sources = new Map(
      ['app', 'domain', 'server', 'prisma']
        .flatMap(sourceFiles)
        .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
    );
    const isTheServers = (name: string) => /^(@resvg|@electric-sql|pg$|socket\.io$|harfbuzzjs)/.test(name);
    const pages = [...sources.keys()].filter((file) => file.startsWith('app/'));
    expect(wayToPackage(sources, pages, isTheServers)).toBeNull();
    expect(wayToPackage(sources, ['server/main.ts'], isTheServers)?.[0]).toBe('server/main.ts');
  });

  test('folders that import each other are named, each with an import', () => {
    const sources = new Map([
      ['app/_board/board.tsx', "import '../_ui/a.ts';\nimport './map/card.tsx';"],
      ['app/_board/map/card.tsx', "import '../core/view/wide.ts';\nimport '../features/votes/bar.tsx';"],
      [
        'app/_board/features/votes/bar.tsx',
        "import '../../core/view/wide.ts';\n\nimport '../../map/card.tsx';",
      ],
      ['app/_board/core/store/cell.ts', "import '../view/wide.ts';"],
    ]);
    expect(foldersThatImportEachOther(sources, boardFolderOf)).toEqual([
      'app/_board/features/votes and app/_board/map import each other, at app/_board/features/votes/bar.tsx:3 and app/_board/map/card.tsx:2',
    ]);
  });

  test.each([
    ['server/services/debates/debates.ts', 'server/services/debates'],
    ['server/services/index.ts', 'server/services'],
    ['server/realtime/relay/nodes.ts', 'server/realtime'],
    ['server/handle.ts', ''],
    ['domain/formats/csv/zip.ts', ''],
  ])('%s counts to %s', (file, folder) => {
    expect(serverFolderOf(file)).toBe(folder);
  });

  test.each([
    ['domain/debate/engine/decide.ts', "import { x } from '../../../server/env.ts';"],
    ['domain/debate/engine/decide.ts', "import { x } from '../../sync/replica.ts';"],
    ['domain/debate/votes/ballots.ts', "import { x } from '../claims/pace.ts';"],
    ['domain/debate/map/tree.ts', "import type { X } from '../links/x.ts';"],
    ['domain/sync/replica.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/sync/replica.ts', "import { useState } from 'react';"],
    ['domain/ot/text-change.ts', "import { ChangeSet } from '@codemirror/state';"],
    ['server/main.ts', "import page from '../app/page.tsx';"],
    ['server/main.ts', "export { x } from '../tests/support/postgres.ts';"],
    ['app/_board/map/card.tsx', "import {\n  a,\n  b,\n} from '../../../server/handle.ts';"],
    ['app/_board/map/card.tsx', "import type { Claim } from '../../../prisma/client/client.ts';"],
    ['app/_ui/button.tsx', "const client = await import('@prisma/client');"],
    ['app/_ui/button.tsx', "import '../../server/log/memory-log.ts';"],
    ['app/_board/core/store/worker.ts', "new Worker(new URL('../../../server/worker.ts', import.meta.url));"],
    ['app/_board/core/view/wide.ts', "import { x } from '../../map/card.tsx';"],
    ['app/_board/features/votes/bar.tsx', "import { x } from '../polls/poll-bars.tsx';"],
    ['app/_board/features/votes/bar.tsx', "import { x } from '../../map/card.tsx';"],
    ['app/debates/page.tsx', "import { databaseLog } from '../../server/log/database-log.ts';"],
  ])('%s is refused %s', (file, source) => {
    expect(importWallViolations(file, source)).toHaveLength(1);
  });

  test.each([
    ['domain/debate/claims/pace.ts', "import { x } from '../votes/ballots.ts';"],
    ['domain/debate/order.ts', "import { x } from 'fractional-indexing';\nimport { y } from './state.ts';"],
    [
      'app/_board/features/votes/bar.tsx',
      "import { x } from '../../core/view/wide.ts';\nimport './bar.module.css';",
    ],
    ['app/_board/map/card.tsx', "import { useState } from 'react';\nimport '../../_ui/card.module.css';"],
    [
      'app/page.tsx',
      "import { handle } from '../server/handle.ts';\nimport { x } from '../server/services/debates/debates.ts';",
    ],
    [
      'domain/debate/engine/decide.ts',
      "// import x from '../../../server/env.ts';\n/** import y from 'react'; */",
    ],
  ])('%s is allowed %s', (file, source) => {
    expect(importWallViolations(file, source)).toEqual([]);
  });

  test('a violation names the file, the line, the import and the rule', () => {
    expect(
      importWallViolations('domain/sync/replica.ts', "\nimport {\n  x,\n} from '../../app/x.ts';"),
    ).toEqual([
      'domain/sync/replica.ts:4 imports "../../app/x.ts"; domain/sync may import only domain/debate, domain/sync, domain/collections, domain/ot, domain/words and no package',
    ]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('prisma/client/'));
}
