import { z } from 'zod';
import { LIMITS } from '../../debate/engine/limits.ts';
import {
  phaseShape,
  pollShape,
  positionShape,
  settingsShape,
  taskShape,
} from '../../debate/engine/operations.ts';
import { TEMPLATE_VERSION } from './template-parts.ts';

const text = z.string();
const { template: _, ...settings } = settingsShape;

/** A text to read: a source with its article. */
const reading = z.strictObject({
  title: text,
  url: text.default(''),
  locator: text.default(''),
  text: text.default(''),
});

/** A phase, with the tasks to be done in it. */
const phase = z.strictObject({
  ...phaseShape,
  tasks: z.array(z.strictObject(taskShape)).max(LIMITS.tasks).optional(),
});

/**
 * The schema of a template file: the shape of a debate, without anyone's contributions. Its parts are those of the operations that set
 * them, whose rules they must meet. The published JSON Schema is made from it.
 */
export const templateSchema = z.strictObject({
  format: z.literal('parley-template'),
  version: z.literal(TEMPLATE_VERSION),
  title: text,
  /** For people who choose a template: what it is good for. */
  about: text.default(''),
  /** Empty: each debate has its own. */
  motion: text.default(''),
  settings: z.strictObject(settings).default({}),
  positions: z.array(z.strictObject(positionShape)).max(LIMITS.positions).default([]),
  agenda: z.array(phase).max(LIMITS.phases).default([]),
  polls: z.array(z.strictObject(pollShape)).max(LIMITS.polls).default([]),
  texts: z.array(reading).max(LIMITS.sources).default([]),
});

/** The shape of a debate, from which others are started. */
export type Template = z.infer<typeof templateSchema>;

/** The published JSON Schema (2020-12). */
export function templateJsonSchema(): object {
  return {
    $id: `urn:parley:template:${TEMPLATE_VERSION}`,
    title: 'A template for debates in Parley',
    ...z.toJSONSchema(templateSchema, { target: 'draft-2020-12', io: 'input' }),
  };
}
