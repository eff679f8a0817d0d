import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import { beginsInThePast, drillRules, everybody, fold, open, refuse, usualRoles } from '../../domain/drill/index.js';
import type { DrillOpening, DrillState, Refused } from '../../domain/drill/index.js';
import { actorName } from '../../domain/incident/index.js';
import { compileScenario } from '../../domain/plan/compile/scenario.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import type { DrillRequest } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId } from '../parse.js';
import { ProblemError, unavailable } from '../problemError.js';
import type { RefusedError } from '../problemError.js';
import { untilRecorded } from './loadDrill.js';
import { absentFrom, mustBeKnown } from './people.js';
import { refusedBy } from './refusedBy.js';

/** 48 bits: as many as the drills of an organisation will ever need. */
const ID_DIGITS = 12;

type Body = z.infer<typeof DrillRequest>;
type Planned = PlanDocument & Required<Pick<PlanDocument, 'drills' | 'scenarios'>>;

/** Starts the workflow with a draft of the scheme. The id follows from the Idempotency-Key: a repeat finds the first one. */
export async function openDrill(parts: ApiParts, req: Request, body: Body): Promise<DrillState> {
  const { store, drills } = parts;
  const actor = actorOf(req);
  const key = headerId(req, 'Idempotency-Key');
  const digest = createHash('sha256').update(key === undefined ? randomUUID() : `${actorName(actor)} ${key}`);
  const drill = `d-${digest.digest('hex').slice(0, ID_DIGITS)}`;
  const opening = await openingFrom(parts, req, drill, key ?? randomUUID(), body);
  const events = open(opening);
  const earlier = await store.drillEventsOf(drill);
  const [first] = earlier;
  if (first !== undefined) {
    if (first.request?.fingerprint === events[0]?.request?.fingerprint) return fold(earlier);
    throw await refusal(parts, req, refuse('request_id_reused', { requestId: opening.by.requestId }));
  }
  const past = beginsInThePast(opening.plannedAt, opening.at);
  if (past !== undefined) throw await refusal(parts, req, past);
  await drills.start(drill, { opening });
  await untilRecorded(store, drill, 1);
  return fold(events);
}

async function refusal(parts: ApiParts, req: Request, refused: Refused): Promise<RefusedError> {
  const { plan, roster } = await inForce(parts);
  return refusedBy(refused, namesFrom(plan, roster), languageOf(req));
}

async function openingFrom(
  parts: ApiParts,
  req: Request,
  drill: string,
  requestId: string,
  { scenario, programme, roles: given = {}, pace, plannedAt, ...body }: Body,
): Promise<DrillOpening> {
  const { plan, roster, version } = await inForce(parts);
  const known = plan.scenarios.map(({ id }) => id);
  if (!known.includes(scenario)) throw new ProblemError('unknown_scenario', { scenario }, { scenarios: known });
  const entry = plan.drills.programme.find(({ id }) => id === programme);
  if (programme !== undefined && entry === undefined) {
    const entries = plan.drills.programme.map(({ id }) => id);
    throw new ProblemError('unknown_programme', { programme }, { programme: entries });
  }
  if (entry !== undefined && entry.scenario !== scenario) {
    throw new ProblemError(
      'programme_other_scenario',
      { programme: entry.id, scenario },
      { scenarios: [entry.scenario] },
    );
  }
  const roles = { ...usualRoles(plan, roster, entry?.teams), ...compact(given) };
  mustBeKnown(roster, [...everybody({ roles }), ...(body.present ?? [])]);
  return {
    ...{ drill, incidentId: `${drill}-incident`, scenario: compileScenario(plan, scenario), roles },
    ...{ rules: drillRules(plan, version, roster), pace },
    ...compact({
      ...{ programme, plannedAt: plannedAt === undefined ? undefined : Date.parse(plannedAt) },
      simulateAbsent: absentFrom(body, req, { drill, roles, roster }),
    }),
    by: { actor: actorOf(req), via: 'api', requestId },
    at: parts.settings.now(),
  };
}

async function inForce({ store }: ApiParts): Promise<{
  plan: Planned;
  roster: RosterDocument;
  version: DrillOpening['rules']['plan'];
}> {
  const [effective, stored] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
  if (!effective || !stored) throw unavailable('no_plan');
  const { document, version, hash } = effective;
  const { drills, scenarios } = document;
  if (drills === undefined || scenarios === undefined) throw new ProblemError('plan_without_drills', {});
  return {
    plan: { ...document, drills, scenarios },
    roster: stored.document as RosterDocument,
    version: { id: document.plan.id, version, hash },
  };
}
