import { decide } from '../../domain/debate/engine/decide.ts';
import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolve } from '../../domain/debate/engine/evolve.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { type Actor, actorOf } from '../../domain/debate/engine/permissions.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { toLogEntries } from '../../domain/debate/engine/to-log-entries.ts';
import { NO_READ_MARKS, type ReadMarks } from '../../domain/unread/read-marks.ts';
import { unreadAtClaim } from '../../domain/unread/unread-at-claim.ts';
import { placesInOrder, unreadItems } from '../../domain/unread/unread-items.ts';
import { generatedOperations } from '../../server/cli/generate/generated-operations.ts';
import { percentile } from './figures.ts';

/** How often each figure is taken. */
const ROUNDS = 20;
/** Cards drawn at once, each with its sign. */
const CARDS = 300;
const READER = 'm_made1';

/** The measurement of the unread list, in milliseconds: the median and the worst of many. */
export interface UnseenFigures {
  readonly claims: number;
  readonly comments: number;
  readonly entries: number;
  readonly rows: readonly {
    readonly what: string;
    readonly found: number;
    readonly middle: number;
    readonly worst: number;
    /** The limit. */
    readonly limit: number;
  }[];
}

/** Lists what is new in a debate of 10,000 claims and 100,000 entries, for someone away for a day, for weeks, and for ever. */
export function benchUnseen(say: (line: string) => void): UnseenFigures {
  say('making a debate of 10,000 claims and 100,000 entries …');
  const { state, entries } = largeDebate(10_000, 100_000);
  const view = projectState(state, 'debaters', READER);
  const since = (share: number): ReadMarks => ({ ...NO_READ_MARKS, until: Math.floor(state.at * share) });
  const list = (share: number) => () => unreadItems(view, READER, { seen: since(share) }).length;
  const cards = [...view.claims.values()].slice(0, CARDS);
  const reader = { participantId: READER, seen: since(0.9) };
  const rows = [
    { what: 'unseen list, nothing new', limit: 200, run: list(1) },
    { what: 'unseen list, a hundredth new', limit: 200, run: list(0.99) },
    { what: 'unseen list, a fifth new', limit: 200, run: list(0.8) },
    { what: 'unseen list, all new', limit: 200, run: list(0) },
    {
      what: 'next unseen, a fifth new',
      limit: 200,
      run: () => placesInOrder(view, unreadItems(view, READER, { seen: since(0.8) }), null).length,
    },
    {
      what: `signs of ${CARDS} cards`,
      limit: 16,
      run: () => cards.filter((claim) => unreadAtClaim(view, claim, reader) !== null).length,
    },
  ].map(({ what, limit, run }) => {
    say(`measuring: ${what}`);
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      found = run();
      times.push(performance.now() - began);
    }
    return { what, limit, found, middle: percentile(times, 0.5), worst: Math.max(...times) };
  });
  return { claims: state.claims.size, comments: state.comments.size, entries, rows };
}

/** The figures as a table. */
export function unseenTable({ claims, comments, entries, rows }: UnseenFigures): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, at) => cell.padEnd(at === 0 ? 30 : 12)).join('')}\n`;
  return [
    `${claims} claims, ${comments} comments, ${entries} entries\n\n`,
    line(['', 'found', 'middle', 'worst', 'limit']),
    ...rows.map(({ what, found, middle, worst, limit }) =>
      line([what, `${found}`, `${middle.toFixed(1)} ms`, `${worst.toFixed(1)} ms`, `${limit} ms`]),
    ),
  ].join('');
}

/** Claims, votes, then comments and rewordings all over them, a millisecond after another. */
function largeDebate(claims: number, count: number): { state: DebateState; entries: number } {
  let state = EMPTY_STATE;
  let now = 1_000;
  const does = (who: string, operation: Operation) => {
    const actor: Actor = actorOf(state, who) ?? { id: SYSTEM, role: 'system' };
    const decision = decide(state, operation, actor);
    if (!decision.ok) return;
    now += 1;
    for (const entry of toLogEntries(state, decision.effects, { actor: who, author: who }, now))
      state = evolve(state, entry as LogEntry);
  };
  const size = { claims, positions: 4, people: 40, votesPerClaim: 3, seed: 7 };
  for (const { author, operation } of generatedOperations(size)) does(author, operation);
  const ids = [...state.claims.keys()];
  for (let index = 0; state.seq < count; index += 1) {
    const who = `m_made${index % 40}`;
    const id = ids[(index * 7_919) % ids.length] ?? '';
    does(who, {
      type: 'comment.add',
      commentId: `m_talk${index}`,
      on: { kind: 'claim', id },
      replyTo: null,
      text: index % 9 === 0 ? `What of <@${READER}> and <#${id}>?` : 'What of it?',
    });
  }
  return { state, entries: state.seq };
}
