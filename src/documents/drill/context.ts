import { fold } from '../../domain/drill/index.js';
import type { DrillEvent, DrillState, Run } from '../../domain/drill/index.js';
import type { IncidentEvent, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import type { CriterionId, PersonId } from '../../domain/plan/compiled.js';
import type { Names } from '../../domain/plan/names.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { Named } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { cleanText, formatInstant, oneLine, speaker } from '../../domain/words/index.js';
import type { Speaker, Zone } from '../../domain/words/index.js';
import { simulatedIn } from '../../domain/words/drills/simulated.js';
import { contextOf as bookOf, NONE } from '../plan/context.js';
import type { PlanContext } from '../plan/context.js';

/** What a paper of a drill is written from. JSON, so that it can go to another thread. */
export interface DrillPaperInput {
  /** Of the drill, from the first event on: it tells of these and of nothing later. */
  recorded: readonly { event: DrillEvent; hash: string }[];
  /** The version of the plan that the drill goes by. */
  plan: PlanDocument;
  people: readonly Named[];
  /** What was said without a name. */
  sheets?: readonly Record<string, string>[];
  /** The one that was played. */
  incident?: { state: State; events: readonly IncidentEvent[] };
  /** Other drills and real incidents, and the version of the plan before. */
  earlier?: { runs: readonly Run[]; versionBefore?: number };
  /** Rated M or U, without an improvement yet. */
  unimproved?: readonly CriterionId[];
  /** Where the plan names no zone. */
  zone: Zone;
  now: Instant;
}

type Written = NonNullable<PlanDocument['scenarios']>[number];
type Rules = NonNullable<PlanDocument['drills']>;

/** What every section needs. */
export interface DrillContext extends DrillPaperInput {
  lang: Lang;
  state: DrillState;
  events: readonly DrillEvent[];
  recordHash: string;
  hashAt: (seq: number) => string;
  rules: Rules;
  scenario: Written;
  /** What the drill is called. */
  name: string;
  names: Names;
  say: Speaker;
  /** The plan, as it is printed. */
  book: PlanContext;
  /** Whose times those are that stand without an offset: `Asia/Shanghai (UTC+08:00)`. */
  readonly zoneName: string;
  readonly time: (at: Instant) => string;
  /** Over two lines, for a narrow column. */
  readonly timeCell: (at: Instant | undefined) => string;
  /** Free text with its line breaks, and in one line. */
  readonly text: (text: string | undefined) => string;
  readonly line: (text: string | undefined) => string;
  /** `Lin Wei (commander)`. */
  readonly withPost: (person: PersonId) => string;
}

export function contextOf(input: DrillPaperInput, lang: Lang): DrillContext {
  const { recorded, plan, people, now } = input;
  const events = recorded.map(({ event }) => event);
  const state = fold(events);
  const rules = plan.drills;
  const scenario = plan.scenarios?.find(({ id }) => id === state.scenario.id);
  if (rules === undefined || scenario === undefined) throw new Error(`the plan has no scenario ${state.scenario.id}`);
  const zone = plan.calendar?.zone ?? input.zone;
  const names = namesFrom(plan, { people });
  const book = bookOf({ document: plan, hash: state.rules.plan.hash, lang, generatedAt: now });
  const say = speaker(names, lang);
  const hashes = new Map(recorded.map(({ event, hash }) => [event.seq, hash]));
  const time = (at: Instant): string => formatInstant(at, lang, zone);
  const offsets = new Set(events.map(({ at }) => `UTC${time(at).slice(STAMP + 1)}`));
  return {
    ...input,
    ...{ lang, zone, state, events, rules, scenario, names, say, book, time },
    zoneName: `${zone}${lang === 'zh-CN' ? `（${[...offsets].join('、')}）` : ` (${[...offsets].join(', ')})`}`,
    recordHash: recorded.at(-1)?.hash ?? NONE,
    hashAt: (seq) => hashes.get(seq) ?? NONE,
    name: book.t(scenario.name),
    timeCell: (at) => (at === undefined ? NONE : time(at).slice(0, STAMP).replace(' ', '\n')),
    text: (text) => cleanText(simulatedIn(text ?? '', lang)) || NONE,
    line: (text) => oneLine(simulatedIn(text ?? '', lang)) || NONE,
    withPost: (person) => {
      const [post] = state.rules.departments[person] ?? [];
      const name = say.person(person);
      if (post === undefined) return name;
      return lang === 'zh-CN' ? `${name}（${say.post(post)}）` : `${name} (${say.post(post)})`;
    },
  };
}

/** Length of a date and a time to the second. */
const STAMP = '2026-11-22 03:14:05'.length;
