import {
  ArgdownApplication,
  DataPlugin,
  type IArgdownResponse,
  type IRelation,
  ModelPlugin,
  ParserPlugin,
} from '@argdown/core';
import { FormatError } from '../format-error.ts';

/** An Argdown document as its own parser understands it; a document that breaks its rules is refused with the first line that does. */
export function argdownModel(text: string): IArgdownResponse {
  const application = new ArgdownApplication();
  application.addPlugin(new ParserPlugin(), 'parse-input');
  application.addPlugin(new DataPlugin(), 'build-model');
  application.addPlugin(new ModelPlugin(), 'build-model');
  const response = application.run({
    process: ['parse-input', 'build-model'],
    input: text,
    logLevel: 'none',
  });
  const [error] = [...(response.lexerErrors ?? []), ...(response.parserErrors ?? [])];
  if (error) throw new FormatError('malformed', lineOf(error), firstLine(error.message));
  const [exception] = response.exceptions ?? [];
  if (exception) throw new FormatError('malformed', null, firstLine(exception.message));
  return response;
}

/** The line in which a relation is said first; unknown: none. */
export function lineOfRelation(relation: IRelation): number | null {
  return relation.occurrences?.[0]?.startLine ?? null;
}

function lineOf(error: { line?: number; token?: { startLine?: number } }): number | null {
  const line = error.line ?? error.token?.startLine;
  return typeof line === 'number' && Number.isFinite(line) ? line : null;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? '';
}
