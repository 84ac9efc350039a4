'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { CheckIcon } from '#app/_ui/icons.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { UnreadItem } from '#domain/unread/unread-items.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useReadOut } from '../../core/writing/use-read-out.ts';
import styles from './news.module.css';
import type { Mark } from './use-mark.ts';

interface NewsLineProps {
  readonly item: UnreadItem;
  /** `null`: it can't be marked as seen. */
  readonly onMark: Mark | null;
  readonly onOpen: (item: UnreadItem) => void;
}

/** One unread item: who did what, the beginning of its text, and a link to it. */
export function UnreadLine({ item, onMark, onOpen }: NewsLineProps) {
  const t = useMessages('unread');
  const naming = useMessages('names');
  const people = useMessages('people');
  const readable = useReadable();
  const readOut = useReadOut();
  const { id, kind, by, at, place } = item;
  const called = useName(by);
  const name = called ?? (by === '' ? naming('nobody') : people('somebody'));
  const text = useBoard(
    ({ replica: { view } }) => (view.claims.get(id) ?? view.comments.get(id))?.text ?? '',
  );
  const said = excerpt(readable(readOut(text)), 140);
  return (
    <li className={styles.item} data-unread-item={id} data-kind={kind}>
      <button type="button" className={styles.open} onClick={() => onOpen(item)}>
        <Note as="span">
          {t('said', { kind, name })} · <RelativeTime at={at} />
        </Note>
        <bdi dir="auto">{said}</bdi>
      </button>
      {onMark && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('readOneLabel', { text: said })}
          title={t('readOne')}
          data-mark={place.id}
          onClick={({ currentTarget }) => onMark([item], currentTarget)}
        >
          <CheckIcon />
        </Button>
      )}
    </li>
  );
}
