import type { Metadata } from 'next';
import { Board } from '#app/_board/board.tsx';
import { excerpt } from '#app/_board/core/claims/excerpt.ts';
import { branchAddress } from '#app/_board/core/view/branch-address.ts';
import { ChooseView } from '#app/debates/choose-view.tsx';
import { resolveMerge } from '#domain/debate/map/merged.ts';
import { NoDebate, noDebate } from '../../no-debate.tsx';
import { readRequestedDebate } from '../../read-debate.ts';

interface BranchPageProps {
  readonly params: Promise<{ id: string; claimId: string }>;
  readonly searchParams: Promise<{ after?: string | string[] }>;
}

/** Reads the debate with the page's claim, or the claim it was merged into; `null` if either doesn't exist. */
async function readBranch({ params }: BranchPageProps) {
  const { id, claimId } = await params;
  const read = await readRequestedDebate(id);
  if (!read.ok) return null;
  const { opening, view } = read;
  const claim = view.claims.get(resolveMerge(view, claimId));
  return claim ? { opening, claim, head: view.head } : null;
}

export async function generateMetadata(props: BranchPageProps): Promise<Metadata> {
  const branch = await readBranch(props);
  if (branch === null) return noDebate();
  const { claim, head } = branch;
  return { title: `${excerpt(claim.text, 70)} · ${head?.title}`, description: claim.text };
}

/**
 * A claim with its whole branch: the same live board, with an outline that begins at that claim. So a branch of a large debate can be
 * read without any script, and edited with scripts.
 */
export default async function BranchPage(props: BranchPageProps) {
  const branch = await readBranch(props);
  if (branch === null) {
    const { id } = await props.params;
    const read = await readRequestedDebate(id);
    return <NoDebate debateId={id} why={read.ok ? null : read} />;
  }
  const { opening, claim } = branch;
  const { after } = await props.searchParams;
  return (
    <>
      <link rel="canonical" href={branchAddress(opening.debateId, claim.id)} />
      <ChooseView />
      <Board opening={opening} branch={claim.id} after={after?.toString()} />
    </>
  );
}
