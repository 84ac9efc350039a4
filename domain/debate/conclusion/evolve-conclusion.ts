import type { Effect, EffectOn, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Conclusion, Signature } from './conclusion.ts';

type ConclusionEffect = Exclude<EffectOn<'conclusion'>, Extract<Effect, { type: 'conclusion.edited' }>>;

/** Folds the conclusion's status and its signatures; its edits are folded as those of any text. */
export function evolveConclusion(
  state: DebateState,
  effect: ConclusionEffect,
  entry: EntryFrame,
): DebateState {
  switch (effect.type) {
    case 'conclusion.statusChanged': {
      const conclusion = state.conclusion ?? (effect.open ? begun(entry.at) : null);
      return { ...state, conclusion: conclusion && { ...conclusion, open: effect.open } };
    }
    case 'conclusion.signed': {
      if (!state.positions.has(effect.positionId)) return state;
      const { signatureId: id, positionId, revision, recorded, instead } = effect;
      const { author, at } = entry;
      const signature: Signature = { id, positionId, author, at, revision, ...(recorded && { recorded }) };
      const others = instead === undefined ? state.signatures : state.signatures.delete(instead);
      return { ...state, signatures: others.set(id, signature) };
    }
    case 'conclusion.unsigned':
      return { ...state, signatures: state.signatures.delete(effect.signatureId) };
  }
}

function begun(at: number): Conclusion {
  return {
    open: true,
    begunAt: at,
    editedAt: null,
    revision: 1,
    agreements: '',
    differences: '',
    cruxes: '',
  };
}
