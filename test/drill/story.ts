import { evolve, fold } from '../../src/domain/drill/index.js';
import { decide, hear, nextWake, open, wake } from '../../src/domain/drill/index.js';
import type {
  DrillAnswer,
  DrillDecision,
  DrillEffect,
  DrillEvent,
  DrillEventOf,
  DrillEventType,
  DrillMessage,
  DrillOpening,
  DrillRules,
  DrillState,
  SeenEvent,
} from '../../src/domain/drill/index.js';
import { mayBegin } from '../../src/domain/drill/index.js';
import { nowOf } from '../../src/domain/incident/index.js';
import type { Scenario } from '../../src/domain/plan/compile/scenario.js';
import type { EvaluationRule } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';

export const START = Date.UTC(2026, 10, 22, 9, 0);

export const DIRECTOR = 'zhou-min';
export const CONTROLLER = 'xu-kai';
export const EVALUATOR = 'han-mei';
export const SAFETY = 'tang-li';
export const OBSERVER = 'guo-an';
export const COMMANDER = 'lin-wei';
export const ENGINEER = 'zhao-lei';
export const APPROVER = 'qian-rong';

export const SCENARIO: Scenario = {
  id: 'ransomware',
  kind: 'live',
  category: 'security',
  incidentLevel: 'serious',
  duration: 4 * HOUR,
  reportFacts: { usersAffected: 0 },
  objectives: [
    { id: 'report', criteria: ['E-11'] },
    { id: 'grade', criteria: ['E-11', 'E-21'] },
  ],
  injects: [
    {
      ...{ id: 'in-1', trigger: { at: MINUTE }, takes: 10 * MINUTE, facts: { usersAffected: 10 } },
      ...{ players: ['engineer'], objective: 'report', contingency: true },
      expects: [{ event: 'factAdded', within: 5 * MINUTE }],
    },
    {
      ...{ id: 'in-2', trigger: { when: { event: 'factAdded' } }, takes: 10 * MINUTE, facts: {} },
      ...{ players: ['commander'], objective: 'grade' },
      expects: [{ event: 'confirmed', where: { level: 'II' }, by: ['commander'], within: 20 * MINUTE }],
    },
    {
      ...{ id: 'in-3', trigger: { unless: { event: 'confirmed' }, within: 40 * MINUTE }, takes: MINUTE, facts: {} },
      ...{ players: ['commander'], objective: 'grade', expects: [] },
    },
    {
      ...{ id: 'in-4', trigger: { byHand: true }, takes: MINUTE, facts: {} },
      ...{ players: ['commander', 'engineer'], objective: 'grade', expects: [] },
    },
  ],
};

const EVALUATION: EvaluationRule = {
  criteria: [
    { id: 'E-11', axis: 'speed' },
    { id: 'E-21', axis: 'coordination', critical: true },
    { id: 'E-51', axis: 'technical' },
  ],
  scores: { P: 95, S: 80, M: 60, U: 40 },
  weights: { speed: 3, coordination: 3, technical: 4 },
  conclusions: [
    { id: 'excellent', from: 90 },
    { id: 'good', from: 75 },
    { id: 'basic', from: 60 },
    { id: 'failed', from: 0 },
  ],
  criticalCap: 'basic',
};

export function opening(more: Partial<DrillOpening> = {}): DrillOpening {
  return {
    drill: 'd-1',
    incidentId: 'i-1',
    scenario: SCENARIO,
    roles: {
      director: DIRECTOR,
      controllers: [CONTROLLER],
      evaluators: [EVALUATOR],
      safety: [SAFETY],
      observers: [OBSERVER],
      players: [COMMANDER, ENGINEER],
    },
    rules: {
      plan: { id: 'p', version: 3, hash: 'h' },
      approvers: [APPROVER],
      submittedTo: [APPROVER],
      feedback: { within: 3 * DAY, asked: ['leader'], anonymous: false, questions: 3 },
      reportWithin: 7 * DAY,
      evaluation: EVALUATION,
      departments: { [COMMANDER]: ['commander'], [ENGINEER]: ['engineer'] },
    },
    pace: 1,
    by: { actor: { kind: 'person', id: DIRECTOR }, via: 'api', requestId: 'r0' },
    at: START,
    ...more,
  };
}

/** As a drill that is opened today is held. */
export const TODAY: DrillRules = {
  ...opening().rules,
  ...{ drafterApart: true, tellsOfTaken: true, tellsOfRealOnce: true, reportsCleared: true, edition: 2 },
};

/** Tells one drill step by step; its incident is what the test says that it shows. */
export class Story {
  at = START;
  events: DrillEvent[];
  state: DrillState;
  /** The pace of its incident, whoever has set it, and what of that the drill has not seen. */
  incident = { pace: 1, shown: undefined as SeenEvent | undefined, unseen: [] as SeenEvent[], asked: [] as string[] };
  private requests = 0;
  private seen = 0;

