import { toSnapshot } from '../../debate/engine/snapshot.ts';
import type { DebateHead } from '../../debate/head/head.ts';
import type { Participant } from '../../debate/participants/participant.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { PARLEY_VERSION } from './parley-schema.ts';

/** Parley JSON, one record per line: everything the exporter may see. */
export function* writeParley({ state, names, kept }: ExchangedDebate): Generator<string> {
  const sorted = Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  yield `{"format":"parley-debate","version":${PARLEY_VERSION},\n"names":${JSON.stringify(sorted)},\n"kept":${JSON.stringify(kept)},\n"debate":{`;
  let between = '\n';
  const left = {
    head: state.head && unrestricted(state.head),
    participants: state.participants.map(hidingVotes),
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
