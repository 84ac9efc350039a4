import { ATTEMPT_PACE, type AttemptKind } from './auth/attempts.ts';
import {
  DEBATES_OF_A_PERSON,
  DEBATES_OF_AN_ADDRESS,
  EXPORTS_OF_A_PERSON,
  GUESTS_OF_AN_ADDRESS,
  IMPORTS_OF_A_PERSON,
  LOOKS_BACK_OF_A_PERSON,
  LOOKS_OF_A_PERSON,
  LOOKS_OF_AN_ADDRESS,
  SEARCHES_OF_A_PERSON,
} from './http/arrivals.ts';
import { FAILED_TRIES } from './invitations/failed-tries.ts';
import { type Allowance, OF_A_PERSON } from './sockets/rate-limits.ts';
import { MAILS_A_DAY } from './use-cases/mail-invitations.ts';

/** How often something may be done at once, and a second in the long run. */
export interface Pace extends Allowance {
  readonly kind:
    | AttemptKind
    | 'events'
    | 'guests'
    | 'debatesOfPerson'
    | 'debatesOfAddress'
    | 'exports'
    | 'looksBack'
    | 'searches'
    | 'imports'
    | 'looksOfPerson'
    | 'looksOfAddress'
    | `codes${Capitalize<keyof typeof FAILED_TRIES>}`
    | `mails${Capitalize<keyof typeof MAILS_A_DAY>}`;
}

const DAY = 86_400;
const aDay = (count: number): Allowance => ({ burst: count, perSecond: count / DAY });

/** How fast what may be done, for administrators to see. */
export const PACES: readonly Pace[] = [
  { kind: 'events', ...OF_A_PERSON },
  { kind: 'guests', ...GUESTS_OF_AN_ADDRESS },
  { kind: 'debatesOfPerson', ...DEBATES_OF_A_PERSON },
  { kind: 'debatesOfAddress', ...DEBATES_OF_AN_ADDRESS },
  { kind: 'exports', ...EXPORTS_OF_A_PERSON },
  { kind: 'looksBack', ...LOOKS_BACK_OF_A_PERSON },
  { kind: 'searches', ...SEARCHES_OF_A_PERSON },
  { kind: 'imports', ...IMPORTS_OF_A_PERSON },
  { kind: 'looksOfPerson', ...LOOKS_OF_A_PERSON },
  { kind: 'looksOfAddress', ...LOOKS_OF_AN_ADDRESS },
  { kind: 'codesAddress', ...FAILED_TRIES.address },
  { kind: 'codesDebate', ...FAILED_TRIES.debate },
  { kind: 'codesAll', ...FAILED_TRIES.all },
  { kind: 'mailsPerson', ...aDay(MAILS_A_DAY.person) },
  { kind: 'mailsDebate', ...aDay(MAILS_A_DAY.debate) },
  { kind: 'mailsAddress', ...aDay(MAILS_A_DAY.address) },
  { kind: 'mailsAll', ...aDay(MAILS_A_DAY.all) },
  ...(Object.keys(ATTEMPT_PACE) as AttemptKind[]).map((kind) => ({ kind, ...ATTEMPT_PACE[kind] })),
];
