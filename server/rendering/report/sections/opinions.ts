import type { DisclosedOpinions, DisclosedStatement } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { ComparedPair } from '#domain/analysis/perspectives/first-pair.ts';
import { perspectiveNamed, type VoteCounts } from '#domain/analysis/perspectives/perspective.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import type { Block } from '../flow.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { FULL, heading, paragraph, sectionHeading } from './headings.ts';

type Groups = Extract<DisclosedOpinions, { kind: 'groups' }>;

/** The opinion groups: what each agrees on, what all share and what divides them; or why that isn't disclosed. */
export function opinionsSection(
  disclosed: DisclosedOpinions | null,
  facts: ReportFacts,
  setter: Setter,
): Block[] {
  if (disclosed === null) return [];
  const title = sectionHeading(setter, REPORT.opinions);
  if (disclosed.kind !== 'groups') return [title, paragraph(setter, whyNot(disclosed))];
  return [
    title,
    paragraph(setter, REPORT.groups(disclosed.people, disclosed.groups.filter(Boolean).length)),
    paragraph(setter, REPORT.groupsText, STYLES.note),
    ...disclosed.groups.flatMap((group, at) => (group ? groupBlocks(group, at, facts, setter) : [])),
    ...listed(REPORT.shared(!disclosed.groups.includes(null)), disclosed.shared, disclosed, facts, setter),
    ...listed(REPORT.dividing, disclosed.dividing, disclosed, facts, setter),
  ];
}

/** The claims on which two teams or groups differ most; none if there are not two. */
export function comparedBlocks(compared: ComparedPair | null, facts: ReportFacts, setter: Setter): Block[] {
  if (compared === null) return [];
  const [left, right] = compared.pair.map((name) => calledIn(facts, name));
  const answers = ({ agree, disagree, pass }: VoteCounts, name = '') =>
    REPORT.groupAnswer(name, agree, agree + disagree + pass);
  const rows = compared.differing.flatMap((claim) =>
    claimBlock(claim.id, `${answers(claim.left, left)} · ${answers(claim.right, right)}`, facts, setter),
  );
  const title = heading(setter, REPORT.differ(left ?? '', right ?? ''));
  return [title, ...(rows.length > 0 ? rows : [paragraph(setter, REPORT.differNone, STYLES.note)])];
}

/** The name of a team or group. */
function calledIn({ state }: ReportFacts, name: string): string {
  const of = perspectiveNamed(name);
  if (of?.kind === 'group') return letterOf(of.number);
  return readable(of?.kind === 'team' ? (state.positions.get(of.id)?.name ?? '') : '');
}

function whyNot(disclosed: Exclude<DisclosedOpinions, Groups>): string {
  if (disclosed.kind === 'kept') return REPORT.groupsKept[disclosed.why];
  return disclosed.kind === 'one' ? REPORT.groupsOne : REPORT.groupsFew(disclosed.people, disclosed.answers);
}

function groupBlocks(
  { size, holds }: NonNullable<Groups['groups'][number]>,
  at: number,
  facts: ReportFacts,
  setter: Setter,
): Block[] {
  const title = heading(setter, REPORT.group(letterOf(at), size), 'H2');
  const held = (holds ?? []).flatMap(({ id, side }) => claimBlock(id, REPORT.sides[side], facts, setter));
  return [title, ...(held.length > 0 ? held : [paragraph(setter, REPORT.holdsNothing, STYLES.note)])];
}

function listed(
  title: string,
  ids: readonly string[],
  { statements }: Groups,
  facts: ReportFacts,
  setter: Setter,
): Block[] {
  const blocks = ids.flatMap((id) => {
    const statement = statements.find((each) => each.id === id);
    return claimBlock(id, statement ? answersOf(statement) : '', facts, setter);
  });
  return blocks.length === 0 ? [] : [heading(setter, title), ...blocks];
}

function answersOf({ byGroup }: DisclosedStatement): string {
  return byGroup
    .flatMap((answer, at) =>
      answer ? [REPORT.groupAnswer(letterOf(at), answer.agree, answer.answered)] : [],
    )
    .join(' · ');
}

/** A claim and its description; none if it isn't in this report. */
function claimBlock(id: string, said: string, { map, numbers }: ReportFacts, setter: Setter): Block[] {
  const claim = map.claims.find((each) => each.id === id);
  if (!claim) return [];
  const caption = [numbers.get(id), said].filter(Boolean).join(' · ');
  return [
    {
      role: { kind: 'item', depth: 1 },
      before: AIR.item,
      rows: [
        ...setter.rows(readable(claim.text), STYLES.body, FULL),
        ...setter.rows(caption, STYLES.note, FULL),
      ],
    },
  ];
}

/** A, B, C …, as on the board. */
function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}
