import {
  callEntries,
  evolve,
  lotsAt,
  outOf,
  fold,
  holderOf,
  isAfterEnd,
  nextWake,
  pending,
  SYSTEM,
} from '../../../src/domain/incident/index.js';
import type {
  Actor,
  Decision,
  Effect,
  IncidentEvent,
  Message,
  MessageOf,
  State,
} from '../../../src/domain/incident/index.js';
import type { Holders } from '../../../src/domain/plan/compiled.js';
import { differenceOf } from '../../../src/domain/plan/peopleChange.js';
import type { Instant } from '../../../src/domain/time.js';
import { approve, complete, giveBack, record, review, revise, submit } from '../reportPlan.js';
import { published, Story } from '../story.js';
import { THE_CONTESTED, THE_OPEN, THE_OPEN_QUESTION } from './decisions.js';
import type { Who } from './decisions.js';
import { BASES } from './plans.js';
import { nextPublishing } from './publishes.js';
import type { Given, Outcome, Step } from './steps.js';
import { nextSupplying } from './supplies.js';

/** One event, and how things stood before and after it. */
export interface Moment {
  event: IncidentEvent;
  before: State;
  after: State;
}

/** What follows from one message or one wake-up: it is recorded as a whole, so that nobody sees anything in between. */
export type Turn = [Moment, ...Moment[]];

export class Watched extends Story {
  turns: Turn[] = [];

  protected override take(events: IncidentEvent[]): IncidentEvent[] {
    this.watch(events);
    return events;
  }

  watch(events: IncidentEvent[], from = this.state): void {
    let before = from;
    const moments = events.map((event): Moment => {
      const moment = { event, before, after: evolve(before, event) };
      before = moment.after;
      return moment;
    });
    this.state = before;
    if (this.events !== events) this.events.push(...events);
    const [first, ...rest] = moments;
    if (first !== undefined) this.turns.push([first, ...rest]);
  }
}

export function tell({ basis: i, category, facts, engaged, confirmedAt, steps }: Given): Watched {
  const basis = BASES[i]!;
  const story = new Watched({ category, facts }, basis, engaged);
  story.watch(story.events, fold(basis, []));
  const heard: Message[] = [];
  const tellings: MessageOf<'peopleChanged'>[] = [];
  const hears = (message: Message) => {
    // The shell applies all that is due before it takes a message.
    story.passes(0);
    story.hears(message);
  };
  if (confirmedAt !== undefined) {
    hears(
      messageOf(
        story,
        'whoever commands',
        { type: 'verify', outcome: 'confirmed', level: confirmedAt, reason: 'seen' },
        'first',
      ),
    );
  }
  for (const step of steps) take(story, step, { heard, tellings }, hears);
  return story;
}

/** What was said so far, and the differences of rosters that were made, heard of or not. */
interface Past {
  heard: Message[];
  tellings: MessageOf<'peopleChanged'>[];
}

