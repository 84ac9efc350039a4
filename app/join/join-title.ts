import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { messages } from '../_ui/messages/messages.ts';

/** Returns a joining page's title. A refusal comes first: screen readers begin a new page with its title. */
export function joinTitle(problem: Rejection | null): string {
  const title = messages('join')('title');
  return problem ? `${refusedSentence(problem)} · ${title}` : title;
}

/** Returns the reason for a refused code as a sentence. */
export function refusedSentence({ code, limit }: Rejection): string {
  return messages('rejection')(code, { limit: limit ?? 0 });
}
