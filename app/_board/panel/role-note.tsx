'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { roleReasonOf } from '../core/commands/role-reason.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';

/** In place of buttons that others have: why the viewer has fewer, or none, and whom to ask. */
export function RoleNote() {
  const t = useMessages('panel');
  const reason = useBoard(roleReasonOf);
  if (reason === null) return null;
  return <p className={styles.role}>{t(reason)}</p>;
}
