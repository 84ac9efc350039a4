import { z } from 'zod';
import { projectState } from '../../domain/debate/project.ts';
import {
  type DebateHead,
  RESTRICTIONS,
  type Restriction,
  VISIBILITIES,
} from '../../domain/debate/records/head.ts';
import { HUES } from '../../domain/debate/records/position.ts';
import type { DebateState } from '../../domain/debate/state.ts';

/** A debate's card in lists, derived from its log and stored beside it. */
export const debateListingSchema = z.object({
  motion: z.string(),
  positions: z.array(z.object({ name: z.string(), hue: z.enum(HUES) })),
  claims: z.number(),
  /** Offered where a new debate is started. */
  template: z.boolean().default(false),
  /** Participants who were removed or banned: it is no debate of theirs any more. Not there in cards of before. */
  out: z.array(z.string()).optional(),
  /** Restrictions by administrators that are in force; absent: none. */
  restricted: z.array(z.enum(RESTRICTIONS)).optional(),
});

export type DebateListing = z.infer<typeof debateListingSchema>;

/** Where archived debates stand. Private ones apart: nobody else is told that they are there. */
export const ARCHIVES = ['archived', 'archived_private'];

/** Where small groups stand: in no list, since their plenary leads there. */
export const GROUPS = 'group' as const;

/** Where debates stand that an administrator hid: in no list but their owner's and moderators'. */
export const HIDDEN = 'hidden' as const;

/** All places a debate can stand at. */
export const SHELVES = [...VISIBILITIES, GROUPS, 'archived', 'archived_private', HIDDEN, 'deleted'] as const;

/** Where lists have a debate: with those anybody finds, with those one takes part in, or with those about to go. */
export function shelfOf({ visibility, life, deleted, plenary, restrictions }: DebateHead): string {
  if (deleted) return 'deleted';
  if (restrictions?.hidden) return HIDDEN;
  if (plenary !== null) return GROUPS;
  if (life !== 'archived') return visibility;
  return visibility === 'private' ? 'archived_private' : 'archived';
}

export function listingOf(state: DebateState): DebateListing {
  const positions = [...state.positions.values()]
    .filter(({ removed }) => !removed)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ name, hue }) => ({ name, hue }));
  const { claims: shown, merges } = projectState(state, 'readers', null);
  const claims = shown.count(({ id, retracted }) => !retracted && !merges.has(id));
  const { motion = '', settings } = state.head ?? {};
  const restricted = restrictedIn(state);
  return {
    motion,
    positions,
    claims,
    template: settings?.template ?? false,
    out: outOf(state),
    ...(restricted.length > 0 && { restricted }),
  };
}

/** The restrictions by administrators that are in force. */
function restrictedIn({ head }: DebateState): Restriction[] {
  return RESTRICTIONS.filter((restriction) => head?.restrictions?.[restriction]);
}

/** Who was removed from a debate, or banned. */
export function outOf({ participants }: DebateState): string[] {
  return [...participants.values()].filter(({ standing }) => standing !== 'in').map(({ id }) => id);
}
