import { CONCLUSION_SECTIONS } from '#domain/debate/texts/texts.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { noteMapTexts } from '../pictures/debate-picture.ts';
import { NeededCharacters } from '../typeset/needed-characters.ts';
import type { ReportFacts } from './report-facts.ts';

/** The characters that a report writes with each typeface. */
export function charactersOf(facts: ReportFacts): NeededCharacters {
  const needed = new NeededCharacters();
  const { state, whole, names, map } = facts;
  noteMapTexts(facts, needed);
  const { title = '', motion = '' } = state.head ?? {};
  needed.note('0123456789.–+−±≥%·“”’‹›,', 'text', 'strong', 'body', 'name', 'display');
  needed.note(title, 'text', 'name', 'display');
  needed.note(motion, 'text', 'display');
  for (const { name, summary } of state.positions.values()) {
    needed.note(name, 'text', 'body', 'name', 'strong');
    needed.note(readable(summary), 'body');
  }
  for (const { text } of whole.claims.values()) needed.note(readable(text), 'body');
  for (const { comment } of map.comments) needed.note(readable(comment.text), 'body', 'name', 'text');
  for (const { text, passages } of map.claims) {
    // The whole text of a claim that was imported is longer than the claim.
    needed.note(readable(text), 'body');
    for (const { exact } of passages) needed.note(readable(exact), 'body');
  }
  for (const each of map.sources) {
    needed.note(readable(each.title) + each.locator + readable(each.excerpt), 'body');
    needed.note(each.url, 'text');
  }
  for (const name of names.values()) needed.note(name, 'text', 'body');
  for (const { text } of whole.comments.values()) needed.note(readable(text), 'body');
  for (const { note, reason } of whole.moderationLog.values()) needed.note(readable(note) + reason, 'body');
  for (const section of CONCLUSION_SECTIONS) needed.note(readable(state.conclusion?.[section] ?? ''), 'body');
  for (const { text } of whole.questions.values()) needed.note(readable(text), 'body');
  for (const { question, options, form, gathered } of state.polls.values()) {
    const texts = gathered?.type === 'text' ? gathered.groups.map(({ text }) => text) : [];
    const unit = form?.type === 'number' ? form.unit : '';
    needed.note(question + unit + [...options, ...texts].join(''), 'strong', 'body');
  }
  return needed;
}
