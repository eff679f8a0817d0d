import type { CompiledPlan, Ladder } from './compiled.js';
import { parseDuration } from './duration.js';
import type { PlanDocument } from './schema.js';

/** The plan as incidents carry it. A pure function of the document; `hash` is the document's own. */
export function compilePlan(document: PlanDocument, hash: string): CompiledPlan {
  const { plan, notification, verification, termination } = document;
  return {
    id: plan.id,
    version: plan.version,
    hash,
    languages: document.languages,
    categories: document.categories.map((category) => category.id),
    incidentLevels: document.incidentLevels.map(({ id, level }) => ({ id, level })),
    levels: document.levels.map(({ id, decidedBy }) => ({ id, decidedBy })),
    facts: document.facts.map(({ id, type }) => ({ id, type })),
    criteria: document.gradingCriteria.map(({ id, fact, incidentLevel, atLeast, is }) => ({
      id,
      fact,
      incidentLevel,
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(is === undefined ? {} : { is }),
    })),
    posts: document.posts.map(({ id, team }) => ({ id, ...(team === undefined ? {} : { team }) })),
    teams: document.teams.map(({ id, lead }) => ({ id, lead })),
    command: document.command,
    authority: document.authority,
    verification: {
      posts: verification.posts,
      remindAfter: parseDuration(verification.remindAfter),
      reminders: verification.reminders,
    },
    mobilisation: document.mobilisation.map(({ team, levels, categories }) => ({
      team,
      levels,
      ...(categories === undefined ? {} : { categories }),
    })),
    notification: {
      alert: ladder(notification.alert),
      call: ladder(notification.call),
      retry: {
        waits: notification.retry.waits.map(parseDuration),
        giveUpAfter: parseDuration(notification.retry.giveUpAfter),
      },
    },
    termination: {
      criteria: termination.criteria.map(({ id, levels }) => ({ id, ...(levels === undefined ? {} : { levels }) })),
      secondSignature: termination.secondSignature,
    },
  };
}

function ladder(written: PlanDocument['notification']['call']): Ladder {
  const { remindAfter, escalateAfter, escalateTo } = written;
  return { remindAfter: parseDuration(remindAfter), escalateAfter: parseDuration(escalateAfter), escalateTo };
}
