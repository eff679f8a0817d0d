import { answerTo } from '../../domain/incident/index.js';
import { compact } from '../compact.js';
import {
  CheckInRequest,
  CategoryRequest,
  ClaimRequest,
  ClosureRequest,
  CommanderMissedRequest,
  CommandRequest,
  CriterionRequest,
  HandoverRequest,
  LevelRequest,
  MergeRequest,
  PaceRequest,
  PartnerAnswerRequest,
  PlanMoveRequest,
  RecurrenceDismissalRequest,
  ReleaseRequest,
  ReopeningRequest,
  ShortageRequest,
  TerminationRequest,
  VerificationRequest,
} from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { loadIncident } from '../loadIncident.js';
import { headerId } from '../parse.js';
import { basisToMoveTo } from '../planToMoveTo.js';
import type { Routes } from './router.js';

export const decisionRoutes: Routes = (router, parts) => {
  const decision = decisionRoute(router, parts);
  decision('verification', VerificationRequest, (body) => ({ type: 'verify', ...compact(body) }));
  decision('merge', MergeRequest, (body) => ({ type: 'merge', ...body }));
  decision('handover', HandoverRequest, (body) => {
    if (body.action !== 'offer') return { type: 'handOver', ...body };
    return { type: 'handOver', ...body, brief: compact(body.brief) };
  });
  decision('check-in', CheckInRequest, (body) => ({ type: 'checkIn', ...compact(body) }));
  decision('command/missed', CommanderMissedRequest, (body) => ({ type: 'missCommander', ...compact(body) }));
  decision('command', CommandRequest, () => ({ type: 'takeCommand' }));
  decision('claims', ClaimRequest, (body) => ({ type: 'resolveClaim', ...body }));
  decision('level', LevelRequest, (body) => ({ type: 'changeLevel', ...compact(body) }));
  decision('category', CategoryRequest, (body) => ({ type: 'changeCategory', ...body }));
  decision('criteria', CriterionRequest, (body) => {
    if (body.action === 'confirm') return { type: 'criterion', ...compact(body) };
    return { type: 'criterion', ...body };
  });
  decision('termination', TerminationRequest, (body) => ({ type: 'terminate', ...compact(body) }));
  decision('reopening', ReopeningRequest, (body) => ({ type: 'reopen', ...compact(body) }));
  decision('recurrence/dismissal', RecurrenceDismissalRequest, (body) => ({ type: 'dismissRecurrence', ...body }));
  decision('pace', PaceRequest, (body) => ({ type: 'setPace', ...body }));
  decision('releases', ReleaseRequest, (body) => ({ type: 'release', ...compact(body) }));
  decision('partners', PartnerAnswerRequest, ({ eta, ...body }) => ({
    type: 'answerForPartner',
    ...compact(body),
    ...(eta === undefined ? {} : { eta: Date.parse(eta) }),
  }));
  decision('shortages', ShortageRequest, (body) => ({ type: 'acceptShortage', ...body }));
  decision('closure', ClosureRequest, ({ despite = false, ...body }) => ({
    type: 'close',
    ...(despite ? { despite } : {}),
    ...body,
  }));
  decision('plan', PlanMoveRequest, async ({ version, reason }, req) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const key = headerId(req, 'Idempotency-Key');
    const isAnswered = key !== undefined && answerTo(state, key) !== undefined;
    return { type: 'movePlan', reason, basis: await basisToMoveTo(parts, state, version, { isAnswered }) };
  });
};
