import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { inParts, packSteps } from '#domain/debate/engine/packed-snapshot.ts';
import { type Audience, projectState } from '#domain/debate/engine/project.ts';
import { snapshotSteps } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { FrontExcerpt } from '#domain/front/front-excerpt.ts';
import { excerptSteps, LARGE } from '#domain/front/make-excerpt.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { encodeInTurns } from '../../timing/encode-in-turns.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';

const compress = promisify(gzip);

/**
 * Characters from which a debate is compressed: all of it is in one script, and browsers need too long to parse two million characters of
 * one.
 */
const ZIPPED_FROM = 200_000;

type Packed = Pick<InitialState, 'packed' | 'zipped'>;

/**
 * The projections of a state by audience, packed once for all who open the debate while it is the state they have received (see
 * `ReceivedStates`): three hundred people may arrive at the same moment.
 */
export class PackedDebates {
  readonly #project: typeof projectState;
  readonly #views = new WeakMap<DebateState, Map<Audience, DebateState>>();
  readonly #packed = new WeakMap<DebateState, Map<Audience, Promise<Packed>>>();
  readonly #excerpts = new WeakMap<DebateState, Map<Audience, Promise<FrontExcerpt | null>>>();

  constructor(project = projectState) {
    this.#project = project;
  }

  of(state: DebateState, audience: Audience): Promise<Packed> {
    return onceFor(this.#packed, state, audience, () => packForPage(this.viewOf(state, audience)));
  }

  /** The part of a large debate that a page shows first. Null for a debate that isn't large. */
  async excerptOf(state: DebateState, audience: Audience): Promise<FrontExcerpt | null> {
    // An audience sees no more claims than there are.
    if (state.claims.size < LARGE) return null;
    return onceFor(this.#excerpts, state, audience, () =>
      finishInTurns(excerptSteps(this.viewOf(state, audience))),
    );
  }

  /** The projection for a person, or for all of an audience (`null`): only this one is kept. */
  readonly viewFor: typeof projectState = (state, audience, participantId) =>
    participantId === null ? this.viewOf(state, audience) : this.#project(state, audience, participantId);

  /** The projection for all of an audience. */
  viewOf(state: DebateState, audience: Audience): DebateState {
    return onceFor(this.#views, state, audience, () => this.#project(state, audience, null));
  }
}

function onceFor<Made>(
  made: WeakMap<DebateState, Map<Audience, Made>>,
  state: DebateState,
  audience: Audience,
  make: () => Made,
): Made {
  const ofState = made.get(state) ?? new Map<Audience, Made>();
  made.set(state, ofState);
  const known = ofState.get(audience) ?? make();
  ofState.set(audience, known);
  return known;
}

/** A projection as a page carries it; a large one compressed. */
export async function packForPage(view: DebateState): Promise<Packed> {
  const packed = await finishInTurns(packSteps(await finishInTurns(snapshotSteps(view))));
  const length = packed.reduce((sum, part) => sum + part.length, 0);
  if (length < ZIPPED_FROM) return { packed, zipped: false };
  return { packed: inParts((await compress(await encodeInTurns(packed))).toString('base64')), zipped: true };
}
