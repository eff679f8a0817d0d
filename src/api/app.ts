import express, { Router } from 'express';
import type { Express, RequestHandler } from 'express';
import helmet from 'helmet';
import { answerProblem } from './answerProblem.js';
import { authenticate } from './auth.js';
import type { ApiParts } from './deps.js';
import { byAddress, byCaller, limit, USUAL_LIMITS } from './limits.js';
import { observe } from './observe.js';
import { requestId } from './requestId.js';
import { ackLinkRoutes } from './routes/ackLink.js';
import { answerRoutes } from './routes/answers.js';
import { decisionRoutes } from './routes/decisions.js';
import { docsRoutes } from './routes/docs.js';
import { documentRoutes } from './routes/documents.js';
import { erasureRoutes } from './routes/erasures.js';
import { evidenceRoutes } from './routes/evidence.js';
import { healthRoutes, metricsRoutes } from './routes/health.js';
import { hookRoutes } from './routes/hooks.js';
import { drillPaperRoutes } from './routes/drillPapers.js';
import { drillRoutes } from './routes/drills.js';
import { coverageRoutes } from './routes/coverage.js';
import { programmeRoutes } from './routes/programme.js';
import { readinessRoutes } from './routes/readiness.js';
import { improvementRoutes } from './routes/improvements.js';
import { incidentRoutes } from './routes/incidents.js';
import { mailboxRoutes } from './routes/mailbox.js';
import { noticeRoutes } from './routes/notices.js';
import { planActRoutes } from './routes/planActs.js';
import { drillFeedbackRoutes } from './routes/drillFeedback.js';
import { planCopyRoutes } from './routes/planCopy.js';
import { planDocumentRoutes } from './routes/planDocument.js';
import { planDraftRoutes } from './routes/planDrafts.js';
import { planRoutes } from './routes/plans.js';
import { publicRoutes } from './routes/public.js';
import { publicationRoutes } from './routes/publications.js';
import { recordRoutes } from './routes/record.js';
import { reportRoutes } from './routes/report.js';
import { resourceRoutes } from './routes/resources.js';
import { rosterRoutes } from './routes/roster.js';
import { filingDraftRoutes } from './routes/filingDraft.js';
import { documentLinkRoutes } from './routes/documentLink.js';
import { incidentReportRoutes } from './routes/incidentReport.js';
import { filingLinkRoutes } from './routes/filingLink.js';
import { sitrepLinkRoutes } from './routes/sitrepLink.js';
import { lessonRoutes } from './routes/lessons.js';
import { summaryRoutes } from './routes/summary.js';
import { sitrepRoutes } from './routes/sitreps.js';
import { situationRoutes } from './routes/situation.js';
import { stockRoutes } from './routes/stock.js';
import { upkeepRoutes } from './routes/upkeep.js';
import { streamRoutes } from './routes/stream.js';
import { decisionLogRoutes } from './routes/decisionLog.js';
import { incidentMetricsRoutes } from './routes/incidentMetrics.js';
import { needRoutes } from './routes/needs.js';
import { publicOpinionRoutes } from './routes/publicOpinion.js';
import { taskRoutes } from './routes/tasks.js';
import { timelineRoutes } from './routes/timeline.js';
import { tokenRoutes } from './routes/tokens.js';
import { unserved } from './unserved.js';

const OPEN_ROUTES = [
  healthRoutes,
  docsRoutes,
  ackLinkRoutes,
  sitrepLinkRoutes,
  filingLinkRoutes,
  documentLinkRoutes,
  planCopyRoutes,
  drillFeedbackRoutes,
  publicRoutes,
  mailboxRoutes,
  hookRoutes,
];
const TOKEN_ROUTES = [
  reportRoutes,
  incidentRoutes,
  decisionRoutes,
  situationRoutes,
  sitrepRoutes,
  lessonRoutes,
  summaryRoutes,
  taskRoutes,
  needRoutes,
  publicOpinionRoutes,
  filingDraftRoutes,
  incidentReportRoutes,
  publicationRoutes,
  evidenceRoutes,
  drillRoutes,
  programmeRoutes,
  readinessRoutes,
  coverageRoutes,
  drillPaperRoutes,
  improvementRoutes,
  answerRoutes,
  timelineRoutes,
  decisionLogRoutes,
  incidentMetricsRoutes,
  noticeRoutes,
  documentRoutes,
  recordRoutes,
  streamRoutes,
  planRoutes,
  planDraftRoutes,
  planActRoutes,
  planDocumentRoutes,
  rosterRoutes,
  resourceRoutes,
  stockRoutes,
  upkeepRoutes,
  erasureRoutes,
  tokenRoutes,
  metricsRoutes,
];

/** Everything under one address, ready to be listened on. */
export function createApi(parts: ApiParts): Express {
  const { settings, log, metrics } = parts;
  const app = express();
  app.disable('x-powered-by');
  // Behind a proxy all clients share its address until the operator says which proxy to believe.
  app.set('trust proxy', false);
  // Answers change with every event; documents carry a tag of their own.
  app.set('etag', false);

  app.use(requestId, observe(log, metrics), security(settings.publicUrl));

  const router = Router();
  for (const routes of OPEN_ROUTES) routes(router, parts);
  router.use(['/api/v1', '/metrics'], ...guards(parts));
  for (const routes of TOKEN_ROUTES) routes(router, parts);
  app.use(router);
  app.use(unserved, answerProblem(settings.publicUrl, log));
  return app;
}

function guards(parts: ApiParts): RequestHandler[] {
  const limits = { ...USUAL_LIMITS, ...parts.settings.limits };
  const reports = limit(limits.reports, byCaller);
  return [
    (_req, res, next) => {
      res.set('Cache-Control', 'no-store');
      next();
    },
    authenticate(parts, limit(limits.failures, byAddress)),
    limit(limits.api, byCaller),
    (req, res, next) => (req.method === 'POST' && req.path === '/incidents' ? void reports(req, res, next) : next()),
  ];
}

/** Pages loosen the content policy where they must; everything else is data and needs nothing. */
function security(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
}