function take(story: Watched, step: Step, { heard, tellings }: Past, hears: (message: Message) => void): void {
  switch (step.kind) {
    case 'says': {
      const before = heard.at(-1)?.requestId;
      const requestId = step.reuses === true && before !== undefined ? before : `m${heard.length}`;
      const message = messageOf(story, step.who, step.decision, requestId);
      if (step.unseen !== undefined) message.ifSeq = Math.max(0, story.state.seq - step.unseen);
      heard.push(message);
      return hears(message);
    }
    case 'repeats': {
      const again = heard.at(-1 - step.back);
      return again && hears(again);
    }
    case 'manyCome': {
      for (const id of unanswered(story.state).filter((one) => !step.but.includes(one))) {
        hears({ requestId: `${id} at ${story.at}`, actor: person(id), via: 'link', type: 'acknowledge', person: id });
      }
      return;
    }
    case 'ends': {
      const { posts = [], secondPosts = [] } = story.state.basis.plan.termination.override ?? {};
      hears(said(story, posts, { type: 'terminate', action: 'override', reason: 'it must be' }));
      return hears(said(story, secondPosts, { type: 'terminate', action: 'confirm' }));
    }
    case 'comesBack':
      return hears(said(story, decidedBy(story), { type: 'reopen', reason: 'again' }));
    case 'seemsBack': {
      const { mode, reporter } = story.state.report;
      const texts = { title: 'again', place: 'there' };
      const again: Decision = { type: 'absorb', mode, reporter, reportedAt: story.at, facts: {}, texts };
      hears(said(story, decidedBy(story), again));
      return step.dismissed
        ? hears(said(story, decidedBy(story), { type: 'dismissRecurrence', reason: 'no' }))
        : undefined;
    }
    case 'writes':
      for (let i = 1; i <= step.times && isAfterEnd(story.state.phase); i++) {
        writesOn(story, hears, i, step.drops && i === step.times);
      }
      return;
    case 'confirms': {
      const [criterion] = story.state.basis.plan.termination.criteria.filter(({ confirmedBy }) => confirmedBy);
      const { id = '', confirmedBy = '' } = criterion ?? {};
      hears(said(story, [confirmedBy], { type: 'criterion', action: 'confirm', criteria: [id] }));
      if (!step.withdraws) return;
      const withdrawn: Decision = { type: 'criterion', action: 'withdraw', criteria: [id], reason: 'no' };
      return hears(said(story, [confirmedBy], withdrawn));
    }
    case 'closes': {
      if (story.state.phase !== 'watching' && story.state.phase !== 'aftermath') return;
      story.delivers();
      story.passes(Math.max(0, (story.state.termination.watchUntil ?? story.at) - story.at));
      story.delivers();
      const { commander } = story.state.basis.plan.command;
      return hears(said(story, [commander], { type: 'close', reason: 'done', despite: true }));
    }
    case 'publishes':
      return goesOn(story, hears, step.times, (i) => nextPublishing(story.state, step.drops && i === step.times));
    case 'supplies':
      return goesOn(story, hears, step.times, () => nextSupplying(story.state));
    case 'passes':
      return void story.passes(step.ms);
    case 'untilNext': {
      const due = nextWake(story.state);
      return due === undefined ? undefined : void story.passes(Math.max(0, due - step.early - story.at));
    }
    case 'outage':
      story.at += step.ms;
      return;
    case 'answers': {
      const effects = pending(story.state);
      const effect = effects[step.which % Math.max(1, effects.length)];
      return effect && hears(answerTo(effect, step.outcome, step.person));
    }
    case 'answersAll':
      return void story.delivers();
    case 'rechecks':
      hears({ ...WORLD, type: 'recheckStock' });
      return hears({ ...WORLD, type: 'recheckClaims' });
    case 'rosterChanges': {
      const { holders, people = {} } = BASES[step.basis]!;
      const without = Object.entries(holders).map(([post, ids]) => [post, ids.filter((id) => id !== step.but)]);
      const to = { holders: Object.fromEntries(without) as Holders, people };
      const { basis } = story.state;
      const head = { ...WORLD, type: 'peopleChanged', roster: tellings.length + 1, plan: basis.plan.hash } as const;
      const telling: MessageOf<'peopleChanged'> = { ...head, ...differenceOf(basis, to) };
      tellings.push(telling);
      return step.late ? undefined : hears(telling);
    }
    case 'rosterArrives': {
      const telling = tellings.at(-1 - step.back);
      return telling && hears(telling);
    }
    case 'bug':
      return void story.fails({ error: step.error });
  }
}

/** By whoever acts in the first of the posts that may; the world has carried out what was decided before. */
function goesOn(
  story: Watched,
  hears: (message: Message) => void,
  times: number,
  next: (nth: number) => [string[], Decision],
): void {
  for (let i = 1; i <= times; i++) {
    story.delivers();
    const [posts, decision] = next(i);
    hears(onBehalf(story, posts[0] ?? '', decision, i));
  }
}

/** What comes next; the world has written what was submitted. */
function writesOn(story: Watched, hears: (message: Message) => void, nth: number, drops: boolean): void {
  story.delivers();
  const { analysis, incidentReport, basis } = story.state;
  const { owner = '', reviewer = '', approver = '' } = basis.plan.aftermath?.report ?? {};
  const version = incidentReport.versions.at(-1)?.version ?? 1;
  const next: Record<typeof incidentReport.stage, [string, Decision]> = {
    draft: [owner, submit],
    review: [reviewer, review(version)],
    approval: [approver, approve(version)],
    approved: [owner, revise()],
  };
  const analyses = analysis.version === 0 ? record() : complete;
  if (analysis.completed === undefined) hears(onBehalf(story, owner, analyses, nth));
  const { stage } = incidentReport;
  const isJudged = stage === 'review' || stage === 'approval';
  const [post] = next[stage];
  const decision = drops && isJudged ? giveBack(version) : next[stage][1];
  hears(onBehalf(story, post, decision, nth));
}

/** Several may be said at one moment. */
function onBehalf(story: Watched, post: string, decision: Decision, nth: number): Message {
  const message = said(story, [post], decision);
  return { ...message, requestId: `${message.requestId} ${nth}` };
}

