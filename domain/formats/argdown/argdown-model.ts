import {
  ArgdownApplication,
  Data,
  DataPlugin,
  FrontMatter,
  FrontMatterSettingsModes,
  type IArgdownResponse,
  InterpretationModes,
  type IRelation,
  ModelPlugin,
  ParserPlugin,
} from '@argdown/core';
import { FormatError } from '../format-error.ts';
import { checkParagraphs } from './check-paragraphs.ts';
import { checkScans } from './check-scans.ts';
import { readYaml } from './read-yaml.ts';

type IToken = NonNullable<IArgdownResponse['tokens']>[number];

/** An Argdown document as parsed by its own parser; an invalid document is refused with its first invalid line. */
export function argdownModel(text: string): IArgdownResponse {
  checkScans(text);
  checkParagraphs(text);
  const application = new ArgdownApplication();
  application.addPlugin(new ParserPlugin(), 'parse-input');
  application.addPlugin(
    new DataPlugin({ frontMatterSettingsMode: FrontMatterSettingsModes.IGNORE }),
    'build-model',
  );
  application.addPlugin(new ModelPlugin(), 'build-model');
  const parsed = application.run({ process: ['parse-input'], input: text, logLevel: 'none' });
  const [error] = [...(parsed.lexerErrors ?? []), ...(parsed.parserErrors ?? [])];
  if (error) throw new FormatError('malformed', lineOf(error), firstLine(error.message));
  const model = modelSettings(checkYaml(parsed.tokens ?? []));
  const response = application.run(
    { process: ['build-model'], input: text, logLevel: 'none', model },
    parsed,
  );
  const [exception] = response.exceptions ?? [];
  if (exception) throw new FormatError('malformed', null, firstLine(exception.message));
  return response;
}

/** Front matter without the lines of equals signs around it. A pattern would search for the end of each run of them in between. */
function withoutRules(image: string): string {
  const text = image.trim();
  let [start, end] = [0, text.length];
  while (text[start] === '=') start += 1;
  while (end > start && text[end - 1] === '=') end -= 1;
  return text.slice(start, end);
}

/** Refuses YAML that expands to more than it contains, before the model is built from it; returns the front matter. */
function checkYaml(tokens: readonly IToken[]): unknown {
  let frontMatter: unknown;
  for (const { tokenType, image, startLine = null } of tokens) {
    if (tokenType === FrontMatter) frontMatter = readYaml(withoutRules(image), startLine);
    if (tokenType === Data) readYaml(image.replace(/^\{[ \t]*\n([\s\S]*)\}\s*$/, '$1'), startLine);
  }
  return frontMatter;
}

/** The document's settings for the model: the only ones of its settings that affect it. */
function modelSettings(frontMatter: unknown): { mode?: InterpretationModes } {
  const { model } = Object(frontMatter) as { readonly model?: unknown };
  const { mode } = Object(model) as { readonly mode?: unknown };
  return mode === InterpretationModes.STRICT ? { mode: InterpretationModes.STRICT } : {};
}

/** The line in which a relation first appears; undefined: none. */
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
