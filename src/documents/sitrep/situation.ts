import type { Lang } from '../../domain/lang.js';
import { alertNames, figureWords, statementWords, stillOpenWords, volumeWords } from '../../domain/words/index.js';
import { trendOf } from '../../domain/incident/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import type { Facts } from '../../domain/plan/condition.js';
import { directionOf } from '../direction.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { statementsIn } from '../tellings.js';
import { endIn, inPeriod, levelsNow, runningSince, together } from './context.js';
import type { SitrepContext } from './context.js';

/** More than these nobody reads; the timeline has them all. */
const MOST_STATEMENTS = 20;

/** How it began or how long it has lasted, what the level did, and what was told. */
export function situation(context: SitrepContext): Block[] {
  const begun = context.issue.since === 0;
  return [
    paragraph(together(context, begun ? beginning(context) : standing(context))),
    ...levels(context),
    ...ending(context),
    ...statements(context),
    ...opinion(context),
  ];
}

function beginning(context: SitrepContext): string[] {
  const { words, say, state, moment } = context;
  const { report } = state;
  return [
    words.reported({
      at: moment(report.reportedAt),
      reporter: say.actor(report.reporter),
      title: say.quote(report.texts.title),
      place: say.quote(report.texts.place),
    }),
    report.occurredAt === undefined ? '' : words.occurred(moment(report.occurredAt)),
    ...inPeriod(context, 'standbyDeclared').map(({ at, actor, texts, prolonged = false }) =>
      words.standby({ at: moment(at), by: say.actor(actor), reason: say.quote(texts?.reason), prolonged }),
    ),
    ...inPeriod(context, 'treatedAsReal').map(({ at, level, incidentLevel, why }) =>
      words.treatedAsReal({ at: moment(at), levels: say.levels(level, incidentLevel), why }),
    ),
    ...verified(context),
  ];
}

/** A response that the plan has begun may be verified many reports later. */
function verified(context: SitrepContext): string[] {
  const { words, say, state, moment } = context;
  const told = inPeriod(context, 'confirmed').map(({ at, actor, level, incidentLevel, texts, provisional = false }) =>
    words.confirmed({
      at: moment(at),
      by: say.actor(actor),
      levels: say.levels(level, incidentLevel),
      reason: say.quote(texts.reason),
      provisional,
    }),
  );
  return state.verification.outcome === 'confirmed' ? told : [...told, words.unverified];
}

function standing(context: SitrepContext): string[] {
  const { words, say, state, issue, moment } = context;
  const place = say.quote(state.report.texts.place);
  if (endIn(context) !== undefined)
    return [words.recalled({ reportedAt: moment(state.report.reportedAt), place }), ...verified(context)];
  return [
    words.ongoing({
      reportedAt: moment(state.report.reportedAt),
      place,
      span: say.duration((state.termination.terminatedAt ?? issue.until) - runningSince(context)),
      levels: levelsNow(context),
    }),
    ...verified(context),
  ];
}

function levels(context: SitrepContext): Block[] {
  return inPeriod(context, 'levelChanged', 'reopened').map((event) =>
    paragraph(event.type === 'reopened' ? reopened(context, event) : change(context, event)),
  );
}

/** With the end that came before it, since whoever reads this one may have read nothing else. */
function reopened({ words, say, events, moment }: SitrepContext, event: EventOf<'reopened'>): string {
  const ended = events.findLast(({ type, seq }) => type === 'terminated' && seq < event.seq);
  return words.reopened({
    ended: moment(ended?.at ?? event.at),
    at: moment(event.at),
    by: say.actor(event.actor),
    levels: say.levels(event.level, event.incidentLevel),
    reason: say.quote(event.texts.reason),
  });
}

/** Of a level that the plan raised by itself. */
const BY_PLAN: Record<Lang, string> = {
  'zh-CN': '所知事实已使定级准则建议更高级别，按预案自动提高',
  en: 'what is known calls for a higher level, which starts by itself under the plan',
};

function change(context: SitrepContext, event: EventOf<'levelChanged'>): string {
  const { words, say, moment, lang, state } = context;
  const { at, actor, from, to, texts } = event;
  const decided = {
    at: moment(at),
    by: say.actor(actor),
    incidentLevel: say.incidentLevel(event.incidentLevel),
    reason: texts === undefined ? BY_PLAN[lang] : say.quote(texts.reason),
  };
  const direction = directionOf(state, event);
  if (direction === 'regraded') {
    return words.regraded({
      ...decided,
      was: say.incidentLevel(incidentLevelBefore(context, event)),
      level: say.level(to),
    });
  }
  return words.changed({ ...decided, direction, from: say.level(from), to: say.level(to) });
}

