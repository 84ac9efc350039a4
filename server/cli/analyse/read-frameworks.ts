import { z } from 'zod';
import type { ArgumentGraph, ArgumentLink } from '#domain/analysis/graph/argument-graph.ts';
import { InputError } from './input-error.ts';

/** The base score of an argument in a framework without scores: nothing is calculated from it. */
const NO_SCORE = 0.5;

/** A framework in the trivial graph format: one argument per line, `#`, then one attack per line. */
export function readTgfFramework(file: string, text: string): ArgumentGraph {
  const ids = new Set<string>();
  const attacks: [string, string][] = [];
  let inAttacks = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [first, second] = line.trim().split(/\s+/);
    if (!first) continue;
    if (first === '#' && !inAttacks) inAttacks = true;
    else if (!inAttacks) ids.add(first);
    else if (second === undefined) throw new InputError(file, 'an attack needs two arguments.', index + 1);
    else attacks.push(known(file, ids, [first, second], index + 1));
  }
  if (!inAttacks) throw new InputError(file, 'the line "#" between arguments and attacks is missing.');
  return frameworkOf(ids, attacks);
}

/** A framework in ASPARTIX's format: `arg(a).` and `att(a,b).`, in any order. */
export function readApx(file: string, text: string): ArgumentGraph {
  const ids = new Set<string>();
  const attacks: { ends: [string, string]; line: number }[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const rest = line.replace(/%.*/, '').replace(FACT, (_, name: string, first: string, second?: string) => {
      if ((name === 'arg') !== (second === undefined))
        throw new InputError(
          file,
          `${name}(…) needs ${name === 'arg' ? 'one argument' : 'two arguments'}.`,
          index + 1,
        );
      if (second === undefined) ids.add(first);
      else attacks.push({ ends: [first, second], line: index + 1 });
      return '';
    });
    if (rest.trim() !== '') throw new InputError(file, `"${rest.trim()}" is not a fact.`, index + 1);
  }
  return frameworkOf(
    ids,
    attacks.map(({ ends, line }) => known(file, ids, ends, line)),
  );
}

const FACT = /\b(arg|att)\s*\(\s*([^(),\s]+)\s*(?:,\s*([^(),\s]+)\s*)?\)\s*\./g;

const pair = z.tuple([z.string(), z.string()]);
const weighted = z.strictObject({
  args: z.record(z.string().min(1), z.number().min(0).max(1)),
  attacks: z.array(pair).default([]),
  supports: z.array(pair).default([]),
});

/** True if this JSON is a framework with scores. */
export function isWeighted(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'args' in json;
}

/** A framework with scores: `{"args":{"a":0.5},"attacks":[["b","a"]],"supports":[["c","a"]]}`. */
export function readWeighted(file: string, json: unknown): ArgumentGraph {
  const read = weighted.safeParse(json);
  if (!read.success) throw new InputError(file, problemOf(read.error));
  const { args, attacks, supports } = read.data;
  const ids = new Set(Object.keys(args));
  for (const ends of [...attacks, ...supports]) known(file, ids, ends);
  return {
    arguments: Object.entries(args).map(([id, base]) => ({ id, base })),
    links: [...linksOf(attacks, 'attack'), ...linksOf(supports, 'support')],
  };
}

function problemOf({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join('.') || 'it'}: ${issue.message}.` : 'not a framework.';
}

function known(
  file: string,
  ids: ReadonlySet<string>,
  ends: readonly [string, string],
  line?: number,
): [string, string] {
  const unknown = ends.find((id) => !ids.has(id));
  if (unknown !== undefined) throw new InputError(file, `no argument "${unknown}".`, line);
  return [...ends];
}

function frameworkOf(ids: Iterable<string>, attacks: readonly (readonly [string, string])[]): ArgumentGraph {
  return {
    arguments: [...ids].map((id) => ({ id, base: NO_SCORE })),
    links: linksOf(attacks, 'attack'),
  };
}

/** Duplicates count once. */
function linksOf(
  pairs: readonly (readonly [string, string])[],
  relation: ArgumentLink['relation'],
): ArgumentLink[] {
  const byEnds = new Map(pairs.map((ends) => [JSON.stringify([relation, ...ends]), ends]));
  return [...byEnds].map(([id, [from, to]]) => ({
    id,
    from,
    target: { kind: 'argument', id: to },
    relation,
    weight: 1,
  }));
}
