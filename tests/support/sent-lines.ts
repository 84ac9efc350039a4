import type { DebateBuilder } from './debate-builder.ts';

const VIEWERS = [
  // The debate's owner, who asks for most.
  'olga',
  // A moderator.
  'mona',
  // The author of what most operations are about.
  'dana',
  // A participant.
  'emil',
  // A reader without a name.
  null,
] as const;

/** Frames that viewers get after the first `after` entries, as lines of text; viewers who are sent the same share them. */
export function sentLines(debate: DebateBuilder, after: number): string[] {
  const viewersOf = new Map<string, string[]>();
  for (const who of VIEWERS) {
    const { after: from, to, entries, own = [] } = debate.frame(who, after);
    const lines = [
      `numbers ${from} to ${to}`,
      ...entries.map((entry) => lineOf('', entry)),
      ...own.map((entry) => lineOf('own ', entry)),
    ].join('\n');
    viewersOf.set(lines, [...(viewersOf.get(lines) ?? []), who ?? 'a reader']);
  }
  return [...viewersOf].flatMap(([lines, viewers]) => [
    `  to ${viewers.join(', ')}:`,
    ...lines.split('\n').map((line) => `    ${line}`),
  ]);
}

function lineOf(
  kind: string,
  { actor, author, effect }: ReturnType<DebateBuilder['frame']>['entries'][number],
) {
  const { type, ...payload } = effect;
  const by = actor === author ? actor : `${actor} for ${author}`;
  return `${kind}${type} by ${by || 'nobody'}: ${JSON.stringify(payload, withoutEmptyParts)}`;
}

/** Fragments have a list for each kind of record: most are empty. */
function withoutEmptyParts(name: string, value: unknown): unknown {
  if (name !== 'fragment' || typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value);
  return Object.fromEntries(parts.filter(([, part]) => !Array.isArray(part) || part.length > 0));
}
