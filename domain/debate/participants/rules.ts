import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decideErasure } from './decide-erasure.ts';
import {
  decideAppointment,
  decideParticipantJoin,
  decideRename,
  decideSanction,
  decideTeam,
  decideTransfer,
} from './decide-people.ts';
import { decideShownVotes } from './shown-votes.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const PARTICIPANT_RULES: OperationRules<
  | 'participant.join'
  | 'participant.appoint'
  | 'debate.transfer'
  | 'participant.mute'
  | 'participant.setMembership'
  | 'participant.rename'
  | 'participant.erase'
  | 'team.choose'
  | 'perspective.show'
> = {
  'participant.join': {
    decide: decideParticipantJoin,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'participant.appoint': {
    decide: decideAppointment,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'debate.transfer': {
    decide: decideTransfer,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'participant.mute': {
    decide: decideSanction,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'participant.setMembership': {
    decide: decideSanction,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'participant.rename': {
    decide: decideRename,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'participant.erase': {
    decide: decideErasure,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'team.choose': {
    decide: decideTeam,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'perspective.show': {
    decide: decideShownVotes,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
