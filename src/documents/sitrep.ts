import { formatDate, oneLine, phaseWords, SITREP_HEADINGS } from '../domain/words/index.js';
import type { SitrepKind } from '../domain/words/index.js';
import type { BulletinModel, Fact } from './model.js';
import { numberSections } from './numbering.js';
import { paragraph } from './paragraphs.js';
import { commanderOf, contextOf, endIn, inPeriod, levelsNow, nameOf } from './sitrep/context.js';
import type { SitrepContext, SitrepInput } from './sitrep/context.js';
import { obligations } from './sitrep/obligations.js';
import { asSection, partOf } from './sitrep/sections.js';
import type { SitrepPart } from './sitrep/sections.js';
import { SITREP_SECTIONS } from '../domain/incident/index.js';
import { teams } from './sitrep/teams.js';

/**
 * A situation report 信息报送: what is new since the last one and what stands now, from the record alone, except for the
 * sections that people have put into their own words.
 */
export function buildSitrep(input: SitrepInput): BulletinModel {
  const context = contextOf(input);
  const { words, state, names, lang, zone, issue } = context;
  const drill = state.report.mode === 'drill';
  const marks = [...(drill ? [words.drillMark] : []), ...(issue.released === undefined ? [words.draftMark] : [])];
  const organisation = names.organisation(lang);
  return {
    kind: 'bulletin',
    lang,
    title: words.title({ organisation, title: oneLine(state.report.texts.title ?? words.erased), drill }),
    issue: words.issue({ number: issue.number, kind: kindOf(context) }),
    runningHead: words.runningHead(state.incidentId, issue.number),
    ...(marks.length === 0 ? {} : { mark: marks.join(' ') }),
    organisation,
    form: { caption: words.formCaption, facts: formOf(context) },
    lead: drill ? [words.drillNote] : [],
    sections: numberSections(partsOf(context).map(asSection), lang),
    annexes: [],
    closing: [organisation, formatDate(issue.released?.at ?? issue.until, lang, zone)],
    foot: { caption: words.footCaption, facts: footOf(context) },
  };
}

/** Of the parts without `section`, nobody can put into their own words what Muster writes. */
type AnyPart = SitrepPart | (Pick<SitrepPart, 'heading' | 'blocks'> & { section?: never; by?: never });

/** What an editor sees: every part that is released, the form before them, and whom it goes to after them. */
export function sitrepText(input: SitrepInput): { kind: SitrepKind; form: Fact[]; parts: AnyPart[]; foot: Fact[] } {
  const context = contextOf(input);
  return { kind: kindOf(context), form: formOf(context), parts: partsOf(context), foot: footOf(context) };
}

function kindOf({ issue }: SitrepContext): SitrepKind {
  if (issue.final) return 'final';
  return issue.number === 1 ? 'first' : 'continued';
}

/** In reading order: this is what numbers the tables. */
function partsOf(context: SitrepContext): AnyPart[] {
  const { headings } = context.words;
  const parts = SITREP_SECTIONS.flatMap((section): AnyPart[] => {
    const part = partOf(context, section);
    return section === 'done' ? [part, { heading: headings.teams, blocks: teams(context) }] : [part];
  });
  const next = { heading: headings.next, blocks: [paragraph(nextOf(context))] };
  const reports = obligations(context).map(({ heading, blocks }) => ({ heading, blocks }));
  return [...parts, ...reports, next];
}

function nextOf({ words, issue, moment }: SitrepContext): string {
  if (issue.final) return words.noMore;
  return issue.nextDueAt === undefined ? words.noNext : words.next(moment(issue.nextDueAt));
}

function formOf(context: SitrepContext): Fact[] {
  const { words, state, names, lang, zone, issue, say, time } = context;
  const { labels } = words;
  const { released } = issue;
  const commander = commanderOf(state);
  const late =
    released !== undefined && released.at > issue.dueAt ? words.late(say.duration(released.at - issue.dueAt)) : '';
  return [
    { label: labels.unit, value: names.organisation(lang) },
    { label: labels.incident, value: state.incidentId },
    { label: labels.category, value: names.category(state.report.category, lang) },
    { label: labels.period, value: words.period(time(issue.from), time(issue.until)) },
    { label: labels.level, value: levelOf(context) },
    { label: labels.phase, value: phaseWords(state.phase, lang) },
    { label: labels.commander, value: commander === undefined ? words.missing : say.person(commander) },
    { label: labels.writtenBy, value: writtenBy(context) },
    {
      label: labels.releasedBy,
      value: released === undefined ? words.notReleased : signatory(context, released),
    },
    released === undefined
      ? { label: labels.dueAt, value: time(issue.dueAt) }
      : { label: labels.releasedAt, value: `${time(released.at)}${late}` },
    { label: labels.zone, value: `${zone} ${time(issue.until).slice(-6)}` },
  ];
}

function writtenBy({ words, say, issue, lang }: SitrepContext): string {
  const authors = new Map<string, string[]>();
  for (const section of SITREP_SECTIONS) {
    const by = issue.sections[section]?.by;
    if (by === undefined) continue;
    const name = nameOf({ say }, by);
    authors.set(name, [...(authors.get(name) ?? []), SITREP_HEADINGS[lang][section]]);
  }
  return words.writtenBy([...authors].map(([by, headings]) => ({ by, headings })));
}

function signatory(
  { say, lang }: SitrepContext,
  { by, authority }: NonNullable<SitrepInput['issue']['released']>,
): string {
  if (by.kind !== 'person') return say.actor(by);
  const post = say.post(authority);
  return lang === 'zh-CN' ? `${say.person(by.id)}（${post}）` : `${say.person(by.id)} (${post})`;
}

/** The level now, and whether this period changed it. */
function levelOf(context: SitrepContext): string {
  const { words, say } = context;
  const now = levelsNow(context);
  if (endIn(context) !== undefined) return words.levelAtEnd(now);
  if (inPeriod(context, 'reopened').length > 0) return words.levelReopened(now);
  const [first] = inPeriod(context, 'levelChanged').filter(({ from, to }) => from !== to);
  if (first !== undefined) return words.levelFrom(now, say.level(first.from));
  return inPeriod(context, 'activated').length > 0 ? words.levelFirst(now) : words.levelNow(now);
}

function footOf({ words, names, lang, issue, events, recordHash, holders, state }: SitrepContext): Fact[] {
  const { labels } = words;
  const { to, partners } = issue;
  return [
    { label: labels.sentTo, value: to.map(holders).join(lang === 'zh-CN' ? '、' : ', ') || words.blank },
    ...(partners.length === 0
      ? []
      : [
          {
            label: labels.passedOn,
            value: partners.map((id) => names.partner(id, lang)).join(lang === 'zh-CN' ? '、' : ', '),
          },
        ]),
    { label: labels.plan, value: `${names.plan(lang)}${words.version(state.basis.plan.version)}` },
    { label: labels.eventsCovered, value: words.eventRange(issue.since + 1, events.at(-1)?.seq ?? issue.upTo) },
    { label: labels.recordHash, value: recordHash },
  ];
}
