import { type PackedSnapshot, packSnapshot } from '../../domain/debate/packed-snapshot.ts';
import { type Audience, projectState } from '../../domain/debate/project.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import type { DebateState } from '../../domain/debate/state.ts';

/**
 * What all of an audience see of a state, packed once for all who open the debate while it is that state's: three hundred
 * people come at the same moment.
 */
export class PackedDebates {
  readonly #packed = new WeakMap<DebateState, Map<Audience, PackedSnapshot>>();

  of(state: DebateState, audience: Audience): PackedSnapshot {
    const packed = this.#packed.get(state) ?? new Map<Audience, PackedSnapshot>();
    this.#packed.set(state, packed);
    const known = packed.get(audience) ?? packSnapshot(toSnapshot(projectState(state, audience, null)));
    packed.set(audience, known);
    return known;
  }
}
