import type { Operation } from '../../domain/debate/engine/operations.ts';
import { newClaim } from '../support/debate-builder.ts';
import { SWITCHED } from '../support/made-steelmen.ts';

/** The author of the first claims, who never returns, and may want to be erased. */
export const FORGOTTEN = 'quinn';

/** How the debate begins: people in every role, two positions and a source, and three claims. */
export function opening(wording: 'shared' | 'own'): Operation[] {
  const claim = { type: 'claim.add', relation: 'support' } as const;
  const position = { type: 'position.add', summary: '' } as const;
  const east = { kind: 'position', id: 'east' } as const;
  return [
    {
      type: 'debate.create',
      title: 'A debate',
      motion: 'This house simulates',
      visibility: 'public',
      settings: { guests: 'debater', wording, teams: 'chosen' },
      ownerId: 'olga',
    },
    { type: 'participant.join', participantId: 'mona', role: 'moderator' },
    { type: 'participant.join', participantId: 'dana', role: 'debater' },
    { type: 'participant.join', participantId: 'emil', role: 'debater' },
    { type: 'participant.join', participantId: 'susi', role: 'suggester' },
    { type: 'participant.join', participantId: 'otto', role: 'observer' },
    { type: 'participant.join', participantId: FORGOTTEN, role: 'debater' },
    { type: 'source.add', sourceId: 's-a', title: 'A source', url: '', locator: '§1', excerpt: '', note: '' },
    { ...position, positionId: 'east', name: 'East', hue: 'blue' },
    { ...position, positionId: 'west', name: 'West', hue: 'rose' },
    {
      ...claim,
      claimId: 'c-a',
      linkId: 'l-a',
      target: east,
      positionId: 'east',
      text: 'foremost secondary thirdhand fourfold',
    },
    {
      ...claim,
      claimId: 'c-b',
      linkId: 'l-b',
      target: east,
      positionId: 'west',
      text: 'fifthhand sixfolded sevenfold',
    },
    {
      ...claim,
      claimId: 'c-c',
      linkId: 'l-c',
      target: { kind: 'claim', id: 'c-a' },
      positionId: null,
      text: 'eightfold',
    },
  ];
}

/** Then teams switch sides for a while, and its first author writes the best case for the east. */
export const SWITCHING: readonly { readonly by: string; readonly operations: Operation[] }[] = [
  {
    by: 'olga',
    operations: [
      { type: 'team.choose', participantId: FORGOTTEN, team: 'west' },
      { type: 'team.choose', participantId: 'emil', team: 'east' },
      { type: 'team.choose', participantId: 'olga', team: 'east' },
      { type: 'agenda.set', phases: [SWITCHED], base: 0 },
      { type: 'agenda.goTo', from: null, to: SWITCHED.id },
    ],
  },
  {
    by: FORGOTTEN,
    operations: [newClaim('s', 'east', { positionId: 'east', text: 'ninthfold tenthhand' })],
  },
  {
    by: 'olga',
    operations: [
      { type: 'agenda.goTo', from: SWITCHED.id, to: null },
      { type: 'agenda.set', phases: [], base: 1 },
    ],
  },
];
