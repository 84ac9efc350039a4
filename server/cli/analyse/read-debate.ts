import { z } from 'zod';
import { ENTRY_SHAPE } from '#domain/debate/engine/entries.ts';
import { type DebateSnapshot, fromSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { upcastSnapshot } from '#domain/debate/engine/upcast.ts';
import { InputError } from './input-error.ts';

const record = z.looseObject({ id: z.string() });
const target = z.object({ kind: z.enum(['position', 'claim', 'link']), id: z.string() });

/** The parts of a debate's JSON used in the analysis; lists that a file doesn't have are empty. */
const debate = z.looseObject({
  shape: z.number().int().max(ENTRY_SHAPE, 'was written by a newer version of Parley').default(ENTRY_SHAPE),
  positions: z.array(z.looseObject({ id: z.string(), removed: z.boolean().default(false) })).default([]),
  claims: z.array(
    z.looseObject({
      id: z.string(),
      parentLink: z.string(),
      wording: z.number().default(1),
      retracted: z.boolean().default(false),
      tally: z.object({ agree: z.number(), disagree: z.number(), pass: z.number(), earlier: z.number() }),
    }),
  ),
  links: z.array(
    z.looseObject({
      id: z.string(),
      from: z.string(),
      target,
      relation: z.enum(['support', 'attack']),
      parent: z.boolean(),
      order: z.string().default(''),
      at: z.number().default(0),
      retracted: z.boolean().default(false),
    }),
  ),
  participants: z.array(z.looseObject({ id: z.string(), joinedAt: z.number().default(0) })).default([]),
  votes: z
    .array(z.tuple([z.string(), z.string(), z.enum(['agree', 'disagree', 'pass']), z.number()]))
    .default([]),
  comments: z.array(z.looseObject({ id: z.string(), on: target })).default([]),
  ...Object.fromEntries(
    [
      'sources',
      'articles',
      'citations',
      'suggestions',
      'hidden',
      'locks',
      'merges',
      'splits',
      'reviews',
      'reports',
      'moderationLog',
    ].map((list) => [list, z.array(record).default([])]),
  ),
  histories: z.array(z.unknown()).default([]),
});

/** A debate in Parley's JSON format. */
export function parseDebate(file: string, json: unknown): DebateState {
  const read = debate.safeParse(upcastSnapshot(withShape(json)));
  if (read.success) return fromSnapshot(read.data as unknown as DebateSnapshot);
  const [issue] = read.error.issues;
  throw new InputError(file, `not a debate: ${issue?.path.join('.') || 'it'}: ${issue?.message ?? ''}.`);
}

/** Adds the shape to a file that lacks it and has names of the last one before today's. */
function withShape(json: unknown): unknown {
  const isEarlier = typeof json === 'object' && json !== null && 'withheld' in json && !('shape' in json);
  return isEarlier ? { ...json, shape: 9 } : json;
}
