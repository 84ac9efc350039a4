import { analysis } from './en/board/analysis.ts';
import { board } from './en/board/board.ts';
import { bulk } from './en/board/bulk.ts';
import { claim } from './en/board/claim.ts';
import { comments } from './en/board/comments.ts';
import { composer } from './en/board/composer.ts';
import { evidence } from './en/board/evidence.ts';
import { exporting } from './en/board/export.ts';
import { follow } from './en/board/follow.ts';
import { guided } from './en/board/guided.ts';
import { history } from './en/board/history.ts';
import { keys } from './en/board/keys.ts';
import { lineage } from './en/board/lineage.ts';
import { liveBar } from './en/board/live-bar.ts';
import { map } from './en/board/map.ts';
import { outline } from './en/board/outline.ts';
import { palette } from './en/board/palette.ts';
import { panel } from './en/board/panel.ts';
import { print } from './en/board/print.ts';
import { schemes } from './en/board/schemes.ts';
import { search } from './en/board/search.ts';
import { strength } from './en/board/strength.ts';
import { suggestions } from './en/board/suggestions.ts';
import { undo } from './en/board/undo.ts';
import { unread } from './en/board/unread.ts';
import { writing } from './en/board/writing.ts';
import { guides } from './en/guides/guides.ts';
import { account } from './en/pages/account.ts';
import { admin } from './en/pages/admin.ts';
import { administering } from './en/pages/administering.ts';
import { deviceCode } from './en/pages/device-code.ts';
import { embed } from './en/pages/embed.ts';
import { find } from './en/pages/find.ts';
import { home } from './en/pages/home.ts';
import { hues } from './en/pages/hues.ts';
import { importing } from './en/pages/import.ts';
import { inbox } from './en/pages/inbox.ts';
import { join } from './en/pages/join.ts';
import { newDebate } from './en/pages/new-debate.ts';
import { offline } from './en/pages/offline.ts';
import { privacy } from './en/pages/privacy.ts';
import { secondFactor } from './en/pages/second-factor.ts';
import { signIn } from './en/pages/sign-in.ts';
import { signOut } from './en/pages/sign-out.ts';
import { site } from './en/pages/site.ts';
import { takedown } from './en/pages/takedown.ts';
import { templates } from './en/pages/templates.ts';
import { welcome } from './en/pages/welcome.ts';
import { controls } from './en/shared/controls.ts';
import { rejection } from './en/shared/rejection.ts';
import { agenda } from './en/together/agenda.ts';
import { conclusion } from './en/together/conclusion.ts';
import { facilitate } from './en/together/facilitate.ts';
import { floor } from './en/together/floor.ts';
import { groups } from './en/together/groups.ts';
import { joining } from './en/together/joining.ts';
import { manage } from './en/together/manage.ts';
import { managedPeople } from './en/together/managed-people.ts';
import { meetings } from './en/together/meetings.ts';
import { moderation } from './en/together/moderation.ts';
import { names } from './en/together/names.ts';
import { notifications } from './en/together/notifications.ts';
import { people } from './en/together/people.ts';
import { perspectives } from './en/together/perspectives.ts';
import { pollForms } from './en/together/poll-forms.ts';
import { polls } from './en/together/polls.ts';
import { questions } from './en/together/questions.ts';
import { records } from './en/together/records.ts';
import { rejected } from './en/together/rejected.ts';
import { review } from './en/together/review.ts';
import { spotlight } from './en/together/spotlight.ts';
import { stage } from './en/together/stage.ts';
import { status } from './en/together/status.ts';
import { steelmen } from './en/together/steelmen.ts';
import { tasks } from './en/together/tasks.ts';

/** Every sentence a person reads, in English. Other languages are files of the same shape beside this one. */
export const en = {
  site,
  signOut,
  controls,
  people,
  names,
  unread,
  home,
  welcome,
  newDebate,
  templates,
  guides,
  hues,
  board,
  claim,
  schemes,
  guided,
  composer,
  comments,
  conclusion,
  perspectives,
  palette,
  panel,
  outline,
  print,
  keys,
  undo,
  rejection,
  rejected,
  map,
  search,
  bulk,
  follow,
  embed,
  exporting,
  history,
  find,
  importing,
  facilitate,
  agenda,
  writing,
  strength,
  liveBar,
  analysis,
  manage,
  moderation,
  lineage,
  suggestions,
  evidence,
  groups,
  meetings,
  records,
  review,
  managedPeople,
  signIn,
  deviceCode,
  secondFactor,
  account,
  admin,
  administering,
  takedown,
  join,
  status,
  joining,
  polls,
  pollForms,
  floor,
  questions,
  tasks,
  spotlight,
  stage,
  steelmen,
  privacy,
  offline,
  notifications,
  inbox,
};

/** Messages of server components only: browsers do not load them. */
export const SERVER_ONLY: readonly string[] = [
  'signIn',
  'secondFactor',
  'account',
  'admin',
  'administering',
  'takedown',
  'join',
  'privacy',
  'records',
  'inbox',
  'find',
  'welcome',
  'guides',
] satisfies (keyof typeof en)[];

/** Messages of single pages in the browser: loaded with these pages. */
export const OF_SINGLE_PAGES: readonly string[] = [
  'analysis',
  'deviceCode',
  'perspectives',
] satisfies (keyof typeof en)[];

export type Messages = typeof en;
