import { z } from 'zod';
import { remainingPositions } from '#domain/debate/map/positions-in-order.ts';
import { countShownClaims } from '../../domain/debate/claims/shown-claims.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  type DebateHead,
  NAMES,
  RESTRICTIONS,
  type Restriction,
  VISIBILITIES,
} from '../../domain/debate/head/head.ts';
import { HUES } from '../../domain/debate/positions/position.ts';

/** A debate's card in lists, derived from its log and stored beside it. */
export const debateListingSchema = z.object({
  motion: z.string(),
  positions: z.array(z.object({ name: z.string(), hue: z.enum(HUES) })),
  claims: z.number(),
  /** Available as a template for new debates. */
  template: z.boolean().default(false),
  /** Participants who were removed or banned: it is not listed as theirs. Absent in cards of earlier releases. */
  out: z.array(z.string()).optional(),
  /** Restrictions by administrators that are in force; absent: none. */
  restricted: z.array(z.enum(RESTRICTIONS)).optional(),
  /** Participants who moderate it. Absent in cards of earlier releases, as `owner` and `names` are. */
  moderators: z.array(z.string()).optional(),
  owner: z.string().optional(),
  /** How authors are shown: the number of participants of an anonymous debate is not shown. */
  names: z.enum(NAMES).optional(),
});

export type DebateListing = z.infer<typeof debateListingSchema>;

/** Shelves of archived debates. Private ones have a separate shelf: nobody else may see that they exist. */
export const ARCHIVES = ['archived', 'archived_private'];

/** The shelf of small groups: they are in no list, since their plenary links to them. */
export const GROUPS = 'group' as const;

/** The shelf of debates hidden by an administrator: only in the lists of their owner and moderators. */
export const HIDDEN = 'hidden' as const;

/** All shelves a debate can be on. */
export const SHELVES = [...VISIBILITIES, GROUPS, 'archived', 'archived_private', HIDDEN, 'deleted'] as const;

/** The shelf of a debate in lists: listed for everyone, only for its participants, or deleted. */
export function shelfOf({ visibility, status, deleted, plenary, restrictions }: DebateHead): string {
  if (deleted) return 'deleted';
  if (restrictions?.hidden) return HIDDEN;
  if (plenary !== null) return GROUPS;
  if (status !== 'archived') return visibility;
  return visibility === 'private' ? 'archived_private' : 'archived';
}

export function listingOf(state: DebateState): DebateListing {
  const positions = remainingPositions(state).map(({ name, hue }) => ({ name, hue }));
  const { motion = '', settings } = state.head ?? {};
  const restricted = restrictedIn(state);
  return {
    motion,
    positions,
    claims: countShownClaims(state),
    template: settings?.template ?? false,
    ...peopleOf(state),
    ...(settings && { names: settings.names }),
    ...(restricted.length > 0 && { restricted }),
  };
}

/** The restrictions by administrators that are in force. */
function restrictedIn({ head }: DebateState): Restriction[] {
  return RESTRICTIONS.filter((restriction) => head?.restrictions?.[restriction]);
}

type People = Pick<DebateListing, 'moderators' | 'owner'> & { readonly out: string[] };

const peopleIn = new WeakMap<DebateState['participants'], People>();

/**
 * People named on a card: removed or banned people, and moderators; calculated once for a state and the following ones with the same
 * people.
 */
export function peopleOf({ participants }: Pick<DebateState, 'participants'>): People {
  const known = peopleIn.get(participants) ?? findPeople(participants);
  peopleIn.set(participants, known);
  return known;
}

function findPeople(participants: DebateState['participants']): People {
  const out: string[] = [];
  const moderators: string[] = [];
  let owner: string | undefined;
  for (const { id, role, membership } of participants.values()) {
    if (membership !== 'member') out.push(id);
    else if (role === 'owner') owner = id;
    else if (role === 'moderator') moderators.push(id);
  }
  return { out, moderators, ...(owner !== undefined && { owner }) };
}
