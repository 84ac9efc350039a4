// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { SourcePicker } from '../../app/_board/core/forms/source-picker.tsx';
import { TargetSearch } from '../../app/_board/core/forms/target-search.tsx';
import BranchSign from '../../app/_board/features/claims/branch-sign.tsx';
import RetractDialog from '../../app/_board/features/claims/retract-dialog.tsx';
import { SourceMarks } from '../../app/_board/features/evidence/source-marks.tsx';
import MergeDialog from '../../app/_board/features/lineage/merge-dialog.tsx';
import { TextDifference } from '../../app/_board/features/wordings/text-difference.tsx';
import { ContributionContext } from '../../app/_board/manage/contribution-context.tsx';
import { WayUp } from '../../app/_board/outline/way-up.tsx';
import { aDebate, cite } from '../support/debate-builder.ts';
import { erase, replay, without } from '../support/erased-words.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const ignore = () => undefined;

function Marks() {
  const claim = useClaim('c-d');
  return claim ? <SourceMarks claim={claim} /> : null;
}

const PARTS: Record<string, ReactNode> = {
  'the sign of a branch': <BranchSign branch="c-a" />,
  'the way up from a branch': <WayUp id="c-b" />,
  'the dialog that retracts': <RetractDialog claimIds={['c-a']} onClose={ignore} />,
  'the dialog that merges': <MergeDialog claimId="c-a" onClose={ignore} />,
  'a search for a claim': <TargetSearch except="" chosen={null} onChoose={ignore} />,
  'the sources to choose from': <SourcePicker draft={NO_SOURCE} onChange={ignore} />,
  'the difference of two wordings': <TextDifference before="░░░ ░░░" after="Another wording" />,
  'the context of a contribution': <ContributionContext id="c-b" />,
  'the marks of sources': <Marks />,
};

test.each(Object.entries(PARTS))('words erased at their author’s request are a note: %s', (_, part) => {
  const debate = aDebate().does('emil', cite('c-d')).does(SYSTEM, erase('dana'));
  debate.state = replay(without('dana', debate.entries));
  show(debate, 'olga', part);
  const page = document.body.innerHTML;
  expect(page).toMatch(/[Tt]ext deleted/);
  expect(page).not.toContain('░');
});