function decidedBy({ state: { basis, grading } }: Watched): string[] {
  return basis.plan.levels.find(({ id }) => id === grading.level)?.decidedBy ?? [];
}

function unanswered({ mobilisation }: State): string[] {
  const bodies = Object.values(mobilisation.bodies).filter(({ status }) => status === 'called');
  const calls = bodies.flatMap(({ people }) => callEntries(people));
  return [...new Set(calls.filter(([, { status }]) => status === 'called').map(([id]) => id))];
}

/** By whoever acts in the first of these posts. */
function said({ state, at }: Watched, [post = '']: string[], decision: Decision): Message {
  const requestId = `${decision.type} ${JSON.stringify(decision)} at ${at}`;
  return { requestId, via: 'api', actor: person(holderOf(state, post)), ...decision };
}

const WORLD = { requestId: '', actor: SYSTEM, via: 'system' } as const;

function messageOf(story: Watched, who: Who, decision: Decision, requestId: string): Message {
  const meant = known(story.state, story.at, decision);
  const via = who === 'by signal' ? 'temporal' : 'api';
  return { requestId, via, actor: actorOf(story.state, who, meant), ...meant };
}

function actorOf(state: State, who: Who, decision: Decision): Actor {
  const { commander } = state.basis.plan.command;
  switch (who) {
    case 'whoever commands':
      return person(state.command.posts[commander]);
    case 'whoever is offered command':
      return person(state.command.offer?.to);
    case 'whoever is asked to take over':
      return person(state.checkIn.asked.at(-1));
    case 'themselves':
      return person('person' in decision ? decision.person : undefined);
    case 'the operator':
      return { kind: 'operator' };
    case 'an integration':
      return { kind: 'integration', id: 'monitoring' };
    case 'by signal':
      return person(state.command.posts[commander]);
    default:
      return person(who);
  }
}

function person(id = 'stranger'): Actor {
  return { kind: 'person', id };
}

/** What can be said only now: which one is open, and when it is. */
function known(state: State, at: Instant, decision: Decision): Decision {
  switch (decision.type) {
    case 'resolveClaim':
      return decision.person === THE_CONTESTED
        ? { ...decision, person: Object.keys(state.claims.contested)[0] ?? 'stranger' }
        : decision;
    case 'answerQuestion':
      return decision.question === THE_OPEN_QUESTION
        ? { ...decision, question: Object.keys(state.situation.questions)[0] ?? 'q1' }
        : decision;
    case 'editSitrep':
    case 'releaseSitrep':
      return decision.number === THE_OPEN ? { ...decision, number: state.sitreps.open?.number ?? 1 } : decision;
    case 'incidentReport':
      return 'version' in decision && decision.version === THE_OPEN
        ? { ...decision, version: state.incidentReport.versions.at(-1)?.version ?? 1 }
        : decision;
    case 'scene':
      return decision.action === 'leave' && decision.pass === THE_OPEN
        ? { ...decision, pass: state.scene.inside[0]?.pass ?? 1 }
        : decision;
    case 'obligation':
      return timed(decision, at);
    case 'publicOpinion':
      return decision.action === 'record' && decision.observedAt !== undefined
        ? { ...decision, observedAt: at - decision.observedAt }
        : decision;
    case 'publication':
      return meantPublication(state, decision, at);
    case 'resource':
      return needed(state, decision, at);
    case 'improvement':
      return { ...decision, dueAt: at + decision.dueAt };
    case 'task':
      return decision.action === 'add' ? { ...decision, due: at + decision.due } : decision;
    case 'acknowledge':
    case 'answerForPartner':
      return decision.eta === undefined ? decision : { ...decision, eta: at + decision.eta };
    case 'summary':
      return decision.action === 'call' ? { ...decision, meetingAt: at + decision.meetingAt } : decision;
    case 'absorb':
      return { ...decision, reportedAt: at + decision.reportedAt };
    default:
      return decision;
  }
}

/** Which request it is, and by when. */
function needed({ resources }: State, decision: Extract<Decision, { type: 'resource' }>, at: Instant): Decision {
  const of = decision.action === 'partnerReply' ? resources.partners : { ...resources.requests, ...resources.partners };
  const ids = Object.keys(of);
  const meant = (id: string) => ({ 'q first': ids[0], 'q last': ids.at(-1) })[id] ?? id;
  if (decision.action === 'consume' || decision.action === 'damage') {
    const out = Object.entries(resources.requests).find(([, one]) => outOf(one) > 0);
    return out === undefined ? decision : { ...decision, request: out[0], lots: lotsAt(out[1], 'there', 'sent') };
  }
  const wait = { approve: 'approval', refuse: 'approval', dispatch: 'dispatch' }[decision.action as string];
  const waiting = Object.entries(resources.requests).find(([, { waits }]) => wait !== undefined && waits === wait);
  if (waiting !== undefined && 'request' in decision) return { ...decision, request: waiting[0] };
  return {
    ...decision,
    ...('request' in decision ? { request: meant(decision.request) } : {}),
    ...('requests' in decision && decision.requests !== 'all' ? { requests: decision.requests.map(meant) } : {}),
    ...('neededBy' in decision && decision.neededBy !== undefined ? { neededBy: at + decision.neededBy } : {}),
    ...('eta' in decision && decision.eta !== undefined ? { eta: at + decision.eta } : {}),
  };
}

