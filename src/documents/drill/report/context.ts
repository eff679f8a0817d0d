import { comparison, ratingsNow, runOfDrill } from '../../../domain/drill/index.js';
import type { Comparison, DrillEventOf } from '../../../domain/drill/index.js';
import type { Lang } from '../../../domain/lang.js';
import { metricsOf } from '../../../domain/metrics/index.js';
import type { IncidentMetrics } from '../../../domain/metrics/index.js';
import { drillReportWords } from '../../../domain/words/drillPapers/report.js';
import type { DrillReportWords } from '../../../domain/words/drillPapers/report.js';
import { contextOf } from '../context.js';
import type { DrillContext, DrillPaperInput } from '../context.js';

export interface ReportContext extends DrillContext {
  words: DrillReportWords;
  /** Of the incident that was played, in its own time; absent where it never began. */
  metrics?: IncidentMetrics;
  compared?: Comparison;
  /** The last one that was handed in, and what became of it. */
  submitted?: DrillEventOf<'reportSubmitted'>;
  decided?: DrillEventOf<'reportAccepted' | 'reportReturned'>;
}

export function reportContext(input: DrillPaperInput, lang: Lang): ReportContext {
  const context = contextOf(input, lang);
  const { events, state, incident, earlier } = context;
  const words = drillReportWords(lang);
  const submitted = events.findLast((event) => event.type === 'reportSubmitted');
  const decided = events.findLast(
    (event) =>
      (event.type === 'reportAccepted' || event.type === 'reportReturned') && event.seq > (submitted?.seq ?? 0),
  );
  const until = Math.max(state.ended?.storyAt ?? 0, incident?.events.at(-1)?.at ?? 0);
  const metrics = incident && metricsOf([...incident.events], incident.state.basis.plan, until);
  const own = runOfDrill(state, metrics);
  return {
    ...context,
    words,
    ...(metrics === undefined ? {} : { metrics }),
    ...(earlier === undefined ? {} : { compared: comparison(own, earlier.runs, earlier.versionBefore) }),
    ...(submitted?.type === 'reportSubmitted' ? { submitted } : {}),
    ...(decided?.type === 'reportAccepted' || decided?.type === 'reportReturned' ? { decided } : {}),
  };
}

/** As they were handed in; of a draft, as they stand. */
export function ratingsOf({ submitted, state }: ReportContext) {
  return submitted?.ratings ?? ratingsNow(state);
}

/** What command has made of it. */
export function standingOf({ words, submitted, decided, say, time }: ReportContext): string {
  if (submitted === undefined) return words.standing.none;
  if (decided === undefined) return words.standing.submitted;
  if (decided.type === 'reportReturned') return words.standing.returned;
  const how = decided.simulated === true ? words.standing.simulated : words.standing.accepted;
  return how(say.actor(decided.actor), time(decided.at));
}
