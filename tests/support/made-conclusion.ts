import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import type { ConclusionSection } from '../../domain/debate/texts/texts.ts';
import { diffText } from '../../domain/ot/text-change.ts';

/** The agreement in the conclusion of `aDebate()`. */
export const AGREED = 'Prices count';

/** Opens the conclusion for writing, or closes it. */
export function conclude(open = true): OperationOf<'conclusion.setStatus'> {
  return { type: 'conclusion.setStatus', open };
}

/** Writes a section that said `was` until then, on a revision of it. */
export function writeConclusion(
  section: ConclusionSection,
  text: string,
  was = '',
  base = 1,
): OperationOf<'conclusion.edit'> {
  return { type: 'conclusion.edit', section, base, change: diffText(was, text) };
}

/** Signs a revision for a position. */
export function sign(signatureId: string, positionId = 'east', revision = 2): OperationOf<'conclusion.sign'> {
  return { type: 'conclusion.sign', signatureId, positionId, revision };
}

/** Records that a position has signed a revision; null: that it has not. */
export function recordSignOff(
  signatureId: string,
  positionId = 'east',
  revision: number | null = 2,
): OperationOf<'conclusion.record'> {
  return { type: 'conclusion.record', signatureId, positionId, revision };
}

/** Chooses the position that a person speaks for. */
export function speaksFor(participantId: string, team: string): OperationOf<'team.choose'> {
  return { type: 'team.choose', participantId, team };
}

export const UNSIGN = { type: 'conclusion.unsign' } as const;

const teams = (teams: 'off' | 'chosen') => ({ type: 'debate.configure', teams }) as const;

/** How `aDebate()` comes to its conclusion, which its owner signs. */
export const CONCLUDING = [
  teams('off'),
  conclude(),
  writeConclusion('agreements', AGREED),
  recordSignOff('n-e'),
  sign('n-o'),
  teams('chosen'),
];

/** Operations on that conclusion, of two people who make them at once. */
export const CONCLUSION_CASES = {
  'conclusion.setStatus': [conclude(false)],
  'conclusion.edit': [
    writeConclusion('agreements', `${AGREED} most`, AGREED, 2),
    writeConclusion('agreements', `All ${AGREED}`, AGREED, 2),
    writeConclusion('differences', 'Whose prices'),
  ],
  'conclusion.sign': [sign('n-1', 'west'), sign('n-2', 'west')],
  'conclusion.unsign': [UNSIGN],
  'conclusion.record': [
    recordSignOff('n-3', 'west'),
    recordSignOff('n-4', 'west'),
    recordSignOff('n-5', 'east', null),
  ],
};
