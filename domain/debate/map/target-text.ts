import type { DebateState } from '../engine/state.ts';
import type { Target } from './link.ts';

/** Returns the text that identifies a target: a position's name, a claim's text, the text of the claim a link comes from. */
export function targetText(view: DebateState, target: Target): string {
  switch (target.kind) {
    case 'position':
      return view.positions.get(target.id)?.name ?? '';
    case 'claim':
      return view.claims.get(target.id)?.text ?? '';
    case 'link':
      return view.claims.get(view.links.get(target.id)?.from ?? '')?.text ?? '';
  }
}
