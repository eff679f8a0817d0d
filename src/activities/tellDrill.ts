import { staffOf } from '../domain/drill/index.js';
import type { DrillEffect, DrillEvent, DrillEventOf, Reached } from '../domain/drill/index.js';
import { nameIn } from '../domain/lang.js';
import type { Lang } from '../domain/lang.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import { namesFrom } from '../domain/plan/namesFrom.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { DAY } from '../domain/time.js';
import { drillKindWords, drillMailWords } from '../domain/words/index.js';
import { signDrillFeedbackLink } from '../seal/index.js';
import { drillKey, withoutImprovement } from '../store/index.js';
import type { NewNotice, StoredDrill } from '../store/index.js';
import { addressed } from './addressed.js';
import { deliver } from './deliver.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';
import { planOf, recorded, seqOf } from './recordedDrill.js';

type Tell = Extract<DrillEffect, { kind: 'tell' }>;

/** Tells everybody whom it concerns; while a mail can only not be delivered yet this fails, and Temporal tries again. */
export function tellDrill(deps: ActivityDeps) {
  const unsettled: Unsettled = new Map();
  return async ({ drill, effect }: { drill: string; effect: Tell }): Promise<Reached> => {
    const { store } = deps;
    const { rows, withoutAddress } = await compose(deps, drill, effect);
    const key = { incidentId: drillKey(drill), effectId: effect.id };
    await store.enqueueNotices(rows);
    const people = rows.map(({ person }) => person);
    const outcome = await deliver({ ...deps, unsettled }, key, (lease) =>
      store.claimNotices({ ...key, ...lease, people }),
    );
    if (outcome.delayed.length > 0) {
      throw new Error(`not delivered yet: ${outcome.delayed.map(({ code }) => code).join(', ')}`);
    }
    const unreachable = [...outcome.unreachable, ...withoutAddress.map((person) => ({ person, code: 'no_address' }))];
    return { people: outcome.accepted, unreachable };
  };
}

async function compose(
  deps: ActivityDeps,
  drill: string,
  effect: Tell,
): Promise<{ rows: NewNotice[]; withoutAddress: PersonId[] }> {
  const { store, directory, channel, zone } = deps;
  const { state } = await recorded(deps, drill, seqOf(effect));
  const [{ plan, roster }, contacts] = await Promise.all([planOf(deps, state), directory.people()]);
  const names = namesFrom(plan, roster);
  const scenario = plan.scenarios?.find(({ id }) => id === state.scenario.id);
  const events = await store.drillEventsOf(drill);
  const quoted = effect.inject === undefined ? quotedOf(events, effect) : undefined;
  const asked = events.find(({ seq }) => seq === seqOf(effect));
  const unimproved = OF_A_REPORT.includes(effect.template) ? await withoutImprovement(store, state) : [];
  const incidentId = drillKey(drill);
  const rows: NewNotice[] = [];
  const told = effect.to.map((person) => ({ person }));
  const { reached, withoutAddress } = addressed(told, contacts, channel.name);
  for (const { to, contact, address } of reached) {
    const { person } = to;
    const lang = contact.languages[0] ?? 'en';
    const { plannedAt, planned, feedback, reportDueAt, preempted, injects, standstill } = state;
    // What an earlier release asked for says only that it is so.
    const real = effect.real ?? (effect.template === 'notADrill' ? preempted : undefined);
    const dueAt = effect.template === 'reportOverdue' ? reportDueAt : feedback?.dueAt;
    const storyAt = effect.inject === undefined ? undefined : injects[effect.inject]?.playedAt;
    const words = drillMailWords({
      ...{ template: effect.template, lang, zone: plan.calendar?.zone ?? zone, drill },
      ...{ organisation: names.organisation(lang), incidentId: state.incidentId },
      controllers: state.roles.controllers.map((controller) => names.person(controller, lang)),
      scenario: scenario === undefined ? state.scenario.id : nameIn(nameFor(person, state, scenario), lang),
      ...(state.roles.players.includes(person) ? {} : { aside: true as const }),
      ...(state.scenario.unannounced ? { unannounced: true as const } : {}),
      ...(plannedAt === undefined ? {} : { plannedAt }),
      ...(planned?.missed === undefined ? {} : { missedAt: planned.missed.dueAt }),
      ...(asked?.type === 'replanned' ? { whyMissed: asked.why } : {}),
      ...(asked?.type === 'planPlayed'
        ? { versions: { scheme: state.rules.plan.version, played: asked.plan.version } }
        : {}),
      ...(FOR_FEEDBACK.includes(effect.template) ? sheetFor(deps, person, state, plan, lang) : {}),
      ...(dueAt === undefined || !OF_A_TERM.includes(effect.template) ? {} : { dueAt }),
      ...(storyAt === undefined ? {} : { storyAt }),
      ...(effect.inject === undefined
        ? {}
        : { inject: injectFor(effect.inject, person, state, scenario, addedIn(events, effect.inject), names, lang) }),
      ...(quoted === undefined ? {} : { quoted }),
      ...(real === undefined ? {} : { realIncident: real.incidentId }),
      ...(real === undefined || effect.template === 'notADrill'
        ? {}
        : { taken: real.people.map((one) => names.person(one, lang)) }),
      ...(preempted === undefined || !TELLS_TO_ACT.includes(effect.template)
        ? {}
        : { gone: preempted.people.map((one) => names.person(one, lang)) }),
      ...(effect.template === 'begins' && state.pace === 0 ? { beginsStill: true as const } : {}),
      ...(standstill === undefined || effect.template !== 'standsStill' ? {} : { since: standstill.since }),
      ...(unimproved.length === 0 ? {} : { unimproved }),
    });
    rows.push({
      id: [incidentId, effect.id, person, channel.name].join('/'),
      ...{ incidentId, effectId: effect.id, noticeId: effect.id, person, channel: channel.name, address },
      ...words,
      messageId: `drill.${drill}.${effect.id}.${person}@muster`,
    });
  }
  return { rows, withoutAddress };
}

