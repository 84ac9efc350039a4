'use client';

import { sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import { votesShown } from '#domain/debate/votes/ballots.ts';
import { crossReferences } from '#domain/outline/endnotes.ts';
import type { OutlineNode } from '#domain/outline/outline-tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import { useSteelmanSign } from '../core/claims/use-steelman.ts';
import { TeamMark } from '../core/people/team-mark.tsx';
import { usePrintedName } from '../core/people/use-called.ts';
import { claimsIn } from '../outline/folds/list-windows.ts';
import { useArticle } from './article-context.tsx';
import styles from './print.module.css';
import { printedAddress } from './printed-address.ts';

/** A position with its summary, or the claim whose branch is printed, and everything below it. */
export function ArticleSection({ node }: { node: OutlineNode }) {
  const readable = useReadable();
  const { number, position, claim } = node;
  if (claim) return <Claims nodes={[node]} />;
  return (
    <section className={styles.section}>
      <h2 className={styles.name} dir="auto">
        <span className={styles.number}>{number}</span> {position?.name}
      </h2>
      {position?.summary && (
        <p className={styles.summary} dir="auto">
          {readable(position.summary)}
        </p>
      )}
      <Under node={node} />
    </section>
  );
}

function Under({ node }: { node: OutlineNode }) {
  const t = useMessages('print');
  const { isCut, listed, debateId } = useArticle();
  if (node.children.length === 0) return null;
  const here = isCut(node) ? [] : node.children.slice(0, listed);
  const count = claimsIn(node.children.slice(here.length));
  const address = printedAddress(debateId, node);
  return (
    <>
      {here.length > 0 && <Claims nodes={here} />}
      {count > 0 && <p className={styles.more}>{t('more', { count, address })}</p>}
    </>
  );
}

function Claims({ nodes }: { nodes: readonly OutlineNode[] }) {
  return (
    <ol className={styles.claims}>
      {nodes.map((node) => (
        <li key={node.id}>
          {node.claim && <PrintedClaim node={node} claim={node.claim} />}
          <Under node={node} />
        </li>
      ))}
    </ol>
  );
}

function PrintedClaim({ node, claim }: { node: OutlineNode; claim: Claim }) {
  const t = useMessages('print');
  const claims = useMessages('claim');
  const review = useMessages('review');
  const { state, tree, noteNumbers } = useArticle();
  const { number, bearing, position } = node;
  const readable = useReadable();
  const notes = [...new Set(sourcesOf(state, claim).flatMap((id) => noteNumbers.get(id) ?? []))];
  const see = crossReferences(state, tree, claim.id);
  const { agree, disagree, pass } = claim.tally;
  const votes = votesShown(state, claim.tally);
  const steelman = useSteelmanSign(claim);
  return (
    <div className={styles.claim}>
      <p className={styles.line}>
        <span className={styles.number}>{number}</span>{' '}
        <span className={styles.bearing}>{t('bearing', { bearing: bearing ?? 'support' })}</span>
        {position && <span dir="auto"> · {position.name}</span>}
        {steelman !== null && <span dir="auto"> · {steelman}</span>}
        {claim.retracted && <span> · {t('retracted')}</span>}
        {state.reviews.get(claim.id)?.flags.map(({ what }) => (
          <span key={what}> · {review(`flag.${what}`)}</span>
        ))}
      </p>
      <p className={styles.text} dir="auto">
        {readable(claim.text)}
        {notes.length > 0 && <sup className={styles.notes}>{notes.join(', ')}</sup>}
      </p>
      <p className={styles.line}>
        {votes === 'few' && claims('talliesFew')}
        {typeof votes === 'number' && t('tally', { agree, disagree, pass, votes })}
        <Author id={claim.author} />
        {mergeGroup(state, claim.id)
          .slice(1)
          .map((id) => (
            <MergedWords key={id} claim={state.claims.get(id)} />
          ))}
        {see.length > 0 && <span> · {t('see', { numbers: see.join(', ') })}</span>}
      </p>
    </div>
  );
}

/** An author and the position they speak for; nothing where no name is printed. */
function Author({ id }: { id: string }) {
  const name = usePrintedName(id);
  if (name === undefined) return null;
  return (
    <span dir="auto">
      {' '}
      · {name}
      <TeamMark id={id} />
    </span>
  );
}

/** The text of a claim merged into the one before, and its author. */
function MergedWords({ claim }: { claim: Claim | undefined }) {
  const t = useMessages('lineage');
  const name = usePrintedName(claim?.author ?? '');
  const readable = useReadable();
  if (!claim) return null;
  const text = readable(claim.text);
  return (
    <span dir="auto">
      {' '}
      · {name === undefined ? t('printedWithText', { text }) : t('printedWith', { name, text })}
    </span>
  );
}
