'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Avatar } from '#app/_ui/people/avatar.tsx';
import type { TextName } from '#domain/debate/texts/texts.ts';
import { shortName } from '../people/use-called.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './shared-editor.module.css';

/** The other people who have this text open: what they type appears in it. */
export function WritingToo({ text }: { text: TextName }) {
  const t = useMessages('writing');
  const carets = useBoard((state) => state.carets);
  const people = useBoard((state) => state.people);
  const me = useBoard(({ replica }) => replica.participantId);
  const open = [...carets.values()].filter((one) => one.text === text);
  const unnamed = open.filter(({ participantId }) => participantId === '').length;
  const ids = new Set(open.flatMap(({ participantId }) => participantId || []));
  const others = [...ids].map((id) => ({
    id,
    name: id === me ? t('you') : (shortName(people.get(id)) ?? ''),
  }));
  return (
    <div role="status">
      {unnamed > 0 && <p className={styles.others}>{t('othersUnnamed', { count: unnamed })}</p>}
      {others.length > 0 && (
        <p className={styles.others}>
          {others.slice(0, 3).map(({ id, name }) => (
            <Avatar key={id} id={id} name={name} size="small" />
          ))}
          <span>
            {others.length === 1 && others[0]?.id === me
              ? t('youElsewhere')
              : t('others', { count: others.length, name: others[0]?.name ?? '' })}
          </span>
        </p>
      )}
    </div>
  );
}
