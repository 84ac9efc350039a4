import { z } from 'zod';

/** An AIF document in the dialect of AIFdb; ids are strings, and some files have numbers. */
const id = z.union([z.string(), z.number()]).transform(String);
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value ?? '') as string | number)
  .transform(String);

const node = z.looseObject({ nodeID: id, text: word, type: z.string(), timestamp: word });
const edge = z.looseObject({ edgeID: id, fromID: id, toID: id });
const locution = z.looseObject({ nodeID: id });

export const aifSchema = z.looseObject({
  nodes: z.array(node),
  edges: z.array(edge),
  locutions: z.array(locution).nullish(),
});

export type AifNode = z.infer<typeof node>;
export type AifEdge = z.infer<typeof edge>;

/** Marks the step from a position to the motion, and from a motion to nothing: AIF has neither. */
export const POSITION_SCHEME = 'Parley: position on a motion';

/** A time in AIFdb's format, in UTC. */
export function aifTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** The time in AIFdb's format; 0 if it is invalid. */
export function timeOf(timestamp: string): number {
  const at = Date.parse(`${timestamp.replace(' ', 'T')}Z`);
  return Number.isFinite(at) && at > 0 ? at : 0;
}
