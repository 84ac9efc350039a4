'use client';

import { usePresentAt } from '#app/_board/core/claims/use-presence.ts';
import { useShortName } from '#app/_board/core/people/use-called.ts';
import { useBoard } from '#app/_board/core/store/board-context.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { personHue } from '#app/_ui/people/person-hue.ts';
import type { Present } from '#domain/protocol/server-messages.ts';
import styles from './typing-chip.module.css';
import { useTypingBelow } from './use-activity-below.ts';

interface TypingChipProps {
  readonly claimId: string;
  /** True if the claim's arguments are folded, so that this chip represents everyone who types below it. */
  readonly isFolded: boolean;
}

/** Chip for an argument that someone is writing: who types at a claim, or in its folded arguments. Takes no room. */
export function TypingChip({ claimId, isFolded }: TypingChipProps) {
  const me = useBoard(({ replica }) => replica.participantId);
  const here = usePresentAt(claimId).filter(({ writing, participantId }) => writing && participantId !== me);
  const below = useTypingBelow(claimId, isFolded);
  const [first] = [...here, ...below];
  if (!first) return null;
  return (
    <Chip first={first} more={here.length + below.length - 1} where={here.length > 0 ? 'here' : 'below'} />
  );
}

function Chip({ first, more, where }: { first: Present; more: number; where: 'here' | 'below' }) {
  const t = useMessages('board');
  const people = useMessages('people');
  const id = first.participantId ?? '';
  const name = useShortName(id) ?? people('somebody');
  return (
    <span className={styles.chip} style={hueStyle(personHue(id))} data-typing={where}>
      {t('typing', { name, more, where })}
    </span>
  );
}
