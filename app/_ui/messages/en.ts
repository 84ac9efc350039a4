import { account } from './en/account.ts';
import { admin } from './en/admin.ts';
import { administering } from './en/administering.ts';
import { agenda } from './en/agenda.ts';
import { analysis } from './en/analysis.ts';
import { board } from './en/board.ts';
import { bulk } from './en/bulk.ts';
import { claim } from './en/claim.ts';
import { comments } from './en/comments.ts';
import { composer } from './en/composer.ts';
import { controls } from './en/controls.ts';
import { deviceCode } from './en/device-code.ts';
import { embed } from './en/embed.ts';
import { evidence } from './en/evidence.ts';
import { exporting } from './en/export.ts';
import { facilitate } from './en/facilitate.ts';
import { find } from './en/find.ts';
import { floor } from './en/floor.ts';
import { follow } from './en/follow.ts';
import { groups } from './en/groups.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { hues } from './en/hues.ts';
import { importing } from './en/import.ts';
import { inbox } from './en/inbox.ts';
import { join } from './en/join.ts';
import { joining } from './en/joining.ts';
import { keys } from './en/keys.ts';
import { lineage } from './en/lineage.ts';
import { liveBar } from './en/live-bar.ts';
import { manage } from './en/manage.ts';
import { managedPeople } from './en/managed-people.ts';
import { map } from './en/map.ts';
import { meetings } from './en/meetings.ts';
import { moderation } from './en/moderation.ts';
import { names } from './en/names.ts';
import { newDebate } from './en/new-debate.ts';
import { notifications } from './en/notifications.ts';
import { offline } from './en/offline.ts';
import { outline } from './en/outline.ts';
import { palette } from './en/palette.ts';
import { panel } from './en/panel.ts';
import { people } from './en/people.ts';
import { polls } from './en/polls.ts';
import { print } from './en/print.ts';
import { privacy } from './en/privacy.ts';
import { records } from './en/records.ts';
import { rejected } from './en/rejected.ts';
import { rejection } from './en/rejection.ts';
import { review } from './en/review.ts';
import { search } from './en/search.ts';
import { secondFactor } from './en/second-factor.ts';
import { signIn } from './en/sign-in.ts';
import { signOut } from './en/sign-out.ts';
import { site } from './en/site.ts';
import { spotlight } from './en/spotlight.ts';
import { stage } from './en/stage.ts';
import { status } from './en/status.ts';
import { strength } from './en/strength.ts';
import { suggestions } from './en/suggestions.ts';
import { takedown } from './en/takedown.ts';
import { unread } from './en/unread.ts';
import { welcome } from './en/welcome.ts';
import { writing } from './en/writing.ts';

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
  hues,
  board,
  claim,
  composer,
  comments,
  palette,
  panel,
  outline,
  print,
  keys,
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
  floor,
  spotlight,
  stage,
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
] satisfies (keyof typeof en)[];

/** Messages of single pages in the browser: loaded with these pages. */
export const OF_SINGLE_PAGES: readonly string[] = ['analysis', 'deviceCode'] satisfies (keyof typeof en)[];

export type Messages = typeof en;
