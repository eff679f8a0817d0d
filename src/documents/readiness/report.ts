import type { Lang } from '../../domain/lang.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { Named } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { scoreShown } from '../../domain/readiness/index.js';
import type { Finding, Inspection, InspectionBy } from '../../domain/readiness/index.js';
import type { Instant } from '../../domain/time.js';
import {
  sentenceOf,
  formatDate,
  formatInstant,
  oneLine,
  readinessAreaWords,
  readinessSubjectNames,
  tenth,
  withNames,
} from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import { numbered, sub, table } from '../drill/parts.js';
import type { BulletinModel, Section } from '../model.js';
import { READINESS_WORDS } from './words.js';

/** What the report on an inspection is written from. JSON, so that it can go to another thread. */
export interface ReadinessReportInput {
  inspection: Inspection & {
    id: string;
    planVersion: number;
    scheduledFor: Instant;
    inspectedAt: Instant;
    askedBy: InspectionBy | null;
  };
  /** Earlier ones, the newest first. */
  trend: readonly { id: string; inspectedAt: Instant; score: number }[];
  plan: PlanDocument;
  people: readonly Named[];
  /** Where the plan names no zone. */
  zone: Zone;
}

/** More would fill pages; `muster drill coverage` has them all. */
const MOST_NAMED = 12;

/** The report on an inspection of readiness 应急准备检查报告: how it stands, why not better, what to do and who. */
export function buildReadinessReport(input: ReadinessReportInput, lang: Lang): BulletinModel {
  const { inspection, trend, plan, people } = input;
  const words = READINESS_WORDS[lang];
  const names = namesFrom(plan, { people });
  const zone = plan.calendar?.zone ?? input.zone;
  const { id, planVersion, scheduledFor, inspectedAt, askedBy, score, areas, findings } = inspection;
  const asked =
    askedBy === null ? words.scheduled : askedBy.kind === 'operator' ? words.operator : names.person(askedBy.id, lang);
  const worst = findings[0];
  const { sections } = numbered(
    [
      sub(
        words.areas,
        ...table(
          words.areasCaption,
          [
            [words.area, 3],
            [words.looked, 1.5],
            [words.fine, 1.5],
            [words.weight, 1.5],
            [words.lost, 1.5],
          ],
          areas.map((one) => [
            readinessAreaWords(one.area, lang),
            ...[String(one.looked), String(one.fine), tenth(one.weight), tenth(one.lost)],
          ]),
        ),
        { kind: 'paragraph', text: words.method },
      ),
      ...areas.flatMap(({ area }) => ofArea(findings.filter((one) => one.area === area))),
      ...(trend.length === 0
        ? []
        : [
            sub(
              words.trend,
              ...table(
                words.trendCaption,
                [
                  [words.inspectedAt, 3],
                  [words.score, 2],
                ],
                [{ inspectedAt, score }, ...trend].map((one) => [
                  formatDate(one.inspectedAt, lang, zone),
                  scoreShown(one.score).toFixed(1),
                ]),
              ),
            ),
          ]),
    ],
    [],
    lang,
  );
  return {
    kind: 'bulletin',
    lang,
    title: [names.organisation(lang), words.title],
    issue: id,
    runningHead: words.runningHead(id),
    organisation: names.organisation(lang),
    form: {
      caption: words.caption,
      facts: [
        { label: words.score, value: words.outOf(scoreShown(score).toFixed(1)) },
        { label: words.inspectedAt, value: formatInstant(inspectedAt, lang, zone) },
        { label: words.scheduledFor, value: formatInstant(scheduledFor, lang, zone) },
        { label: words.askedBy, value: asked },
        { label: words.plan, value: words.version(names.plan(lang), planVersion) },
        { label: words.count, value: String(findings.length) },
      ],
    },
    lead: [
      worst === undefined
        ? words.nothing
        : words.lead(findings.length, oneLine(withNames(worst.found, names, lang)), tenth(worst.points)),
    ],
    sections,
    annexes: [],
    closing: [names.organisation(lang), formatDate(inspectedAt, lang, zone)],
    foot: { caption: words.foot, facts: [{ label: words.explained, value: words.sum }] },
  };

  function ofArea(own: readonly Finding[]): Section[] {
    const [first] = own;
    if (first === undefined) return [];
    const name = readinessAreaWords(first.area, lang);
    const columns: [string, number][] = [
      [words.found, 4],
      [words.todo, 3],
      [words.owner, 1.5],
      [words.since, 1.6],
      [words.points, 1],
    ];
    return [sub(name, ...table(words.findingsOf(name), columns, own.map(row)))];
  }

  function row({ found, todo, owners, since, points, about = [], subject }: Finding): string[] {
    const all = subject.id === undefined ? readinessSubjectNames(subject.kind, about, names, lang) : [];
    const listed = all.length > 0 ? words.namely(all.slice(0, MOST_NAMED), all.length > MOST_NAMED) : '';
    return [
      `${oneLine(sentenceOf(found, names, lang))}${listed}`,
      oneLine(sentenceOf(todo, names, lang)),
      owners.map((person) => names.person(person, lang)).join(words.comma),
      formatDate(since, lang, zone),
      tenth(points),
    ];
  }
}