type Scenario = NonNullable<PlanDocument['scenarios']>[number];

/** Its name says what players are to find out: until it is over they read its form, and from the start what was reported. */
function nameFor(person: PersonId, state: StoredDrill['state'], { name, kind, report }: Scenario) {
  const isPlaying = state.roles.players.includes(person) && !staffOf(state).includes(person);
  if (state.ended !== undefined || !isPlaying) return name;
  return state.startedAt === undefined ? drillKindWords(kind) : (report?.title ?? drillKindWords(kind));
}

/** Whoever acts has to know who does not. */
const TELLS_TO_ACT: Tell['template'][] = ['begins', 'goesOn'];

const FOR_FEEDBACK: Tell['template'][] = ['feedbackAsked', 'feedbackReminder'];

/** Late feedback is taken until the report is accepted; whoever needs the link longer is no more awaited. */
const FEEDBACK_LINK_LIFE = 30 * DAY;

function sheetFor(
  { publicUrl, signingKey }: ActivityDeps,
  person: PersonId,
  { drill, rules }: StoredDrill['state'],
  { drills }: PlanDocument,
  lang: Lang,
) {
  const texts = (drills?.feedback.questions ?? []).map((question) => nameIn(question, lang));
  const token = signDrillFeedbackLink(signingKey, { drill, person, expiresAt: Date.now() + FEEDBACK_LINK_LIFE });
  return {
    questions: { texts, anonymous: rules.feedback.anonymous },
    feedbackUrl: `${publicUrl}/drill-feedback/${token}`,
  };
}

const OF_A_REPORT: Tell['template'][] = ['reportToAccept', 'accepted'];
const OF_A_TERM: Tell['template'][] = ['feedbackAsked', 'feedbackReminder', 'reportOverdue'];

/** Players read what happens; what is expected of them only those who run or judge it. */
function injectFor(
  id: string,
  person: PersonId,
  { roles }: StoredDrill['state'],
  scenario: Scenario | undefined,
  added: DrillEventOf<'injectAdded'> | undefined,
  names: Names,
  lang: 'zh-CN' | 'en',
) {
  const written = scenario?.injects.find((one) => one.id === id);
  const isPlayer = roles.players.includes(person);
  if (written === undefined) {
    const { texts, evaluator } = added ?? { texts: { event: '' } };
    return { id, event: texts.event, ...(isPlayer ? {} : judgedBy(texts.expected, evaluator, names, lang)) };
  }
  const { event, delivery, expected, contingency } = written;
  return {
    id,
    event: nameIn(event, lang),
    delivery: nameIn(delivery, lang),
    ...(isPlayer
      ? {}
      : {
          expected: nameIn(expected, lang),
          ...(contingency === undefined ? {} : { contingency: nameIn(contingency, lang) }),
        }),
  };
}

function judgedBy(expected: string | undefined, evaluator: string | undefined, names: Names, lang: 'zh-CN' | 'en') {
  return {
    ...(expected === undefined ? {} : { expected }),
    ...(evaluator === undefined ? {} : { evaluator: names.post(evaluator, lang) }),
  };
}

/** An inject that somebody has added. */
function addedIn(events: readonly DrillEvent[], inject: string | undefined): DrillEventOf<'injectAdded'> | undefined {
  const added = events.find((event) => event.type === 'injectAdded' && event.inject === inject);
  return added?.type === 'injectAdded' ? added : undefined;
}

/** Remarks, or a reason. */
function quotedOf(events: readonly DrillEvent[], effect: Tell): string | undefined {
  const event = events.find(({ seq }) => seq === seqOf(effect));
  if (event === undefined || !('texts' in event) || event.texts === undefined) return undefined;
  const { remarks, reason } = event.texts as { remarks?: string; reason?: string };
  return remarks ?? reason;
}
