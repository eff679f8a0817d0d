import { nowOf } from '../incident/clock.js';
import { isBlank } from '../incident/isBlank.js';
import { RATINGS } from '../plan/compiled.js';
import type { CriterionId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { DrillBody } from './events.js';
import { hasContingency } from './injects.js';
import type { DrillMessage, MessageOf } from './messages.js';
import { authors, isSimulated, mayAccept, mayApprove, mustHave } from './people.js';
import type { Part } from './people.js';
import { ratingsNow } from './proposed.js';
import type { Rated } from './proposed.js';
import { refuse } from './refusals.js';
import { oddPace, revise } from './revise.js';
import type { Refused } from './refusals.js';
import { resultNow } from './result.js';
import { isClearing } from './state.js';
import type { DrillState, DrillStatus } from './state.js';

type State = DrillState;
type Decided = (DrillBody | Refused)[];

/** What a decision comes to, at most one refusal. */
export function decideOn(state: State, message: DrillMessage, at: Instant): Decided {
  switch (message.type) {
    case 'submitScheme':
      return onlyIn(state, message, ['drafting'], ['director', 'drafter'], () => [{ type: 'schemeSubmitted' }]);
    case 'revise':
      return onlyIn(state, message, beforeStart(state), ['director', 'drafter'], () => revise(state, message, at));
    case 'approve':
      return onlyIn(state, message, ['review'], ['approver'], () => approve(state, message));
    case 'giveBack':
      return onlyIn(state, message, ['review'], ['approver'], () =>
        withText('remarks', message.remarks, (remarks) => [{ type: 'schemeReturned', texts: { remarks } }]),
      );
    case 'callOff':
      return onlyIn(state, message, ['drafting', 'review', 'ready', ...starting(state)], ['director', 'approver'], () =>
        withText('reason', message.reason, (reason) => [{ type: 'calledOff', texts: { reason } }]),
      );
    case 'start':
      return onlyIn(state, message, ['ready'], ['director'], () => [{ type: 'startAsked' }]);
    case 'setPace':
      return onlyIn(state, message, ['running'], maySetPace(state, message), () => setPace(state, message));
    case 'inject':
      return onlyIn(state, message, ['running'], ['director', 'controllers'], () => play(state, message, at));
    case 'skip':
      return onlyIn(state, message, ['running'], ['director', 'controllers'], () => skip(state, message));
    case 'addInject':
      return onlyIn(state, message, ['running'], ['director', 'controllers'], () => add(state, message, at));
    case 'observe':
      return observe(state, message);
    case 'end':
      return onlyIn(state, message, ['running'], ['director', 'standIn'], () => [
        { type: 'conductEnded', why: 'director', storyAt: storyAt(state, at) },
      ]);
    case 'stop':
      return onlyIn(
        state,
        message,
        ['running', ...starting(state)],
        ['director', 'controllers', 'safety', 'standIn'],
        () => stop(state, message, at),
      );
    case 'answer':
      return answer(state, message);
    case 'rate':
      return onlyIn(state, message, ['evaluating'], ['evaluators', 'director'], () => rate(state, message));
    case 'submit':
      return onlyIn(state, message, ['evaluating'], ['director'], () => submit(state, message));
    case 'accept':
      return onlyIn(state, message, ['submitted'], ['receiver'], () => accept(state, message));
    case 'returnReport':
      return onlyIn(state, message, ['submitted'], ['receiver'], () =>
        withText('remarks', message.remarks, (remarks) => [
          { type: 'reportReturned', version: state.report?.version ?? 0, texts: { remarks } },
        ]),
      );
  }
}

function onlyIn(
  state: State,
  { actor, inPost = [] }: DrillMessage,
  statuses: DrillStatus[],
  parts: readonly Part[],
  then: () => Decided,
): Decided {
  if (!statuses.includes(state.status)) return [refuse('wrong_status', { status: state.status }, { statuses })];
  if (parts.some((part) => inPost.some((one) => one === part))) return then();
  const refused = mustHave(state, actor, ...parts);
  return refused === undefined ? then() : [refused];
}

/** By the first edition an approved scheme could not be changed. */
function beforeStart({ rules }: State): DrillStatus[] {
  return rules.edition === 2 ? ['drafting', 'review', 'ready'] : ['drafting', 'review'];
}

/** By the first edition nothing stopped a drill whose incident was being opened. */
function starting({ rules }: State): DrillStatus[] {
  return rules.edition === 2 ? ['starting'] : [];
}

/** At once, with one word. Before its incident is there nothing has been conducted. */
function stop(state: State, { reason = '' }: MessageOf<'stop'>, at: Instant): Decided {
  if (isBlank(reason) && state.rules.edition !== 2) return [refuse('text_required', { field: 'reason' })];
  const texts = isBlank(reason) ? {} : { texts: { reason } };
  return state.status === 'starting'
    ? [{ type: 'calledOff', ...texts }]
    : [{ type: 'conductEnded', why: 'stopped', storyAt: storyAt(state, at), ...texts }];
}

function withText(field: string, text: string, then: (text: string) => Decided): Decided {
  return isBlank(text) ? [refuse('text_required', { field })] : then(text);
}

/** Whoever wrote the scheme, or changed it, does not approve it, the operator neither. */
function approve(state: State, { actor }: MessageOf<'approve'>): Decided {
  const isOwn =
    actor.kind === 'person'
      ? authors(state).includes(actor.id)
      : actor.kind === 'operator' && state.draftedByOperator && state.rules.drafterApart;
  if (!isOwn) return [{ type: 'schemeApproved' }];
  return [refuse('own_scheme', {}, { people: mayApprove(state) })];
}

/** Whoever sees a danger may pause it. Only whoever directs it lets it go on; controllers do where a director is not there at all. */
function maySetPace(state: State, { pace }: MessageOf<'setPace'>): Part[] {
  const { roles, rules, preempted } = state;
  if (pace === 0 || rules.edition !== 2) return ['director', 'controllers', 'safety', 'standIn'];
  const isAway = isSimulated(state, roles.director) || preempted?.people.includes(roles.director) === true;
  return state.pace === 0 && !isAway ? ['director', 'standIn'] : ['director', 'controllers', 'standIn'];
}

/** Whoever wrote it does not accept it, as long as there is somebody else. */
function accept(state: State, { actor }: MessageOf<'accept'>): Decided {
  const others = mayAccept(state);
  const isOwn = state.rules.edition === 2 && actor.kind === 'person' && actor.id === state.report?.by;
  if (isOwn && others.length > 0 && !others.includes(actor.id)) {
    return [refuse('own_report', {}, { people: others })];
  }
  return [{ type: 'reportAccepted', version: state.report?.version ?? 0 }];
}

function setPace(state: State, { pace = state.goingPace ?? 1 }: MessageOf<'setPace'>): Decided {
  const odd = oddPace(pace);
  if (odd !== undefined) return [odd];
  return pace === state.pace ? [refuse('no_change', { pace })] : [{ type: 'paceAsked', pace }];
}

function play(state: State, { inject }: MessageOf<'inject'>, at: Instant): Decided {
  const one = Object.hasOwn(state.injects, inject) ? state.injects[inject] : undefined;
  if (one === undefined) return [unknownInject(state, inject)];
  if (one.status === 'waiting') return [{ type: 'injectPlayed', inject, by: 'hand', storyAt: storyAt(state, at) }];
  if (one.status === 'played' && hasContingency(state, inject)) {
    return [{ type: 'injectPlayed', inject, by: 'contingency', storyAt: storyAt(state, at) }];
  }
  return [refuse('inject_over', { inject, status: one.status })];
}

function skip(state: State, { inject, reason }: MessageOf<'skip'>): Decided {
  const one = Object.hasOwn(state.injects, inject) ? state.injects[inject] : undefined;
  if (one === undefined) return [unknownInject(state, inject)];
  if (one.status !== 'waiting') return [refuse('inject_over', { inject, status: one.status })];
  return withText('reason', reason, (said) => [{ type: 'injectSkipped', inject, texts: { reason: said } }]);
}

function add(state: State, message: MessageOf<'addInject'>, at: Instant): Decided {
  const { event, expected, players, facts = {}, objective, evaluator, expects } = message;
  const inject = `added-${Object.keys(state.added).length + 1}`;
  const unknown = unknownInAdded(state, message);
  if (unknown !== undefined) return [unknown];
  return withText('event', event, (said) => [
    {
      ...{ type: 'injectAdded', inject, players, facts },
      ...(objective === undefined ? {} : { objective }),
      ...(evaluator === undefined ? {} : { evaluator }),
      ...(expects === undefined ? {} : { expects }),
      texts: { event: said, ...(expected === undefined || isBlank(expected) ? {} : { expected }) },
    },
    { type: 'injectPlayed', inject, by: 'hand', storyAt: storyAt(state, at) },
  ]);
}

/** By the first edition it went to nobody. */
function unknownInAdded(
  { rules, scenario }: State,
  { players, evaluator, expects = [], objective }: MessageOf<'addInject'>,
): Refused | undefined {
  if (rules.edition !== 2) return undefined;
  const known = new Set([
    ...Object.values(rules.departments).flat(),
    ...scenario.injects.flatMap((one) => one.players),
  ]);
  const given = [...players, ...(evaluator === undefined ? [] : [evaluator]), ...expects.flatMap(({ by = [] }) => by)];
  const posts = given.filter((post) => !known.has(post));
  if (posts.length > 0) return refuse('unknown_posts', { posts: [...new Set(posts)] }, { posts: [...known].sort() });
  const objectives = scenario.objectives.map(({ id }) => id);
  if (objective === undefined || objectives.includes(objective)) return undefined;
  return refuse('unknown_objective', { objective }, { objectives });
}

function unknownInject({ injects }: State, inject: string): Refused {
  return refuse('unknown_inject', { inject }, { injects: Object.keys(injects) });
}

/** Everybody with a part in it may note what they see, at any time while it is conducted or judged. */
function observe(state: State, message: MessageOf<'observe'>): Decided {
  const { note, criterion, inject } = message;
  const parts = ['director', 'controllers', 'evaluators', 'safety', 'observers', 'players'] as const;
  return onlyIn(state, message, ['running', 'evaluating'], [...parts], () => {
    if (inject !== undefined && !Object.hasOwn(state.injects, inject)) return [unknownInject(state, inject)];
    const unknown = unknownCriterion(state, criterion);
    if (unknown !== undefined) return [unknown];
    return withText('note', note, (said) => [
      {
        type: 'observed',
        ...(criterion === undefined ? {} : { criterion }),
        ...(inject === undefined ? {} : { inject }),
        texts: { note: said },
      },
    ]);
  });
}

function unknownCriterion({ rules }: State, criterion: string | undefined): Refused | undefined {
  const known = rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  if (criterion === undefined || known.includes(criterion)) return undefined;
  return refuse('unknown_rated_criteria', { criteria: [criterion] }, { criteria: known });
}

/** On paper it is entered by whoever received it. Where it is promised the sheet has no name on it and lies elsewhere; here stands only who has answered, to remind the others. */
function answer(state: State, { actor, answers, for: whose }: MessageOf<'answer'>): Decided {
  const { feedback, status, rules } = state;
  if (feedback === undefined || (status !== 'evaluating' && status !== 'submitted')) {
    return [refuse('wrong_status', { status }, { statuses: ['evaluating', 'submitted'] })];
  }
  const refused = whose === undefined ? undefined : mustHave(state, actor, 'director', 'drafter');
  if (refused !== undefined) return [refused];
  const person = whose ?? (actor.kind === 'person' ? actor.id : '');
  const onPaper = whose === undefined ? {} : { onPaper: true as const };
  if (!feedback.asked.includes(person)) return [refuse('not_asked', { person }, { people: feedback.asked })];
  if (feedback.given.includes(person)) return [refuse('already_answered', { person })];
  if (rules.feedback.anonymous) return [{ type: 'feedbackCounted', person, ...onPaper }];
  const known = Array.from({ length: rules.feedback.questions }, (_, i) => `q${i + 1}`);
  const odd = Object.keys(answers ?? {}).filter((question) => !known.includes(question));
  if (odd.length > 0) return [refuse('unknown_question', { questions: odd }, { questions: known })];
  const texts = Object.fromEntries(Object.entries(answers ?? {}).filter(([, said]) => !isBlank(said)));
  if (Object.keys(texts).length === 0) return [refuse('text_required', { field: 'answers' })];
  return [{ type: 'feedbackGiven', person, ...onPaper, texts }];
}

function rate(state: State, { actor, criterion, rating, reason }: MessageOf<'rate'>): Decided {
  const unknown = unknownCriterion(state, criterion);
  if (unknown !== undefined) return [unknown];
  if (!RATINGS.includes(rating)) return [refuse('unknown_rating', { ratings: [rating] }, { ratings: [...RATINGS] })];
  if (actor.kind === 'person' && state.roles.players.includes(actor.id)) {
    return [refuse('own_department', { person: actor.id })];
  }
  return withText('reason', reason, (said) => [{ type: 'rated', criterion, rating, texts: { reason: said } }]);
}

/**
 * What plan, roster and ledger lack comes to light when the incident is cleared away, and counts in the report. Whoever has
 * not answered is listed there; before their time is up that needs to be said, and so does what nobody has rated of what
 * the drill was held for.
 */
function submit(state: State, { problems, suggestions, despite }: MessageOf<'submit'>): Decided {
  const { feedback, rules, report, status, incidentId } = state;
  if (rules.reportsCleared && isClearing(state)) return [refuse('clearing_up', { incidentId, status })];
  const asked = feedback?.asked ?? [];
  const left = asked.filter((person) => !feedback!.given.includes(person) && !feedback!.missing.includes(person));
  if (left.length > 0 && despite !== true) return [refuse('feedback_outstanding', { people: left })];
  const ratings = ratingsNow(state);
  if (ratings.length === 0) return [refuse('nothing_rated')];
  const unrated = unratedIn(state, ratings);
  if (unrated.length > 0 && despite !== true) return [refuse('criteria_unrated', { criteria: unrated })];
  return withText('problems', problems, (said) => [
    {
      type: 'reportSubmitted',
      version: (report?.version ?? 0) + 1,
      ratings,
      ...resultNow(state),
      texts: { problems: said, suggestions },
    },
  ]);
}

/** Of what its objectives are judged by; the first edition asked for one rating of anything. */
function unratedIn({ rules, scenario }: State, ratings: readonly Rated[]): CriterionId[] {
  if (rules.edition !== 2) return [];
  const known = rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  const wanted = scenario.objectives.flatMap(({ criteria }) => criteria);
  return known.filter((id) => wanted.includes(id) && !ratings.some(({ criterion }) => criterion === id));
}

function storyAt({ clock }: State, at: Instant): Instant {
  return nowOf({ clock }, at);
}