/** Their times are so long ago. */
function timed(decision: Extract<Decision, { type: 'obligation' }>, at: Instant): Decision {
  if (decision.action === 'setClock') return { ...decision, start: at - decision.start };
  if (decision.action === 'file' && decision.filedAt !== undefined)
    return { ...decision, filedAt: at - decision.filedAt };
  return decision;
}

/** Which one waits, in which version, and when the next one follows. */
function meantPublication(
  { publication: { items } }: State,
  decision: Extract<Decision, { type: 'publication' }>,
  at: Instant,
): Decision {
  const all = Object.keys(items);
  const waiting = all.filter((id) => items[id]?.status === 'draft');
  const meant = (id: string) => ({ 'p first': waiting[0] ?? all[0] ?? id, 'p last': all.at(-1) ?? id })[id] ?? id;
  if (decision.action === 'waive') return decision;
  if (decision.action === 'draft') {
    const { publication, corrects, nextAt } = decision;
    return {
      ...decision,
      ...(publication === undefined ? {} : { publication: meant(publication) }),
      ...(corrects === undefined ? {} : { corrects: meant(corrects) }),
      ...(nextAt === undefined ? {} : { nextAt: at + nextAt }),
    };
  }
  const publication = meant(decision.publication);
  if (!('version' in decision) || decision.version !== THE_OPEN) return { ...decision, publication };
  return { ...decision, publication, version: items[publication]?.version ?? 1 };
}

function answerTo(effect: Effect, outcome: Outcome, somebody: string): Message {
  const head = { ...WORLD, effectId: effect.id };
  switch (effect.kind) {
    case 'claim': {
      const heldBy = 'i-2';
      const role = outcome === 'never' ? ('command' as const) : ('team' as const);
      const one = effect.people.includes(somebody) ? [somebody] : effect.people.slice(0, 1);
      const people = outcome === 'well' || outcome === 'onTheWire' ? [] : outcome === 'partly' ? one : effect.people;
      const shared = outcome === 'onTheWire' ? one.map((p) => ({ person: p, with: [heldBy] })) : [];
      return { ...head, type: 'claimed', contested: people.map((p) => ({ person: p, heldBy, role })), shared };
    }
    case 'releaseClaims':
      return { ...head, type: 'releasedClaims' };
    case 'allocate': {
      const part = { well: 1, onTheWire: 1, partly: 0.5, delayed: 0, never: 0 }[outcome];
      const quantity = Math.round(effect.quantity * part);
      return {
        ...head,
        type: 'allocated',
        lots: quantity === 0 ? [] : [{ item: effect.resource, quantity }],
        missing: effect.quantity - quantity,
        heldBy: [{ incidentId: 'i-2', quantity: 1 }],
      };
    }
    case 'settleStock':
      return { ...head, type: 'stockSettled' };
    case 'publish':
      return { ...head, ...published(effect) };
    case 'merge':
      return { ...head, type: 'mergeAnswered', ...(outcome === 'well' ? {} : { code: 'wrong_phase' }) };
    case 'startImprovement':
      return { ...head, type: 'improvementStarted' };
    case 'writeDocument':
      return { ...head, type: 'documentWritten', documentId: 'd', files: [] };
    case 'notify': {
      const all = effect.recipients.map((r) => r.person);
      const some = all.filter((p) => p !== somebody);
      const failed = outcome === 'well' ? [] : outcome === 'partly' ? all.filter((p) => p === somebody) : all;
      const code = outcome === 'onTheWire' ? 'in_flight' : 'timeout';
      const outcomes = failed.map((p) => ({ person: p, code }));
      return {
        ...head,
        type: 'noticeAttempted',
        accepted: outcome === 'well' ? all : outcome === 'partly' ? some : [],
        unreachable: outcome === 'never' ? outcomes : [],
        delayed: outcome === 'never' ? [] : outcomes,
      };
    }
  }
}
