import type { ComputedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import { comparePerspectives } from '#domain/analysis/perspectives/compare-perspectives.ts';
import {
  disclosedVotes,
  groupsBesideTeams,
  type PerspectiveSources,
  perspectiveChoices,
} from '#domain/analysis/perspectives/disclosed-perspectives.ts';
import { type ComparedPair, firstPair } from '#domain/analysis/perspectives/first-pair.ts';
import {
  type GatheredPerspectives,
  gatherPerspectives,
} from '#domain/analysis/perspectives/gather-perspectives.ts';
import { perspectiveNamed } from '#domain/analysis/perspectives/perspective.ts';
import type { Refusal } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Participant } from '#domain/debate/participants/participant.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { areTalliesHidden, isBallotSecret } from '#domain/debate/votes/ballots.ts';
import {
  COMPARED_AT_ONCE,
  type PerspectiveRow,
  type PerspectivesAnswer,
} from '#domain/protocol/perspectives-answer.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import type { OpinionAnalysis, OpinionsCalculation } from './opinions.ts';

/** Claims of a report on which two perspectives differ. */
const REPORTED = 6;

/** The last count of a debate's perspectives; dropped with its room. */
interface Counted {
  readonly of: OpinionsCalculation;
  /** As they were then, with their consents. */
  readonly participants: DebateState['participants'];
  readonly head: DebateState['head'];
  readonly gathered: Promise<GatheredPerspectives>;
}

/**
 * The votes of teams, opinion groups and people who show theirs, for people who may read the debate: counted when someone looks, in turns,
 * no more often than the opinion groups.
 */
export class Perspectives {
  readonly #opinions: OpinionAnalysis;
  readonly #counted = new WeakMap<DebateRoom, Counted>();

  constructor(opinions: OpinionAnalysis) {
    this.#opinions = opinions;
  }

  /** The perspectives that may be chosen, and the votes of these. Names of others, and of what may not be shown, have none. */
  async of(
    debateId: string,
    person: SignedIn | null,
    names: readonly string[],
  ): Promise<PerspectivesAnswer | Refusal> {
    const asked = [...new Set(names)].slice(0, COMPARED_AT_ONCE);
    return this.#opinions.read(debateId, person, async (room, calculation): Promise<PerspectivesAnswer> => {
      for (;;) {
        const { state } = room;
        const gathered = calculation && !isBallotSecret(state) ? await this.#count(room, calculation) : null;
        const answer = await answerOf(state, calculation, gathered, asked);
        // Whatever the debate no longer shows since then must not be shown.
        if (showsAlike(state, room.state)) return answer;
      }
    });
  }

  /** The comparison of the two first teams, or groups, with the claims on which they differ most; null: there are not two. */
  async compared(debateId: string, person: SignedIn | null): Promise<ComparedPair | null> {
    const first = await this.of(debateId, person, []);
    const pair = first.ok ? firstPair(first.choices) : null;
    const answer = pair && (await this.of(debateId, person, pair));
    if (!pair || !answer?.ok) return null;
    const [left, right] = pair.map((name) => new Map((answer.votes[name] ?? []).map(votesIn)));
    if (!left || !right) return null;
    const { differing } = comparePerspectives(left, right, [...left.keys()]);
    return { pair, differing: differing.slice(0, REPORTED) };
  }

  /** Counts the votes of a calculation of opinions by today's consents, once while these stay, beginning with the count before. */
  #count(room: DebateRoom, of: OpinionsCalculation): Promise<GatheredPerspectives> {
    const last = this.#counted.get(room);
    const { participants, head } = room.state;
    const isSame = last?.of === of && agreeAlike(last, { participants, head });
    if (isSame) return last.gathered;
    const gathered = this.#begin({ ...of.state, participants, head }, of.opinions, last?.gathered ?? null);
    this.#counted.set(room, { ...{ of, participants, head }, gathered });
    return gathered;
  }

  async #begin(
    state: DebateState,
    opinions: ComputedOpinions,
    last: Promise<GatheredPerspectives> | null,
  ): Promise<GatheredPerspectives> {
    const before = await last;
    return finishInTurns(gatherPerspectives(state, groupsBesideTeams(state, opinions), before));
  }
}

/** The answer by a state. */
async function answerOf(
  state: DebateState,
  calculation: OpinionsCalculation | null,
  gathered: GatheredPerspectives | null,
  asked: readonly string[],
): Promise<PerspectivesAnswer> {
  const seq = cursorFor(state, null).seq;
  if (calculation === null || areTalliesHidden(state))
    return { ok: true, seq, kept: true, choices: [], votes: {} };
  const sources = {
    ...{ state, opinions: calculation.opinions },
    gathered: isBallotSecret(state) ? null : gathered,
  };
  const votes: Record<string, readonly PerspectiveRow[] | null> = {};
  for (const name of asked) votes[name] = await rowsOf(sources, name);
  return { ok: true, seq, kept: false, choices: perspectiveChoices(sources), votes };
}

type Consents = Pick<DebateState, 'participants' | 'head'>;

/** True if the same people show their votes, and ever did. */
function agreeAlike(before: Consents, now: Consents): boolean {
  if (before.head !== now.head) return false;
  const { participants } = now;
  return (
    before.participants === participants ||
    participants.changedSince(before.participants, isAlike).every((id) => {
      const [was, is] = [before.participants.get(id), participants.get(id)];
      return !was?.everShowedVotes && !is?.everShowedVotes;
    })
  );
}

function isAlike(was: Participant, is: Participant): boolean {
  return (
    was.showsVotes === is.showsVotes &&
    was.everShowedVotes === is.everShowedVotes &&
    was.membership === is.membership
  );
}

/** True if the same may be shown in both states. */
function showsAlike(before: DebateState, now: DebateState): boolean {
  return (
    agreeAlike(before, now) &&
    before.agenda === now.agenda &&
    before.hidden === now.hidden &&
    before.embargoed === now.embargoed
  );
}

function votesIn([id, agree, disagree, pass]: PerspectiveRow) {
  return [id, { agree, disagree, pass }] as const;
}

async function rowsOf(sources: PerspectiveSources, name: string): Promise<readonly PerspectiveRow[] | null> {
  const of = perspectiveNamed(name);
  const votes = of && (await finishInTurns(disclosedVotes(sources, of)));
  return votes && [...votes].map(([id, { agree, disagree, pass }]) => [id, agree, disagree, pass] as const);
}
