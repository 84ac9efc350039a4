import {
  type Ballots,
  DEFAULT_SETTINGS,
  type Names,
  type Visibility,
} from '../../domain/debate/head/head.ts';
import type { Template } from '../../domain/formats/template/template-schema.ts';
import type { PositionDraft } from './position-draft.ts';

/** Content that a new debate takes over from the debate or template it is started from. */
export interface TakenOver {
  readonly of: { readonly debateId: string } | { readonly template: Template };
  readonly title: string;
  readonly motion: string;
  readonly visibility: Visibility;
  readonly names: Names;
  readonly ballots: Ballots;
  /** Empty: it has none. */
  readonly positions: readonly PositionDraft[];
  /** Number of claims it could take over. */
  readonly claims: number;
}

/** Content that a new debate takes over from a template. A template without a motion is for debates on anything: they have other titles. */
export function templateToStart(template: Template): TakenOver {
  const { title, motion, settings, positions } = template;
  return {
    of: { template },
    title: motion === '' ? '' : title,
    motion,
    // People who are led through an agenda come by its link.
    visibility: 'unlisted',
    names: settings.names ?? DEFAULT_SETTINGS.names,
    ballots: settings.ballots ?? DEFAULT_SETTINGS.ballots,
    positions: positions.map((position, index) => ({ key: `template-${index}`, ...position })),
    claims: 0,
  };
}
