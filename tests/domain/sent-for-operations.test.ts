import { expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { firstOf, isTheServers, OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';

const BEGUN = aDebate();

/** The one who asks, another moderator, the author of what samples are about, another participant, and a reader. */
const VIEWERS = ['olga', 'mona', 'dana', 'emil', null] as const;

/** Frames that viewers get after the first `after` entries, as lines of text; viewers who are sent the same share them. */
function sentOf(debate: DebateBuilder, after: number): string[] {
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

function sentOfSamples(names: 'shown' | 'anonymous'): string {
  const types = OPERATION_TYPES.filter((type) => type !== 'debate.create');
  const begun = BEGUN.copy();
  if (names === 'anonymous') begun.does('olga', { type: 'debate.configure', names });
  return types
    .map((type) => {
      const who = isTheServers(type) ? SYSTEM : type.startsWith('comment.') ? 'dana' : 'olga';
      const debate = begun.copy();
      for (const first of firstOf(type)) debate.ask(who, first);
      const after = debate.entries.length;
      const answer = debate.ask(who, SAMPLES[type].operation);
      const sent = answer.ok ? sentOf(debate, after) : [`  refused: ${answer.rejection.code}`];
      return [type, ...sent].join('\n');
    })
    .join('\n');
}

test('[PJ1] of each operation, viewers are sent what they may know, where names are shown', async () => {
  await expect(`${sentOfSamples('shown')}\n`).toMatchFileSnapshot('sent-for-operations.txt');
});

test('[PJ1] of each operation, viewers are sent what they may know, in an anonymous debate', async () => {
  await expect(`${sentOfSamples('anonymous')}\n`).toMatchFileSnapshot('sent-for-operations-anonymous.txt');
});
