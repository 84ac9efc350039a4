import type { ListedNotification } from '#domain/protocol/route-answers.ts';
import { parley } from '#server/handle.ts';
import { messages } from '../../_ui/messages/messages.ts';
import {
  type InboxDebate,
  type InboxItem,
  notificationDetail,
  notificationSentence,
} from '../../inbox/notification-words.ts';

/** Maximum number of notifications in the list. */
const LISTED = 20;

/** Returns the caller's newest notifications, in words. A list on a board shows them beside the debate. */
export async function GET(request: Request): Promise<Response> {
  const { auth, inbox } = parley();
  const person = await auth.currentPerson(request.headers);
  const which = { after: null, debateId: null, unread: false };
  const { debates } = person === null ? { debates: [] } : await inbox.list(person, which, LISTED);
  const notes = debates
    .flatMap((debate) => debate.notes.map((note) => listed(note, debate)))
    .sort((a, b) => b.at - a.at);
  return Response.json({ ok: true, notes }, { headers: { 'cache-control': 'no-store' } });
}

function listed(note: InboxItem, { title, names }: InboxDebate): ListedNotification {
  const { debateId, kind, about, on, words, at, read } = note;
  const sentence = notificationSentence(note, names.get(note.by) ?? messages('inbox')('somebody'));
  return { debateId, title, kind, about, on, sentence, words, besides: notificationDetail(note), at, read };
}
