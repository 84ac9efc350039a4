import { evolveAll } from '../../debate/engine/evolve.ts';
import { EMPTY_STATE } from '../../debate/engine/state.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { parseRecords, readJson, versionOf } from '../read-json.ts';
import { entriesOfTemplate } from './entries-of-template.ts';
import { TEMPLATE_VERSION } from './template-parts.ts';
import { type Template, templateSchema } from './template-schema.ts';

/** The owner of a debate that is only looked at. */
const NOBODY_YET = { ownerId: 'preview', visibility: 'private', now: 0 } as const;

/** Reads a template: whole, and such that a debate can be started from it, or not at all. */
export function readTemplate(bytes: Uint8Array): Imported {
  const template = parseTemplate(readJson(bytes));
  const state = evolveAll(EMPTY_STATE, entriesOfTemplate(template, NOBODY_YET));
  return { state, names: new Map(), kept: [], setAside: [], template };
}

/** The template that this content of a file is. Throws a `FormatError` if no debate can be started from it. */
export function checkTemplate(value: unknown): Template {
  const template = parseTemplate(value);
  entriesOfTemplate(template, NOBODY_YET);
  return template;
}

function parseTemplate(value: unknown): Template {
  if (versionOf(value) > TEMPLATE_VERSION) throw new FormatError('newer_version');
  return parseRecords(templateSchema, value);
}
