'use client';

import { useCallback } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { textIn } from '#domain/debate/texts/texts.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import { operationText } from '../../core/claims/operation-text.ts';
import { useReadTarget } from '../../core/claims/use-target.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';
import type { BoardState } from '../../core/store/board-state.ts';
import { useReadOut } from '../../core/writing/use-read-out.ts';
import { describeRequest } from './asked-sentence.ts';
import { buildsOnRefused, concerned, type RefusedGroup } from './gather-refused.ts';
import { isAlreadySo, restoringFirst } from './ways-on.ts';

/** Texts for a rejection. */
export interface RefusedWords {
  /** Description of the request. */
  readonly asked: string;
  /** The author's text for display, with the present names of people and claims. Empty if there is none. */
  readonly words: string;
  /** The same in its stored form. */
  readonly written: string;
  /** Why it was rejected. */
  readonly reason: string;
}

/** Returns functions for the texts of rejections: of one, of a group's subject, and of all, as a text to copy. */
export function useRefusedWords() {
  const t = useMessages('rejected');
  const reasonFor = useReason();
  const readOut = useReadOut();
  const readTarget = useReadTarget();
  const store = useBoardStore();

  const wordsOf = useCallback(
    (one: RefusedOperation, about: string): RefusedWords => {
      const { refused, replica } = store.state();
      const { view } = replica;
      const textOf = (of: Target) => readTarget(view, of) || (addedText(refused, of.id) ?? '');
      const { kind, target } = describeRequest(one.operation, about, textOf);
      const written = operationText(one.operation, (name) => textIn(view, name), view);
      return {
        asked: t(`asked.${kind}`, { target, named: target ? 'yes' : 'no' }),
        words: isComment(one) ? readOut(written) : written,
        written,
        reason: reasonFor(one, store.state()),
      };
    },
    [t, reasonFor, readOut, readTarget, store],
  );

  const aboutOf = useCallback(
    ({ key, about }: RefusedGroup): string => {
      if (key === '') return t('aboutDebate');
      return (about && readTarget(store.state().replica.view, about)) || t('aboutGone');
    },
    [t, readTarget, store],
  );

  const asText = (groups: readonly RefusedGroup[]): string =>
    groups
      .map((group) => {
        const items = group.items.map((one) => {
          const { asked, words, reason } = wordsOf(one, group.key);
          return [asked, words, reason].filter(Boolean).join('\n');
        });
        return [`${aboutOf(group)}\n`, ...items].join('\n');
      })
      .join('\n\n');

  return { wordsOf, aboutOf, asText };
}

/** Only comments name people and claims. */
function isComment({ operation: { type } }: RefusedOperation): boolean {
  return type === 'comment.add' || type === 'comment.edit';
}

/** Returns why it would be rejected now: what was retracted may have been restored since. */
function useReason(): (one: RefusedOperation, board: BoardState) => string {
  const t = useMessages('rejected');
  const sentence = useRejectionSentence();
  return useCallback(
    (one, board) => {
      const { refused, replica } = board;
      if (isAlreadySo(one)) return t('alreadySo');
      if (buildsOnRefused(one, refused, replica.view)) return t('buildsOn');
      const { code } = one.rejection;
      if (code === 'claim_merged') return t('merged', { may: restoringFirst(one, board) ? 'yes' : 'no' });
      if (code !== 'claim_retracted' && code !== 'target_retracted') return sentence(one.rejection);
      const claim = replica.view.claims.get(concerned(one, replica.view) ?? '');
      if (!claim?.retracted) return t('restored');
      return t('retracted', { may: restoringFirst(one, board) ? 'yes' : 'no' });
    },
    [t, sentence],
  );
}

/** Returns the text of the viewer's own argument or comment that was rejected too. */
function addedText(refused: readonly RefusedOperation[], id: string): string | undefined {
  for (const { operation } of refused) {
    if (operation.type === 'claim.add' && [operation.claimId, operation.linkId].includes(id))
      return operation.text;
  }
  return undefined;
}
