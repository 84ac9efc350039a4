import { unzipSync } from 'fflate';
import { discloseOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import {
  gatherOpinions,
  type OpinionsMoment,
  statementsOf,
  totalsSince,
} from '#domain/analysis/opinions/gather-opinions.ts';
import type { Opinion } from '#domain/analysis/opinions/opinions.ts';
import { finish } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { debateForExport } from '#domain/formats/exports/debate-for-export.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { aDebate, agree, type DebateBuilder, newClaim } from './debate-builder.ts';

const ANSWERS = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const;

/** A debate with these claims beside those of `aDebate()`, nobody's votes, and a ballot for research. */
export function aResearchBallot(claims: readonly string[]): DebateBuilder {
  return aDebate()
    .does('emil', { type: 'vote.withdraw', claimId: 'c-a' })
    .does('dana', ...claims.map((id) => newClaim(id.slice(2), 'c-b')))
    .does('olga', { type: 'debate.configure', ballots: 'research' });
}

/** People join in this order, and then vote, as far as they have not voted so already. */
export function votes(
  debate: DebateBuilder,
  claims: readonly string[],
  people: readonly (readonly [id: string, answers: readonly (Opinion | null)[]])[],
): DebateBuilder {
  for (const [participantId] of people)
    if (!debate.state.participants.has(participantId))
      debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
  for (const [id, answers] of people)
    for (const [at, answer] of answers.entries())
      if (answer !== null) debate.ask(id, { ...agree(claims[at] ?? ''), answer: ANSWERS[`${answer}`] });
  return debate;
}

/** Its votes as they are now, as a moment at which voting was over; with the totals shown, if it is. */
export function momentOf(state: DebateState): OpinionsMoment {
  return { ...finish(gatherOpinions(state)), totals: areTalliesHidden(state) ? null : totalsSince(state) };
}

/** Its Polis tables, or those of a branch, by file name, after these moments, as someone downloads them. */
export function polisFiles(
  debate: DebateBuilder,
  moments: readonly OpinionsMoment[] = [momentOf(debate.state)],
  who: string | null = 'otto',
  branch: string | null = null,
): Map<string, string> {
  const research = statementsOf(debate.state);
  const { table } = discloseOpinions(moments, { secret: true, named: false, research });
  const scope = { branch, people: 'names', called: new Map(), ballots: table } as const;
  const exchanged = debateForExport(debate.projection(who), scope, []);
  const pieces = [...FORMATS.polis.write(exchanged)].map((piece) => Buffer.from(piece));
  const files = Object.entries(unzipSync(Buffer.concat(pieces)));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}
