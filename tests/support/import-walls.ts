import { importedFile, importsOf } from '../../scripts/import-graph.ts';

/** Which part of the project may import what. A path names a file or everything below a folder. */
interface Wall {
  of: string;
  folders: readonly string[];
  /** Packages allowed; absent: all but `forbiddenPackages`. */
  packages?: readonly string[];
  forbiddenPackages?: readonly string[];
}

const serverPackages = [
  'node:',
  '@auth/core',
  '@electric-sql/pglite',
  '@prisma/',
  'pg',
  'pglite-prisma-adapter',
  'pino',
  'prisma',
  'socket.io',
];

/** Modules that know nothing of debates. */
const BASE = ['domain/collections', 'domain/ot', 'domain/words'];

/** Modules that every part of the board may import. */
const BELOW_BOARD = ['app/_ui', 'domain'];

/** A feature of the board imports the board's core, but no other feature: what two of them share belongs to the core. */
const featureWall = (feature: string): Wall => ({
  of: feature,
  folders: [feature, 'app/_board/core', ...BELOW_BOARD],
  forbiddenPackages: serverPackages,
});

/** The folders of a debate's nouns, from the lowest layer to the highest. Each imports the engine and the layers below its own. */
export const nounLayers: readonly (readonly string[])[] = [
  ['contributions', 'head', 'phases', 'texts'],
  ['moderation-log', 'positions'],
  ['map', 'polls'],
  ['erasure', 'locks', 'visibility'],
  ['comments', 'meetings', 'votes'],
  ['participants', 'questions'],
  ['claims', 'conclusion', 'edits', 'links', 'sources', 'steelmen', 'tasks'],
  ['lineage', 'settings', 'suggestions'],
  ['agenda', 'groups', 'moderation'],
  ['projection'],
].map((layer) => layer.map((noun) => `domain/debate/${noun}`));

const nounWalls = nounLayers.flatMap((layer, level) =>
  layer.map((noun) => ({
    of: noun,
    folders: [noun, ...nounLayers.slice(0, level).flat(), 'domain/debate/engine', ...BASE],
    packages: ['fractional-indexing', 'zod'],
  })),
);

/** The first wall whose path fits a file is the one that holds for it. */
const walls: readonly Wall[] = [
  { of: 'domain/collections', folders: ['domain/collections'], packages: [] },
  { of: 'domain/ot', folders: ['domain/ot'], packages: [] },
  { of: 'domain/words', folders: ['domain/words'], packages: [] },
  ...nounWalls,
  {
    of: 'domain/debate',
    folders: ['domain/debate', ...BASE],
    packages: ['fractional-indexing', 'zod'],
  },
  {
    of: 'domain/sync',
    folders: ['domain/debate', 'domain/sync', ...BASE],
    packages: [],
  },
  { of: 'domain/protocol', folders: ['domain'], packages: ['zod'] },
  { of: 'domain/layout', folders: ['domain/debate', 'domain/layout', ...BASE], packages: [] },
  { of: 'domain/front', folders: ['domain/debate', 'domain/layout', 'domain/front', ...BASE], packages: [] },
  {
    of: 'domain/formats',
    folders: ['domain/debate', 'domain/evidence', 'domain/formats', 'domain/markdown', ...BASE],
    packages: ['mdast', '@argdown/core', 'fflate', 'fractional-indexing', 'js-yaml', 'zod'],
  },
  {
    of: 'domain/analysis',
    folders: ['domain/debate', 'domain/analysis', ...BASE],
    packages: ['ml-kmeans', 'ml-matrix'],
  },
  { of: 'domain/search', folders: ['domain'], packages: ['@orama/stemmers', 'franc'] },
  {
    of: 'domain/markdown',
    folders: ['domain/markdown'],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-autolink-literal',
      'mdast-util-to-markdown',
      'micromark-extension-gfm-autolink-literal',
    ],
  },
  { of: 'domain', folders: ['domain'], packages: ['zod'] },
  { of: 'scripts', folders: ['scripts', 'dist'] },
  { of: 'server', folders: ['server', 'domain', 'prisma'] },
  { of: 'prisma', folders: ['prisma', 'domain'] },
  { of: 'app/_board/core', folders: ['app/_board/core', ...BELOW_BOARD], forbiddenPackages: serverPackages },
  { of: 'app/_board', folders: ['app/_board', ...BELOW_BOARD], forbiddenPackages: serverPackages },
  { of: 'app/_ui', folders: ['app/_board', 'app/_ui', 'domain'], forbiddenPackages: serverPackages },
  {
    of: 'app',
    folders: [
      'app',
      'domain',
      'server/api',
      'server/services',
      'server/auth',
      'server/routes',
      'server/http',
      'server/limits',
      'server/handle.ts',
    ],
  },
];

/** The folders at the top whose imports are watched. */
export const walledFolders: readonly string[] = ['domain', 'server', 'prisma', 'app', 'scripts'];

/** Says, one sentence each, which imports of a file (its path from the project's root) break a wall. */
export function importWallViolations(file: string, source: string): string[] {
  const wall = wallOf(file);
  if (!wall) return [];
  return importsOf(source)
    .filter(({ specifier }) => !isAllowed(wall, file, specifier))
    .map(({ specifier, line }) => `${file}:${line} imports "${specifier}"; ${sentence(wall)}`);
}

function wallOf(file: string): Wall | undefined {
  const feature = /^app\/_board\/features\/[^/]+/.exec(file)?.[0];
  return feature === undefined ? walls.find(({ of }) => isWithin(file, of)) : featureWall(feature);
}

function isAllowed(wall: Wall, file: string, specifier: string): boolean {
  const target = importedFile(file, specifier);
  if (target !== null) {
    return wall.folders.some((folder) => isWithin(target, folder));
  }
  if (wall.packages) return wall.packages.some((name) => isPackage(specifier, name));
  return !wall.forbiddenPackages?.some((name) => isPackage(specifier, name));
}

function sentence({ of, folders, packages, forbiddenPackages }: Wall): string {
  const only = `${of} may import only ${folders.join(', ')}`;
  if (packages?.length === 0) return `${only} and no package`;
  if (packages) return `${only} and the packages ${packages.join(', ')}`;
  return forbiddenPackages ? `${only} and no package of the server` : `${only} and packages`;
}

function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
