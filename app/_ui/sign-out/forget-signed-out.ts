import { forgetEverything } from '../../_board/core/offline/forget-everything.ts';
import { forgetDraftsHere } from '../stored-draft.ts';

/** Makes this tab forget its drafts, and this browser's tabs the debates they kept: their person signs out. */
export async function forgetSignedOut(): Promise<void> {
  forgetDraftsHere();
  await forgetEverything();
}