function incidentLevelBefore({ events }: SitrepContext, change: EventOf<'levelChanged'>): string {
  const graded = events.findLast(
    (event): event is EventOf<'confirmed' | 'treatedAsReal' | 'levelChanged' | 'reopened'> =>
      event.seq < change.seq && ['confirmed', 'treatedAsReal', 'levelChanged', 'reopened'].includes(event.type),
  );
  return graded?.incidentLevel ?? change.incidentLevel;
}

function ending(context: SitrepContext): Block[] {
  const { words, say, names, lang, events, moment } = context;
  const terminated = endIn(context);
  if (terminated === undefined) return [];
  const proposed = events.findLast(
    (event): event is EventOf<'terminationProposed'> => event.type === 'terminationProposed',
  );
  const criteria = (proposed?.criteria ?? []).map((id) => names.terminationCriterion(id, lang));
  return [
    paragraph(
      words.ended({
        at: moment(terminated.at),
        proposed: {
          at: moment(proposed?.at ?? terminated.at),
          by: say.actor(terminated.proposedBy),
          reason: say.quote(proposed?.texts.reason),
          criteria: criteria.join(words.semicolon),
        },
        ...(terminated.actor.kind === 'system' ? {} : { second: say.actor(terminated.actor) }),
        override: terminated.override === true,
        levels: levelsNow(context),
        highest: highest(context),
        span: say.duration(terminated.at - runningSince(context)),
      }),
    ),
    ...(terminated.override === true
      ? [paragraph(words.overridden), { kind: 'list', items: stillOpenWords(terminated.open ?? [], say) } as const]
      : []),
  ];
}

/** Where the response ends at a lower level than it once had. */
function highest({ say, state, events }: SitrepContext): string | undefined {
  const { levels, incidentLevels } = state.basis.plan;
  const rank = (level: string): number => levels.findIndex(({ id }) => id === level);
  const badness = (level: string): number => incidentLevels.findIndex(({ id }) => id === level);
  const had = events.flatMap((event) => {
    if (event.type === 'levelChanged') return [{ level: event.to, incidentLevel: event.incidentLevel }];
    return event.type === 'confirmed' || event.type === 'treatedAsReal' ? [event] : [];
  });
  const [top] = had
    // A version of the plan that it moved to may lack it.
    .filter(({ level }) => rank(level) >= 0)
    .toSorted((a, b) => rank(a.level) - rank(b.level) || badness(a.incidentLevel) - badness(b.incidentLevel));
  return top === undefined || top.level === state.grading.level ? undefined : say.levels(top.level, top.incidentLevel);
}

function statements(context: SitrepContext): Block[] {
  const { words } = context;
  const told = statementsIn(context.period);
  const facts = factsTold(context);
  if (told.length === 0) {
    if (facts.length > 0) return facts;
    return [paragraph(hasFindings(context) ? words.onlyFindings : words.noStatements)];
  }
  const shown = told.slice(-MOST_STATEMENTS);
  const items = shown.map((event) => statement(context, event));
  const earlier = told.length - shown.length;
  return [
    paragraph(words.statements(shown.length)),
    { kind: 'list', items },
    ...(earlier === 0 ? [] : [paragraph(words.earlierStatements(earlier))]),
    ...facts,
  ];
}

/** The latest value of each: a yes that became a no may be the news of the period. */
function factsTold(context: SitrepContext): Block[] {
  const { words, say } = context;
  const values = Object.entries(
    Object.assign({}, ...inPeriod(context, 'factAdded').map((event) => event.values)) as Facts,
  );
  if (values.length === 0) return [];
  return [paragraph(words.factsTold(values.map(([fact, value]) => say.fact(fact, value)).join(words.semicolon)))];
}

function hasFindings(context: SitrepContext): boolean {
  return inPeriod(context, 'taskFinished').some(({ texts }) => texts?.finding !== undefined);
}

/** What somebody added, or another report of the same thing. */
function statement(
  { words, say, moment, told }: SitrepContext,
  event: EventOf<'factAdded' | 'reportAbsorbed'>,
): string {
  if (event.type === 'reportAbsorbed') return words.decided(moment(event.at), told(event));
  return statementWords(event, say, moment);
}

/** What is said in public: a line, since the entries have a list of their own. */
function opinion(context: SitrepContext): Block[] {
  const { words, say, lang, state } = context;
  const entries = inPeriod(context, 'opinionRecorded');
  if (entries.length === 0) return [];
  const { volume, sentiment } = trendOf(state.publicOpinion.latest);
  const replied = inPeriod(context, 'opinionReplied').length;
  return [
    paragraph(
      words.opinion({
        count: entries.length,
        figures: [
          ...(volume === undefined
            ? []
            : [`${say.quote(volume.source)}${words.colon}${volumeWords(volume.count, volume.usual, lang)}`]),
          ...figureWords({ sentiment }, lang),
        ],
        alerts: alertNames([...new Set(entries.flatMap(({ told = [] }) => told))], say),
        replied,
      }),
    ),
  ];
}
