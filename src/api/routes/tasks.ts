import type { Request } from 'express';
import { compact } from '../compact.js';
import { ObligationRequest, SceneRequest, TaskRequest } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { incidentIdOf } from '../incidentId.js';
import { mustHold } from './evidence.js';
import type { Routes } from './router.js';

/** What a decision would bring about can be asked before its file is stored. */
function isPreview({ body }: Request): boolean {
  return (body as { preview?: unknown }).preview === true;
}

/** What is to be done in an incident, what is to be told to whom by law, and the scene. */
export const taskRoutes: Routes = (router, parts) => {
  const decision = decisionRoute(router, parts);
  decision('tasks', TaskRequest, async (body, req) => {
    switch (body.action) {
      case 'finish':
        if (body.file && !isPreview(req)) await mustHold(parts, incidentIdOf(req), body.file.sha256);
        return { type: 'task', ...compact(body) };
      case 'add':
        return { type: 'task', ...body, due: Date.parse(body.due) };
      default:
        return { type: 'task', ...body };
    }
  });
  decision('obligations', ObligationRequest, async (body, req) => {
    switch (body.action) {
      case 'file':
        if (body.file && !isPreview(req)) await mustHold(parts, incidentIdOf(req), body.file.sha256);
        return {
          type: 'obligation',
          ...compact({ ...body, filedAt: body.filedAt === undefined ? undefined : Date.parse(body.filedAt) }),
        };
      case 'setClock':
        return { type: 'obligation', ...body, start: Date.parse(body.start) };
      case 'judge':
        return { type: 'obligation', ...body };
    }
  });
  decision('scene', SceneRequest, (body) => ({ type: 'scene', ...body }));
};
