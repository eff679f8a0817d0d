import { compileCondition } from './compile/conditions.js';
import { compileAftermath } from './compile/aftermath.js';
import { compileEvaluation } from './compile/evaluation.js';
import { authorityRules } from './compile/authority.js';
import { compileCalendar, compileObligations } from './compile/obligations.js';
import { compileTasks } from './compile/tasks.js';
import { inMilliseconds } from './compile/durations.js';
import { inUse } from './compile/packs.js';
import { DECISIONS } from './compiled.js';
import type {
  AuthorityRule,
  CompiledPlan,
  Decision,
  FactRule,
  Ladder,
  ResourceRule,
  VerificationRule,
} from './compiled.js';
import { parseDuration } from './duration.js';
import type { PlanDocument } from './schema.js';

/** The plan as incidents carry it. A pure function of the document; `hash` is the document's own. */
export function compilePlan(document: PlanDocument, hash: string): CompiledPlan {
  const { plan, command, notification, shifts, partners, termination, sitreps, funds, aftermath, drills } = document;
  const obligations = compileObligations(document);
  const calendar = compileCalendar(document, obligations);
  const aftermathRule = aftermath === undefined ? {} : { aftermath: compileAftermath(aftermath, document) };
  return {
    id: plan.id,
    version: plan.version,
    hash,
    languages: document.languages,
    categories: document.categories.map((category) => category.id),
    incidentLevels: document.incidentLevels.map(({ id, level }) => ({ id, level })),
    levels: document.levels.map(({ id, decidedBy }) => ({ id, decidedBy })),
    facts: document.facts.map((fact): FactRule => {
      const { id, type } = fact;
      if (type === 'choice') return { id, type, options: fact.options.map((option) => option.id) };
      return { id, type, ...(type === 'boolean' && fact.marks !== undefined ? { marks: fact.marks } : {}) };
    }),
    criteria: document.gradingCriteria
      .filter((criterion) => inUse(document, criterion.pack))
      .map(({ id, incidentLevel, ...criterion }) => ({
        id,
        incidentLevel,
        when: compileCondition(criterion, document),
      })),
    responseRules: (document.responseRules ?? []).map(({ id, atLeast, when }) => ({
      id,
      atLeast,
      when: compileCondition(when, document),
    })),
    posts: document.posts.map(({ id, team, deputies }) => ({
      id,
      ...(team === undefined ? {} : { team }),
      ...(deputies === undefined ? {} : { deputies }),
    })),
    teams: document.teams.map(({ id, lead }) => ({ id, lead })),
    command: {
      commander: command.commander,
      deputies: command.deputies,
      checkIn: (command.checkIn ?? []).map(inMilliseconds('every')),
    },
    authority: compileAuthority(document),
    verification: compileVerification(document),
    mobilisation: document.mobilisation.map(({ rows: _, quorumWithin, ...rule }) => ({
      ...rule,
      ...(quorumWithin === undefined ? {} : { quorumWithin: parseDuration(quorumWithin) }),
    })),
    notification: {
      alert: ladder(notification.alert),
      call: ladder(notification.call),
      retry: {
        waits: notification.retry.waits.map(parseDuration),
        giveUpAfter: parseDuration(notification.retry.giveUpAfter),
      },
      ...(notification.shortage === undefined ? {} : { shortage: notification.shortage }),
    },
    ...(partners === undefined ? {} : { partners: partners.map(({ id, owner }) => ({ id, owner })) }),
    ...(shifts === undefined
      ? {}
      : { shifts: { longest: parseDuration(shifts.longest), rest: parseDuration(shifts.rest), tell: shifts.tell } }),
    tasks: compileTasks(document),
    ...(document.scene === undefined ? {} : { scene: { posts: document.scene.posts } }),
    ...(sitreps === undefined
      ? {}
      : {
          sitreps: {
            drafter: sitreps.drafter,
            releasedBy: sitreps.releasedBy,
            cadence: sitreps.cadence.map(inMilliseconds('every')),
          },
        }),
    obligations,
    ...(calendar === undefined ? {} : { calendar }),
    allocation: (document.allocation ?? []).map(({ id, when, resources }) => ({
      id,
      when: compileCondition(when, document),
      resources,
    })),
    ...(document.resources === undefined ? {} : { resources: document.resources.map(resourceRule) }),
    spending: funds?.authority ?? [],
    ...(funds === undefined ? {} : { budgets: funds.budgets.map(({ id }) => id) }),
    termination: {
      criteria: termination.criteria.map(({ text: _, ...criterion }) => criterion),
      secondSignature: termination.secondSignature,
      watch: (termination.watch ?? []).map(inMilliseconds('for')),
      ...(termination.override === undefined ? {} : { override: termination.override }),
    },
    ...aftermathRule,
    ...(drills === undefined ? {} : { evaluation: compileEvaluation(drills) }),
  };
}

function compileVerification({ verification }: PlanDocument): VerificationRule {
  const { posts, remindAfter, reminders, timeBox, onTimeout, automatic, standby } = verification;
  return {
    posts,
    remindAfter: parseDuration(remindAfter),
    reminders,
    timeBox: (timeBox ?? []).map(inMilliseconds('within')),
    ...(onTimeout === undefined ? {} : { onTimeout }),
    automatic: automatic ?? [],
    ...(standby === undefined
      ? {}
      : { standby: { teams: standby.teams, reverifyAfter: parseDuration(standby.reverifyAfter) } }),
  };
}

function compileAuthority({ authority }: PlanDocument): Record<Decision, AuthorityRule[]> {
  const rules = DECISIONS.map((decision) => [decision, authorityRules(authority[decision])] as const);
  return Object.fromEntries(rules) as Record<Decision, AuthorityRule[]>;
}

function resourceRule(written: NonNullable<PlanDocument['resources']>[number]): ResourceRule {
  const { id, class: kind, custodian, deputy, partner } = written;
  return {
    id,
    class: kind,
    custodian,
    ...(deputy === undefined ? {} : { deputy }),
    ...(partner === undefined ? {} : { partner }),
  };
}

function ladder(written: PlanDocument['notification']['call']): Ladder {
  const { remindAfter, escalateAfter, escalateTo } = written;
  return { remindAfter: parseDuration(remindAfter), escalateAfter: parseDuration(escalateAfter), escalateTo };
}
