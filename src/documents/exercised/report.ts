import { COVERED, USUAL_INTERVAL } from '../../domain/drill/index.js';
import type { CoverageRow, Exercised } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { coverageDueWords, coveredWords, formatDate, formatInstant } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import { numbered, sub, table } from '../drill/parts.js';
import type { BulletinModel, Section } from '../model.js';
import { COVERAGE_WORDS } from './words.js';

/** What the coverage of a plan is printed from. JSON, so that it can go to another thread. */
export interface CoverageInput {
  rows: readonly CoverageRow[];
  /** The drill of an incident, where it has a scheme. */
  drillOf: Record<string, string>;
  /** The oldest incidents were looked at as well. */
  complete: boolean;
  plan: PlanDocument;
  planVersion: number;
  now: Instant;
  /** Where the plan names no zone. */
  zone: Zone;
}

/** What of the plan was exercised when, and what is due 演练覆盖情况表: kind by kind, in the order of the plan. */
export function buildCoverage(input: CoverageInput, lang: Lang): BulletinModel {
  const { rows, drillOf, complete, plan, planVersion, now } = input;
  const words = COVERAGE_WORDS[lang];
  const names = namesFrom(plan, { people: [] });
  const zone = plan.calendar?.zone ?? input.zone;
  const due = rows.filter((row) => row.due !== undefined).length;
  const met = rows.length - due;
  const date = formatDate(now, lang, zone);
  const kinds = COVERED.map((kind) => ({ kind, own: rows.filter((row) => row.kind === kind) })).filter(
    ({ own }) => own.length > 0,
  );
  const { sections } = numbered([overview(), ...kinds.map(ofKind)], [], lang);
  return {
    kind: 'bulletin',
    lang,
    title: [names.organisation(lang), words.title],
    issue: date,
    runningHead: words.runningHead(date),
    organisation: names.organisation(lang),
    form: {
      caption: words.caption,
      facts: [
        { label: words.plan, value: words.version(names.plan(lang), planVersion) },
        { label: words.madeAt, value: formatInstant(now, lang, zone) },
        { label: words.every, value: words.days(plan.drills?.exerciseEvery ?? USUAL_INTERVAL) },
        { label: words.met, value: `${met} / ${rows.length}` },
        { label: words.due, value: String(due) },
      ],
    },
    lead: [words.lead(met, rows.length, due), ...(complete ? [] : [words.incomplete])],
    sections,
    annexes: [],
    closing: [names.organisation(lang), date],
    foot: { caption: words.foot, facts: [{ label: words.counts, value: words.method }] },
  };

  function overview(): Section {
    const columns: [string, number][] = [
      [words.kind, 3],
      ...[words.all, words.within, words.old, words.never].map((heading): [string, number] => [heading, 1.5]),
    ];
    const count = (own: readonly CoverageRow[], what: CoverageRow['due']) =>
      String(own.filter((row) => row.due === what).length);
    return sub(
      words.summary,
      ...table(
        words.summaryCaption,
        columns,
        kinds.map(({ kind, own }) => [
          ...[coveredWords(kind, lang), String(own.length)],
          ...[count(own, undefined), count(own, 'old'), count(own, 'never')],
        ]),
      ),
    );
  }

  function ofKind({ kind, own }: (typeof kinds)[number]): Section {
    const heading = coveredWords(kind, lang);
    return sub(
      heading,
      ...table(
        words.listOf(heading),
        [
          [words.name, 3.6],
          [words.drills, 1.4],
          [words.lastDrill, 2.4],
          [words.lastReal, 2.4],
          [words.standing, 2],
        ],
        own.map((row) => [
          names[kind](row.id, lang),
          String(row.drills),
          shown(row.lastDrill),
          shown(row.lastReal),
          standing(row),
        ]),
      ),
    );
  }

  function standing({ due: why, simulated }: CoverageRow): string {
    const stands = why === undefined ? words.inTime : coverageDueWords(why, lang);
    return simulated === undefined
      ? stands
      : `${stands}${lang === 'zh-CN' ? '，' : ', '}${words.onlySimulated(simulated)}`;
  }

  function shown(one: Exercised | undefined): string {
    return one === undefined ? '' : words.of(formatDate(one.at, lang, zone), drillOf[one.incidentId] ?? one.incidentId);
  }
}
