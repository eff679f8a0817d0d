import { z } from 'zod';
import { asked, reason } from './asked.js';
import { Actor, Id, Line, Named, Reason, Time } from './common.js';
import { EvidenceFile, HttpLink, Sha256 } from './evidence.js';

const Task = Id.describe('The id of a task of this incident.');

const Owner = z
  .union([
    z.strictObject({ post: Id.describe('A post of the plan: whoever holds it at that moment.') }),
    z.strictObject({ person: Id.describe('A person who holds a post.') }),
  ])
  .meta({ id: 'TaskOwner' });

export const TaskRequest = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('start'), task: Task, ...asked }),
    z.strictObject({
      action: z.literal('finish'),
      task: Task,
      note: Reason.optional(),
      link: HttpLink.optional(),
      file: EvidenceFile.optional(),
      finding: Reason.optional().describe('What was found out; goes on the record.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('skip').describe('By command; a mandatory task only by whoever commands.'),
      task: Task,
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('reassign').describe('By the lead of the team, or by command.'),
      task: Task,
      to: Owner,
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('add').describe('By command, or by the lead of a team.'),
      title: Line,
      owner: Owner,
      due: Time,
      mandatory: z.boolean().default(false),
      ...asked,
    }),
  ])
  .meta({ id: 'TaskRequest', examples: [{ action: 'start', task: 'diagnose', preview: true }] });

export const TaskView = z
  .object({
    id: z.string(),
    name: z.string(),
    phase: z.enum(['reported', 'standby', 'responding', 'watching', 'aftermath']),
    status: z.enum(['open', 'started', 'finished', 'skipped', 'withdrawn']),
    mandatory: z.boolean(),
    owner: z.object({
      post: Named.optional(),
      person: Named.optional().describe('Whoever has it to do at this moment.'),
    }),
    due: Time.optional().describe('Not known while the task waits for others.'),
    overdue: z.boolean(),
    waitsFor: z.array(Named),
    verifies: Named.optional().describe('Whoever started or finished that task cannot finish this one.'),
    needs: z.enum(['note', 'link', 'file']).optional().describe('The evidence that the plan asks for.'),
    by: z
      .array(Named)
      .describe('Whoever started or finished it, and whoever had it to do where somebody over them said so.'),
    endedAt: Time.optional(),
    evidence: z
      .object({
        note: z.string().optional(),
        link: z.string().optional(),
        file: z
          .object({ sha256: z.string(), name: z.string().optional(), url: z.string().describe('Of the download.') })
          .optional(),
      })
      .optional(),
    finding: z.string().optional(),
    reason: z.string().optional().describe('Why it was skipped.'),
  })
  .meta({ id: 'Task', description: 'Something to be done in an incident.' });
export type TaskView = z.infer<typeof TaskView>;

export const EvidenceParams = z.object({ incidentId: Id.describe('The id of the incident.'), sha256: Sha256 });
export const EvidenceQuery = z.strictObject({ name: Line.describe('What the file is called.') });

export const Evidence = z
  .object({
    incidentId: z.string(),
    sha256: z.string(),
    name: z.string().describe('As it was stored first.'),
    contentType: z.string(),
    size: z.int().describe('Bytes.'),
    url: z.string().describe('Path of the download.'),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const SceneRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('cordon').describe('Sets the cordon, or changes it.'),
      area: Reason,
      rules: Reason,
      ...asked,
    }),
    z.strictObject({ action: z.literal('lift'), reason, ...asked }),
    z.strictObject({ action: z.literal('admit'), name: Reason, area: Reason, purpose: Reason, ...asked }),
    z.strictObject({ action: z.literal('leave'), pass: z.int().positive(), ...asked }),
  ])
  .meta({
    id: 'SceneRequest',
    examples: [{ action: 'cordon', area: 'Machine room 2', rules: 'One way in, by pass', preview: true }],
  });

export const SceneView = z
  .object({
    cordon: z.object({ area: z.string(), rules: z.string(), by: Actor, at: Time }).optional(),
    inside: z.array(
      z.object({
        pass: z.int(),
        at: Time,
        name: z.string().optional(),
        area: z.string().optional(),
        purpose: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Scene', description: 'Cordon and access control.' });
export type SceneView = z.infer<typeof SceneView>;
