import { toSnapshot } from '../../debate/engine/snapshot.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import type { DebateHead } from '../../debate/head/head.ts';
import type { Participant } from '../../debate/participants/participant.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { PARLEY_VERSION } from './parley-schema.ts';

/** Parley JSON, one record per line: everything the exporter may see. */
export function* writeParley(debate: ExchangedDebate): Generator<string> {
  const { state, names, kept } = debate;
  const sorted = Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  yield `{"format":"parley-debate","version":${PARLEY_VERSION},\n"names":${JSON.stringify(sorted)},\n"kept":${JSON.stringify(kept)},\n"debate":{`;
  let between = '\n';
  const left = {
    head: state.head && unrestricted(state.head),
    participants: state.participants.map(hidingVotes),
    positions: positionsOf(debate),
    numbering: null,
  };
  for (const [name, value] of Object.entries(toSnapshot({ ...state, ...left }))) {
    yield `${between}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* writeList(value);
    else yield JSON.stringify(value);
    between = ',\n';
  }
  yield '\n}}\n';
}

/** Those of a branch include the positions that its claims name: a debate imported from it needs them. */
function positionsOf({ state, branch }: ExchangedDebate): DebateState['positions'] {
  if (!branch) return state.positions;
  const named = new Set(
    [...state.claims.values()].flatMap((claim) => [claim.positionId, claim.steelman?.by]),
  );
  return state.positions.map((position) =>
    named.has(position.id) ? (branch.whole.positions.get(position.id) ?? position) : position,
  );
}

/** Without restrictions by administrators of this server: they don't apply to the debate elsewhere. */
function unrestricted({ restrictions, ...head }: DebateHead): DebateHead {
  return head;
}

/** Without a person's consent to show their votes: it is for this debate, and they may withdraw it. */
function hidingVotes({ showsVotes, everShowedVotes, ...person }: Participant): Participant {
  return person;
}

function* writeList(records: readonly unknown[]): Generator<string> {
  let between = '[\n';
  for (const record of records) {
    yield between + JSON.stringify(record);
    between = ',\n';
  }
  yield records.length === 0 ? '[]' : '\n]';
}
