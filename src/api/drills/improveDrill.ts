import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import { planDrilled, ratingsNow } from '../../domain/drill/index.js';
import type { DrillState } from '../../domain/drill/index.js';
import type { ImprovementState } from '../../domain/improvement/index.js';
import { criterionFinding, drillStatusWords } from '../../domain/words/index.js';
import { compact } from '../compact.js';
import type { DrillImprovementRequest } from '../contract.js';
import type { ApiParts } from '../deps.js';
import type { Today } from '../improvements/groundToday.js';
import { openImprovement } from '../improvements/openImprovement.js';
import { languageOf } from '../language.js';
import { ProblemError } from '../problemError.js';
import { loadDrill } from './loadDrill.js';

/** What a drill has found becomes an improvement. Asked for in the same words again, it is the same one, unless that is over. */
export async function improveDrill(
  parts: ApiParts,
  req: Request,
  body: z.infer<typeof DrillImprovementRequest>,
  now: Today,
): Promise<ImprovementState> {
  const { state } = await loadDrill(parts.store, req);
  const { drill, status, scenario } = state;
  if (status !== 'submitted' && status !== 'closed') {
    throw new ProblemError('drill_not_reported', { status, words: drillStatusWords(status, languageOf(req)) });
  }
  const { criterion, verifiedBy, finding, ...rest } = body;
  const known = state.rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  if (!known.includes(criterion)) {
    throw new ProblemError('unknown_drill_criterion', { criterion }, { criteria: known.join(', ') });
  }
  const { id: plan, version: number } = planDrilled(state);
  const version = { plan, version: number };
  const origin = { kind: 'drill', drill, criterion, scenario: scenario.id, version } as const;
  const said = finding ?? foundIn(state, criterion, now, languageOf(req));
  const print = createHash('sha256')
    .update(JSON.stringify([rest.action, rest.type, rest.owner]))
    .digest('hex');
  const usualKey = `${drill}/${criterion}/${print}`;
  const usual = { key: usualKey, ...compact({ finding }) };
  return openImprovement(parts, req, { ...rest, finding: said, origin, verifiedBy }, now, usual);
}

function foundIn(state: DrillState, criterion: string, { names }: Today, lang: 'zh-CN' | 'en'): string {
  const rated = ratingsNow(state).find((one) => one.criterion === criterion);
  return criterionFinding({ drill: state.drill, criterion, rating: rated?.rating }, names, lang);
}
