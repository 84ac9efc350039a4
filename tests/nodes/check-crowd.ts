import assert from 'node:assert/strict';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { audienceOf, projectState } from '../../domain/debate/engine/project.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { upcastEntry } from '../../domain/debate/engine/upcast.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { scopedClientId } from '../../server/log/submission.ts';
import { assertSame, checkLog } from '../simulation/check-outcome.ts';
import type { Crowd, CrowdPerson } from './crowd.ts';

/**
 * Tests whether everyone is live, has nothing pending and sees the same, up to the end of the log; else what is missing. Cheap
 * enough to be asked again and again.
 */
export function unrest(crowd: Crowd, head: number): string {
  const away = crowd.people.length - crowd.live();
  const behind = crowd.people.filter(({ store }) => store.state().replica.confirmed.seq !== head).length;
  return `${away} away, ${crowd.waiting()} operations wait, ${behind} not at the head`;
}

export const AT_REST = '0 away, 0 operations wait, 0 not at the head';

/**
 * Reads the log and checks all that must hold at rest: the log has no hole, replicas equal it, nothing acknowledged is lost.
 * Texts are still sealed meanwhile, by the server: each replica is looked at first, and equals the log as far as it goes.
 */
export async function checkCrowd(crowd: Crowd, log: OperationLog, debateId: string): Promise<void> {
  const seen = crowd.people.map((person) => ({ person, replica: person.store.state().replica }));
  const stored = await log.read(debateId, 0, 1_000_000);
  const entries = stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
  const heads = [...new Set(seen.map(({ replica }) => replica.confirmed.seq))];
  const replays = new Map(heads.map((head) => [head, checkLog(entries.slice(0, head))]));
  for (const { person, replica } of seen) {
    const replayed = replays.get(replica.confirmed.seq) ?? EMPTY_STATE;
    const role = (replica.participantId && replayed.participants.get(replica.participantId)?.role) || null;
    const projected = projectState(replayed, audienceOf(role), replica.participantId);
    assertSame(replica.confirmed, projected, 'a replica and a replay');
    await checkAnswers(person, log, debateId);
  }
}

/** Acknowledged operations are stored under the same number, with an entry of that person. */
async function checkAnswers({ store, acknowledged }: CrowdPerson, log: OperationLog, debateId: string) {
  const participantId = store.state().replica.participantId ?? '';
  const clientId = scopedClientId(participantId, store.clientId);
  const identities = [...acknowledged.keys()].map((clientSeq) => ({ clientId, clientSeq }));
  const stored = new Map(
    (await log.answers(debateId, identities)).map(({ clientSeq, answer }) => [
      clientSeq,
      answer as OperationAnswer,
    ]),
  );
  for (const [clientSeq, seq] of acknowledged) assert.deepEqual(stored.get(clientSeq), { ok: true, seq });
}
