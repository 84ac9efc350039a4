import { posix } from 'node:path';

/** An import as it is written, with its line. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

const importForms = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(.*?)\1/gm,
  /^[ \t]*import\s*(['"])(.*?)\1/gm,
  /\b(?:import|require)\s*\(\s*(['"`])(.*?)\1/g,
  /\bnew URL\(\s*(['"])(\.[^'"]*\.(?:ts|tsx|js|mjs))\1\s*,\s*import\.meta\.url/g,
];

/** The imports of a module, programs it starts by path included. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  return importForms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      specifier: match[2] ?? '',
      line: code.slice(0, match.index + match[0].length).split('\n').length,
    })),
  );
}

/** The path from the project's root of the file that a module imports; `null`: a package. */
export function importedFile(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : null;
}

/**
 * Returns the folder of the board that a file stands in: a part of the core, a feature, a room of the map, the outline or the screens, or a
 * folder beside these.
 */
export function boardFolderOf(file: string): string {
  return /^app\/_board(\/(core|features|map|outline|screens)\/[^/]+|\/[^/]+)?(?=\/)/.exec(file)?.[0] ?? '';
}

/** Returns the folder of the server that a file stands in: a service, or a folder beside the services. */
export function serverFolderOf(file: string): string {
  return /^server(\/services\/[^/]+|\/[^/]+)(?=\/)/.exec(file)?.[0] ?? '';
}

/** Returns the folder of the domain that a file stands in; debates are one. */
export function domainFolderOf(file: string): string {
  return /^domain\/[^/]+(?=\/)/.exec(file)?.[0] ?? '';
}

/** Returns the folder of a debate's noun that a file stands in; the engine, which knows all of them, is none. */
export function nounFolderOf(file: string): string {
  return /^domain\/debate\/(?!engine\/)[^/]+(?=\/)/.exec(file)?.[0] ?? '';
}

/** Returns the folder inside a folder of the domain or the server that a file stands in. */
export function roomFolderOf(file: string): string {
  return /^(?:domain|server)\/[^/]+\/(?!engine\/)[^/]+(?=\/)/.exec(file)?.[0] ?? '';
}

/**
 * Names the folders that import each other, with an import of each direction. `sources`: the text of files by their path from the
 * project's root; `folderOf`: the folder a path counts to, or '' for none.
 */
export function foldersThatImportEachOther(
  sources: ReadonlyMap<string, string>,
  folderOf: (file: string) => string,
): string[] {
  const found = new Map<string, string>();
  for (const [file, source] of sources) {
    const from = folderOf(file);
    for (const { specifier, line } of importsOf(source)) {
      const target = importedFile(file, specifier);
      const to = target === null ? '' : folderOf(target);
      if (from !== '' && to !== '' && from !== to) found.set(`${from} ${to}`, `${file}:${line}`);
    }
  }
  return [...found].flatMap(([pair, place]) => {
    const [from = '', to = ''] = pair.split(' ');
    const back = found.get(`${to} ${from}`);
    return from < to && back ? [`${from} and ${to} import each other, at ${place} and ${back}`] : [];
  });
}

/**
 * The way from one of these files to a package that it loads, file by file; `null`: none loads it. Types are not loaded. `sources`: the text of files
 * by their path from the project's root.
 */
export function wayToPackage(
  sources: ReadonlyMap<string, string>,
  files: readonly string[],
  isPackage: (specifier: string) => boolean,
): readonly string[] | null {
  const from = new Map<string, string | null>(files.map((file) => [file, null]));
  // Iterating a map includes what is added on the way.
  for (const [at] of from) {
    const loaded = (sources.get(at) ?? '').replace(/^[ \t]*(?:import|export) type\b[^;]*;/gm, '');
    for (const { specifier } of importsOf(loaded)) {
      if (isPackage(specifier)) return wayBack(from, at);
      const target = importedFile(at, specifier);
      if (target !== null && !from.has(target)) from.set(target, at);
    }
  }
  return null;
}

function wayBack(from: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = from.get(at) ?? null) way.unshift(at);
  return way;
}

/** Blanks comments that fill whole lines, so that an import quoted in one does not count; lines keep their numbers. */
function withoutComments(source: string): string {
  return source
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ''));
}
