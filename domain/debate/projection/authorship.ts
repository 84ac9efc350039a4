import type { PersistentMap } from '../../collections/persistent-map.ts';
import { type Audience, redactSanction } from '../engine/project.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { Participant } from '../participants/participant.ts';

/**
 * Contributions that a participant owns in an anonymous debate: sent only to them, next to what their whole audience sees, so that they can
 * continue on every device.
 */
export interface Authorship {
  readonly participantId: string;
  /** Their participant record; null if they see everyone's. */
  readonly participant: Participant | null;
  /** The claims, links, sources, comments, questions, signatures and answers to steelmen they added. */
  readonly ids: readonly string[];
  /** The claims and comments that they changed last. */
  readonly changed: readonly string[];
}

/** Contributions that a person owns beyond what their audience may know; null: nobody in it sees less than they do. */
export function projectAuthorship(
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): Authorship | null {
  if (participantId === null || !isAnonymous(state)) return null;
  const own = state.participants.get(participantId);
  const participant = audience !== 'moderators' && own ? redactSanction(own) : null;
  const { claims, links, sources, comments, questions, signatures } = state;
  const written = [claims, links, sources, comments, questions, signatures].flatMap((records) =>
    [...records.values()].filter(({ author }) => author === participantId).map(({ id }) => id),
  );
  for (const claim of claims.values())
    for (const { id, author } of claim.steelman?.answers ?? [])
      if (author === participantId) written.push(answerKey(claim.id, id));
  const changed = [...state.lastChanges.values()]
    .filter(({ by }) => by === participantId)
    .map(({ id }) => id);
  return { participantId, participant, ids: written, changed };
}

/** A state in which these contributions are the viewer's again. */
export function applyAuthorship(state: DebateState, owned: Authorship | null): DebateState {
  if (owned === null) return state;
  const { participantId, participant } = owned;
  return {
    ...state,
    participants: participant ? state.participants.set(participantId, participant) : state.participants,
    claims: withAnswers(signed(state.claims, owned), owned),
    links: signed(state.links, owned),
    sources: signed(state.sources, owned),
    comments: signed(state.comments, owned),
    questions: signed(state.questions, owned),
    signatures: signed(state.signatures, owned),
    embargoed: signed(state.embargoed, owned),
    lastChanges: state.lastChanges.merge(
      owned.changed.flatMap((id) => {
        const one = state.lastChanges.get(id);
        return one ? [[id, { ...one, by: participantId }] as const] : [];
      }),
    ),
  };
}

/** Names an answer in the whole debate: its own id is one of its steelman. */
function answerKey(claimId: string, answerId: string): string {
  return `${claimId} ${answerId}`;
}

/** Claims on which these answers are the viewer's again. */
function withAnswers(
  claims: DebateState['claims'],
  { participantId: author, ids }: Authorship,
): DebateState['claims'] {
  const own = new Set(ids);
  return claims.withMutations((signing) => {
    for (const claim of claims.values()) {
      const { steelman } = claim;
      const isOwn = ({ id }: { readonly id: string }) => own.has(answerKey(claim.id, id));
      if (!steelman?.answers.some(isOwn)) continue;
      const answers = steelman.answers.map((one) => (isOwn(one) ? { ...one, author } : one));
      signing.set(claim.id, { ...claim, steelman: { ...steelman, answers } });
    }
  });
}

function signed<T extends { readonly author: string }>(
  records: PersistentMap<string, T>,
  { participantId: author, ids }: Authorship,
): PersistentMap<string, T> {
  return records.withMutations((signing) => {
    for (const id of ids) {
      const record = signing.get(id);
      if (record) signing.set(id, { ...record, author });
    }
  });
}
