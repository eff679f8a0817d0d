import type { Request } from 'express';
import { comparison, runOfDrill } from '../../domain/drill/index.js';
import type { Comparison, DrillState } from '../../domain/drill/index.js';
import { metricsOf } from '../../domain/metrics/index.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { drillCursorAfter, drillFacts, readDrillCursor } from '../../store/index.js';
import { compact } from '../compact.js';
import { DrillDecisionRequest, DrillImprovementRequest, DrillMinSeq, DrillQuery, DrillRequest } from '../contract.js';
import type { Drill, DrillList, DrillRecord, DrillVerification, Improvement } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { decideDrill } from '../drills/decideDrill.js';
import { improveDrill } from '../drills/improveDrill.js';
import { today } from '../improvements/groundToday.js';
import { improvementView } from '../views/improvementView.js';
import { drillIdOf, loadDrill } from '../drills/loadDrill.js';
import { mayReadStory } from '../drills/mayReadStory.js';
import { openDrill } from '../drills/openDrill.js';
import { languageOf } from '../language.js';
import { byCaller, limit, USUAL_LIMITS } from '../limits.js';
import { parseBody, parseQuery } from '../parse.js';
import { ProblemError, unavailable } from '../problemError.js';
import { checkDrill } from '../../record/index.js';
import { drillProofView } from '../views/recordView.js';
import { readJson } from '../readBody.js';
import { drillRecordView, drillView } from '../views/drillView.js';
import type { DrillSpeech } from '../views/drillView.js';
import { headsAsked } from '../record/headsAsked.js';
import type { Routes } from './router.js';

const ALL = '/api/v1/drills';
const ONE = `${ALL}/:drillId`;

/** The record follows a decision within a moment. */
const RECORD_LAG_MS = 2_000;

/** Exercises: scheme, conduct, feedback, evaluation, report. */
export const drillRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const rarely = limit({ ...USUAL_LIMITS, ...settings.limits }.records, byCaller);

  router.post(ALL, ...readJson, async (req, res) => {
    const state = await openDrill(parts, req, parseBody(DrillRequest, req));
    res.status(201).json(drillView(state, await speechFor(parts, state, req), settings.now()) satisfies Drill);
  });

  router.get(ALL, async (req, res) => {
    const { status, scenario, live, limit: most, cursor } = parseQuery(DrillQuery, req);
    const states = await store.listDrills({
      ...compact({ status, scenario }),
      ...(live === undefined ? {} : { live: true }),
      ...(cursor === undefined ? {} : { after: readDrillCursor(cursor) }),
      limit: most + 1,
    });
    const page = states.slice(0, most);
    const last = page.at(-1);
    const speechOf = speeches(parts, req);
    res.json({
      items: await Promise.all(page.map(async (state) => drillView(state, await speechOf(state), settings.now()))),
      next: states.length > most && last !== undefined ? drillCursorAfter(last) : undefined,
    } satisfies DrillList);
  });

  router.get(`${ONE}/record/verification`, rarely, async (req, res) => {
    const id = drillIdOf(req);
    const kept = await store.keptDrill(id);
    if (kept === undefined) throw new ProblemError('drill_not_found', { drill: id });
    const verdict = checkDrill(kept, headsAsked(req));
    const { seq, faults, faultsInAll } = verdict;
    // Nobody may be looking at the answer of a script.
    if (faultsInAll > 0) {
      // What was found may be anybody's words, and stays out of the log.
      const { found: _, needed: __, ...first } = faults[0] ?? {};
      parts.log.error({ drillId: id, seq, faultsInAll, first }, 'the record of a drill is not intact');
    }
    res.json(drillProofView(verdict, languageOf(req)) satisfies DrillVerification);
  });

  router.get(ONE, async (req, res) => {
    const { minSeq } = parseQuery(DrillMinSeq, req);
    const id = drillIdOf(req);
    if (minSeq !== undefined) await store.waitForDrill(id, minSeq, RECORD_LAG_MS);
    const { state } = await loadDrill(store, req);
    const [events, sheets, speech, sees] = await Promise.all([
      store.drillEventsOf(id),
      store.sheetsOf(id),
      speechFor(parts, state, req),
      mayReadStory(parts, req, state),
    ]);
    const kept = { state, events, sheets, sees, ...(await comparedWith(parts, state)) };
    res.json(drillRecordView(kept, speech, settings.now()) satisfies DrillRecord);
  });

  router.post(`${ONE}/improvements`, ...readJson, async (req, res) => {
    const body = parseBody(DrillImprovementRequest, req);
    const now = await today(parts);
    const state = await improveDrill(parts, req, body, now);
    res.status(201).json(improvementView(state, now, languageOf(req), settings.now()) satisfies Improvement);
  });

  router.post(`${ONE}/decisions`, ...readJson, async (req, res) => {
    res.json(await decideDrill(parts, req, parseBody(DrillDecisionRequest, req)));
  });
};

/** Its figures beside those of others, once they are whole. */
async function comparedWith(
  { store }: ApiParts,
  state: DrillState,
): Promise<{ comparison?: Comparison; unimproved?: string[] }> {
  if (state.ended === undefined) return {};
  const { incident, earlier, unimproved = [] } = await drillFacts(store, state.drill, { forReport: true });
  const metrics = incident && metricsOf(incident.events, incident.state.basis.plan, state.ended.storyAt);
  return {
    comparison: comparison(runOfDrill(state, metrics), earlier?.runs ?? [], earlier?.versionBefore),
    unimproved,
  };
}

/** By the version of the plan that the drill goes by; each is read once. */
function speeches(parts: ApiParts, req: Request): (state: DrillState) => Promise<DrillSpeech> {
  const known = new Map<string, Promise<DrillSpeech>>();
  return (state) => {
    const { hash } = state.rules.plan;
    const speech = known.get(hash) ?? speechFor(parts, state, req);
    known.set(hash, speech);
    return speech;
  };
}

async function speechFor({ store, settings }: ApiParts, { rules }: DrillState, req: Request): Promise<DrillSpeech> {
  const { id, version } = rules.plan;
  const [kept, roster] = await Promise.all([store.getPlan(id, version), store.currentRoster()]);
  if (!kept || !roster) throw unavailable('no_plan');
  const plan = kept.document;
  const names = namesFrom(plan, roster.document as RosterDocument);
  return { plan, names, lang: languageOf(req), zone: plan.calendar?.zone ?? settings.zone };
}
