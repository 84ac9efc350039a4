import { signedText } from '#app/_board/core/claims/signed-text.ts';
import { branchAddress } from '#app/_board/core/view/branch-address.ts';
import { citedExcerpt } from '#app/_board/features/conclusion/cited-excerpt.ts';
import { signOffSentence } from '#app/_board/features/conclusion/sign-off-sentence.ts';
import { Note } from '#app/_ui/layout/note.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import type { RecordedPiece } from '#domain/meeting/recorded-conclusion.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import styles from '../meetings.module.css';

/** The conclusion that was written or signed in a meeting, and how many people signed it for each position. */
export function MeetingConclusion({ debateId, read }: { debateId: string; read: ReadRecord }) {
  const t = messages('conclusion');
  const { conclusion } = read.record;
  if (!conclusion) return null;
  const { sections, signOffs, revision, isLater } = conclusion;
  return (
    <section className={styles.section} data-conclusion="">
      <h2>{t('title')}</h2>
      {isLater && <Note>{messages('records')('conclusionLater')}</Note>}
      {sections.length === 0 && <Note>{t('beingWritten')}</Note>}
      {sections.map(({ section, pieces }) => (
        <div key={section}>
          <h3>{t(`sections.${section}`)}</h3>
          <p className={styles.words} dir="auto">
            {pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place in the text.
              <Piece key={index} debateId={debateId} piece={piece} />
            ))}
          </p>
        </div>
      ))}
      {signOffs.length > 0 && (
        <>
          <h3>{t('signOffs')}</h3>
          <ul>
            {signOffs.map((signOff) => (
              <li key={signOff.positionId} data-position={signOff.positionId}>
                <strong dir="auto">{read.view.positions.get(signOff.positionId)?.name}</strong>{' '}
                {signOffSentence(t, signOff, revision)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Words, or a cited claim as a link to it. */
function Piece({ debateId, piece }: { debateId: string; piece: RecordedPiece }) {
  const claim = messages('claim');
  if (piece.kind === 'text') return signedText(claim, piece.text);
  if (!piece.claim) return messages('conclusion')('unseenClaim');
  const { id, text } = piece.claim;
  return (
    <a href={branchAddress(debateId, id)}>
      <bdi dir="auto">{citedExcerpt(signedText(claim, text))}</bdi>
    </a>
  );
}
