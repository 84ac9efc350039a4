import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { isTextEdit, type WrittenText } from '../../domain/debate/texts/texts.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import { Chooser, type MakersOf } from './makers/chooser.ts';
import { CLAIM_MAKERS } from './makers/claims.ts';
import { DEBATE_MAKERS } from './makers/debates.ts';
import { MEETING_MAKERS } from './makers/meetings.ts';
import { MODERATION_MAKERS } from './makers/moderation.ts';
import { STEELMAN_MAKERS } from './makers/steelmen.ts';
import { TEXT_MAKERS } from './makers/texts.ts';
import { GIVING_BACK, oftener, WEIGHTS, WITHOUT_MODERATION } from './operation-weights.ts';
import type { Random } from './random.ts';

const MAKERS: MakersOf<keyof typeof WEIGHTS> = {
  ...CLAIM_MAKERS,
  ...TEXT_MAKERS,
  ...MODERATION_MAKERS,
  ...DEBATE_MAKERS,
  ...MEETING_MAKERS,
  ...STEELMAN_MAKERS,
};

/** Makes what someone might ask for, looking at what they see; not all of it is possible. */
export class OperationMaker {
  readonly #choose: Chooser;

  constructor(random: Random, wordsOnly: boolean) {
    this.#choose = new Chooser(random, wordsOnly);
  }

  /** Operations this participant might submit. */
  make(view: DebateState, participantId: string | null = null): Operation | null {
    const usual = this.#choose.wordsOnly ? WITHOUT_MODERATION : WEIGHTS;
    const role = view.participants.get(participantId ?? '')?.role;
    const steers = role === 'owner' || role === 'moderator';
    const weights = steers ? { ...usual, ...oftener(usual), ...this.#givingBack(view) } : usual;
    return this.makeOf(this.#choose.random.weighted(weights), view);
  }

  #givingBack({ head, agenda, participants }: DebateState): Partial<typeof GIVING_BACK> {
    const isMissed = participants.some(({ membership, erased }) => membership !== 'member' && !erased);
    return {
      ...(head?.status !== 'open' && { 'debate.setStatus': GIVING_BACK['debate.setStatus'] }),
      ...(head?.deleted && { 'debate.delete': GIVING_BACK['debate.delete'] }),
      ...(agenda?.at && { 'agenda.goTo': GIVING_BACK['agenda.goTo'] }),
      ...(isMissed && { 'participant.setMembership': GIVING_BACK['participant.setMembership'] }),
    };
  }

  makeOf(type: keyof typeof WEIGHTS, view: DebateState): Operation | null {
    return MAKERS[type](this.#choose, view);
  }

  /** A change someone might make to this text. */
  changeOf(text: string): TextChange {
    return this.#choose.changeOf(text);
  }

  /** A text someone might open an editor on; few texts get most of the attention. */
  textToWrite(view: DebateState): WrittenText | null {
    const type = this.#choose.random.weighted({
      'claim.edit': 6,
      'comment.edit': 2,
      'summary.edit': 1,
      'source.edit': 1,
      'conclusion.edit': 1,
    });
    const asked = this.makeOf(type, view);
    if (asked === null || !isTextEdit(asked)) return null;
    const { base: _, change: __, ...written } = asked;
    return written;
  }
}
