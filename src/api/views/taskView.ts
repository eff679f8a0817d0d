import { isOverdue, taskHolder, waitsFor } from '../../domain/incident/index.js';
import type { State, Task } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { SceneView, TaskView } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';
import { textsOf } from './quoted.js';
import type { Quoted } from './quoted.js';

/** The events whose texts `taskViews` and `sceneView` quote. */
export function taskSeqs({ tasks, scene }: State): number[] {
  const told = Object.values(tasks.tasks).filter(({ status }) => status === 'finished' || status === 'skipped');
  return [...told.map(({ seq }) => seq), ...scene.inside.map(({ seq }) => seq)];
}

export function taskViews(state: State, speech: Speech, now: Instant, quoted: Quoted): TaskView[] {
  return Object.entries(state.tasks.tasks).map(([id, task]) => ({
    ...namedTask(state, id, speech),
    phase: task.phase,
    status: task.status,
    mandatory: task.mandatory,
    owner: {
      post: namedIfAny(speech, 'post', task.post),
      person: namedIfAny(speech, 'person', taskHolder(state, task, now)),
    },
    due: isoIfAny(task.due),
    overdue: isOverdue(task, now),
    waitsFor: waitsFor(state.tasks, task).map((before) => namedTask(state, before, speech)),
    verifies: task.verifies === undefined ? undefined : namedTask(state, task.verifies, speech),
    needs: task.evidence,
    by: (task.hands ?? []).map((person) => named(speech, 'person', person)),
    endedAt: isoIfAny(task.endedAt),
    ...told(state.incidentId, task, textsOf(quoted, task.seq)),
  }));
}

/** The plan has no name for what was added. */
function namedTask({ tasks }: State, id: string, speech: Speech): { id: string; name: string } {
  const title = tasks.tasks[id]?.title;
  return title === undefined ? named(speech, 'task', id) : { id, name: title };
}

function told(
  incidentId: string,
  { status, file: sha256 }: Task,
  { note, link, fileName, finding, reason }: Record<string, string>,
): Pick<TaskView, 'evidence' | 'finding' | 'reason'> {
  if (status === 'skipped') return { reason };
  if (status !== 'finished') return {};
  const file = sha256 === undefined ? undefined : { sha256, name: fileName, url: evidenceUrl(incidentId, sha256) };
  return { evidence: note || link || file ? { note, link, file } : undefined, finding: finding || undefined };
}

export function evidenceUrl(incidentId: string, sha256: string): string {
  return `/api/v1/incidents/${incidentId}/evidence/${sha256}`;
}

export function sceneView({ scene }: State, speech: Speech, quoted: Quoted): SceneView {
  const { cordon, inside } = scene;
  return {
    cordon: cordon && { ...cordon, by: actorView(cordon.by, speech), at: iso(cordon.at) },
    inside: inside.map(({ pass, at, seq }) => {
      const { name, area, purpose } = textsOf(quoted, seq);
      return { pass, at: iso(at), name, area, purpose };
    }),
  };
}