  constructor(more: Partial<DrillOpening> = {}) {
    this.events = open(opening(more));
    this.state = fold(this.events);
  }

  says(person: string, decision: DrillDecision, head: Partial<DrillMessage> = {}): DrillEvent[] {
    this.wakeUp();
    const actor = { kind: 'person', id: person } as const;
    const usual = { requestId: `r${++this.requests}`, actor, via: 'api' } as const;
    return this.take(decide(this.state, Object.assign({}, usual, head, decision), this.at));
  }

  /** The incident shows it, at its own time of now. */
  shows(type: string, fields: SeenEvent['fields'] = {}, more: Partial<SeenEvent> = {}): DrillEvent[] {
    this.wakeUp();
    const at = nowOf({ clock: this.state.clock }, this.at);
    const seen: SeenEvent = { seq: ++this.seen, type, at, fields, ...more };
    return this.take(hear(this.state, { type: 'seen', events: [seen] }, this.at));
  }

  hears(answer: DrillAnswer): DrillEvent[] {
    return this.take(hear(this.state, answer, this.at));
  }

  /** Somebody sets the pace of the incident, behind the back of the drill. */
  paces(pace: number): void {
    if (this.incident.pace === pace) return;
    const at = nowOf({ clock: this.state.clock }, this.at);
    const shown = { seq: ++this.seen, type: 'paceSet', at, fields: { realAt: this.at, pace } };
    this.incident = { ...this.incident, pace, shown, unseen: [...this.incident.unseen, shown] };
  }

  /** It follows its incident. */
  looks(): DrillEvent[] {
    const { unseen } = this.incident;
    this.incident = { ...this.incident, unseen: [] };
    return this.hears({ type: 'seen', events: unseen });
  }

  /** What the world does for it reaches the incident; nobody has answered yet. */
  carriesOut(effect: DrillEffect): void {
    if (effect.kind === 'pace') this.paces(effect.pace);
    if (effect.kind === 'clear') this.paces(0);
    if (effect.kind === 'pace' || effect.kind === 'clear') this.incident.asked.push(effect.id);
  }

  answers(effect: DrillEffect, more: { failed?: true } = {}): DrillEvent[] {
    const { shown } = this.incident;
    const seen = effect.kind === 'pace' && shown !== undefined && more.failed === undefined ? { shown } : {};
    return this.hears({ type: 'settled', effectId: effect.id, ...seen, ...more });
  }

  mayBegin(): DrillEffect[] {
    return this.state.effects.filter((effect) => mayBegin(this.state, effect));
  }

  preempts(people: string[], incidentId = 'real-1'): DrillEvent[] {
    return this.take(hear(this.state, { type: 'preempt', incidentId, people }, this.at));
  }

  /** The world does what it was asked, and the incident shows the pace that it was given. */
  settles(): DrillEvent[] {
    return [...this.mayBegin()].flatMap((effect) => {
      if (this.state.rules.edition === 2 && effect.kind !== 'start') {
        this.carriesOut(effect);
        return [...this.answers(effect), ...this.looks()];
      }
      const events = this.take(hear(this.state, { type: 'settled', effectId: effect.id }, this.at));
      if (effect.kind === 'start') this.incident.pace = this.state.pace;
      if (effect.kind === 'start')
        return [...events, ...this.shows('reported', { realAt: this.at, pace: this.state.pace })];
      return effect.kind === 'pace'
        ? [...events, ...this.shows('paceSet', { realAt: this.at, pace: effect.pace })]
        : events;
    });
  }

  /** Time of the world. */
  passes(duration: number): DrillEvent[] {
    const until = this.at + duration;
    const before = this.events.length;
    for (let next = nextWake(this.state); next !== undefined && next <= until; next = nextWake(this.state)) {
      this.at = Math.max(this.at, next);
      if (this.wakeUp().length === 0) break;
    }
    this.at = until;
    this.wakeUp();
    return this.events.slice(before);
  }

  all<T extends DrillEventType>(type: T): DrillEventOf<T>[] {
    return this.events.filter((event): event is DrillEventOf<T> => event.type === type);
  }

  private wakeUp(): DrillEvent[] {
    return this.take(wake(this.state, this.at));
  }

  private take(events: DrillEvent[]): DrillEvent[] {
    this.state = events.reduce(evolve, this.state);
    this.events.push(...events);
    return events;
  }
}

export function refusalOf(events: DrillEvent[]): string | undefined {
  const refused = events.find((event) => event.type === 'refused');
  return refused?.type === 'refused' ? refused.code : undefined;
}

/** Approved and begun. */
export function running(more: Partial<DrillOpening> = {}): Story {
  const story = new Story(more);
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
  story.settles();
  return story;
}

/** Who would be told what, since the world was last asked. */
export function told(story: Story): Record<string, string[]> {
  return Object.fromEntries(
    story.state.effects.flatMap((effect) => (effect.kind === 'tell' ? [[effect.template, effect.to]] : [])),
  );
}
