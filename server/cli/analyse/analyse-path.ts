import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ArgumentGraph } from '#domain/analysis/graph/argument-graph.ts';
import { type BaseName, baseBy } from '#domain/analysis/graph/base-score.ts';
import { graphOfDebate } from '#domain/analysis/graph/graph-of-debate.ts';
import { opinionsOfDebate } from '#domain/analysis/opinions/opinions-of-debate.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { tableNameOf } from '#domain/formats/csv/read-zipped-set.ts';
import { reportLabels, reportOpinions, reportStrengths } from './analysis-report.ts';
import { InputError } from './input-error.ts';
import { parseDebate } from './read-debate.ts';
import { isWeighted, readApx, readTgfFramework, readWeighted } from './read-frameworks.ts';
import { readPolisCsv, readPolisJson } from './read-polis.ts';
import { readJsonFile, readTextFile } from './read-text.ts';

/**
 * Analyzes the files at a path: those of strengths, labels and opinions that apply, as one object. `base`: how the votes of a debate become
 * base scores; a framework with scores keeps its own.
 */
export async function analysePath(
  path: string,
  base: BaseName | number = 'social',
): Promise<Readonly<Record<string, unknown>>> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new InputError(path, 'no such file or folder.');
  if (found.isDirectory()) return analyseFolder(path);
  switch (extname(path).toLowerCase()) {
    case '.tgf':
      return reportLabels(readTgfFramework(path, await readTextFile(path)));
    case '.apx':
      return reportLabels(readApx(path, await readTextFile(path)));
    case '.json':
      return analyseJson(path, await readJsonFile(path), base);
    default:
      throw new InputError(path, 'use a .json, .tgf or .apx file, or a folder of Polis files.');
  }
}

function analyseJson(
  path: string,
  json: unknown,
  base: BaseName | number,
): Readonly<Record<string, unknown>> {
  if (isWeighted(json)) {
    const graph = readWeighted(path, json);
    return { ...reportStrengths(graph), ...reportLabels(graph) };
  }
  const state = parseDebate(path, isExported(json) ? json.debate : json);
  const graph = withBase(graphOfDebate(state), state, base);
  const opinions = opinionsOfDebate(state);
  return {
    base,
    ...reportStrengths(graph),
    ...reportLabels(graph),
    ...(opinions.participants.length > 0 ? reportOpinions(opinions, 'best') : {}),
  };
}

/** A debate's graph with base scores by the chosen method. A position keeps the middle. */
function withBase(graph: ArgumentGraph, { claims }: DebateState, base: BaseName | number): ArgumentGraph {
  const arguments_ = graph.arguments.map((argument) => {
    const claim = claims.get(argument.id);
    return claim ? { ...argument, base: baseBy(base, claim.tally) } : argument;
  });
  return { ...graph, arguments: arguments_ };
}

/** True for an exported debate, with names and what other formats kept; false for the bare debate. */
function isExported(json: unknown): json is { readonly debate: unknown } {
  return typeof json === 'object' && json !== null && 'debate' in json;
}

async function analyseFolder(path: string): Promise<Readonly<Record<string, unknown>>> {
  const names = (await readdir(path)).sort();
  if (names.includes('votes.json')) return reportOpinions(await readPolisJson(path), 'polis');
  const [votes, comments] = ['votes.csv', 'comments.csv'].map((table) =>
    names.find((name) => tableNameOf(name) === table),
  );
  if (votes !== undefined) {
    const [votesFile, commentsFile] = [join(path, votes), join(path, comments ?? 'comments.csv')];
    return reportOpinions(await readPolisCsv(votesFile, commentsFile), 'polis');
  }
  throw new InputError(path, 'a folder needs votes.csv and comments.csv, or votes.json and comments.json.');
}
