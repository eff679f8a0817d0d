import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';
import { requestIdOf } from './answerProblem.js';
import { callerOf } from './auth.js';

/**
 * One log line and one count for each request. Both name the route, never the address: addresses carry link tokens and
 * the mailbox key.
 */
export function observe(log: Logger, metrics: Registry): RequestHandler {
  const requests = new Counter({
    name: 'muster_http_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [metrics],
  });
  const seconds = new Histogram({
    name: 'muster_http_request_seconds',
    help: 'From the head of the request to the last byte of the answer; streams are not timed',
    labelNames: ['method', 'route'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    registers: [metrics],
  });
  return (req, res, next) => {
    const began = performance.now();
    res.on('close', () => {
      const route = routeOf(req);
      const ms = performance.now() - began;
      const status = res.writableEnded ? res.statusCode : 499;
      const method = KNOWN_METHODS.has(req.method) ? req.method : 'other';
      requests.inc({ method, route, status });
      if (!isStream(res)) seconds.observe({ method, route }, ms / 1000);
      log.info({ method, route, status, ms: Math.round(ms), requestId: requestIdOf(res), ...about(req) }, 'request');
    });
    next();
  };
}

/** Labels come from a closed list: whatever a client can choose would grow the metrics without end. */
const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS']);

function routeOf(req: Request): string {
  const path = (req.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}

function isStream(res: Response): boolean {
  return String(res.getHeader('Content-Type')).startsWith('text/event-stream');
}

function about(req: Request): Record<string, string> {
  const caller = callerOf(req);
  const { incidentId } = req.params;
  return {
    ...(caller ? { actor: caller.kind === 'person' ? `person:${caller.id}` : caller.kind } : {}),
    ...(typeof incidentId === 'string' ? { incident: incidentId.slice(0, 64) } : {}),
  };
}
