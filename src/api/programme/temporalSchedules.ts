import { ScheduleAlreadyRunning, ScheduleNotFoundError } from '@temporalio/client';
import type { CalendarSpec, Client, ScheduleDescription } from '@temporalio/client';
import type { Instant } from '../../domain/time.js';
import { sha256 } from '../../seal/index.js';
import { persist, startOnce, TASK_TIMEOUT } from '../temporalCalls.js';
import { SCHEDULE_POLICIES } from './policies.js';
import type { Schedules, WantedSchedule } from './schedules.js';

/** Temporal warns of memos of 2 KB. */
const LONGEST_PRINT = 1_500;

/** Tells a pause that Muster has set from one that somebody has set in Temporal. */
const OUR_NOTE = 'Muster: ';

/** Ids carry the task queue: several installations may share a namespace. */
export function temporalSchedules(client: Client, taskQueue: string): Schedules {
  const prefix = `${taskQueue}/`;
  const { schedule: schedules } = client;
  const handle = (id: string) => schedules.getHandle(prefix + id);

  function optionsOf(wanted: WantedSchedule) {
    const { id, workflow, args, times } = wanted;
    return {
      scheduleId: prefix + id,
      spec: { calendars: times.map(calendarOf), jitter: 0 },
      action: {
        ...{ type: 'startWorkflow' as const, workflowType: workflow, workflowId: prefix + id, taskQueue, args },
        ...{ workflowTaskTimeout: TASK_TIMEOUT, memo: { print: printOf(wanted) } },
      },
      policies: SCHEDULE_POLICIES,
    };
  }

  async function create(wanted: WantedSchedule): Promise<void> {
    const { paused } = wanted;
    const state = paused === undefined ? {} : { state: { paused: true, note: OUR_NOTE + paused } };
    try {
      await persist(client, () => schedules.create({ ...optionsOf(wanted), ...state }));
    } catch (error) {
      // By another process, at the same moment.
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }

  async function describe(id: string): Promise<ScheduleDescription | undefined> {
    try {
      return await persist(client, () => handle(id).describe());
    } catch (error) {
      if (error instanceof ScheduleNotFoundError) return undefined;
      throw error;
    }
  }

  return {
    async list() {
      const ids: string[] = [];
      for await (const { scheduleId } of schedules.list()) {
        if (scheduleId.startsWith(prefix)) ids.push(scheduleId.slice(prefix.length));
      }
      return ids;
    },

    async put(wanted) {
      const { id, paused } = wanted;
      const found = await describe(id);
      if (found === undefined) {
        await create(wanted);
        return {};
      }
      if (found.action.memo?.['print'] !== printOf(wanted)) {
        const { scheduleId: _, ...options } = optionsOf(wanted);
        await persist(client, () => handle(id).update(({ state }) => ({ ...options, state })));
      }
      const { note = '', paused: isPaused } = found.state;
      const isOurs = note.startsWith(OUR_NOTE);
      if (isPaused && !isOurs && paused === undefined) return { pausedElsewhere: note };
      if (isPaused && paused === undefined) await persist(client, () => handle(id).unpause(`${OUR_NOTE}it goes on`));
      if (paused !== undefined && !(isPaused && isOurs))
        await persist(client, () => handle(id).pause(OUR_NOTE + paused));
      return {};
    },

    async remove(id) {
      try {
        await persist(client, () => handle(id).delete());
      } catch (error) {
        if (!(error instanceof ScheduleNotFoundError)) throw error;
      }
    },

    start: ({ id, workflow }, at, args) =>
      persist(client, () => startOnce(client, workflow, { workflowId: runIdOf(prefix + id, at), taskQueue, args })),
  };
}

/** In UTC: clock changes are reckoned with before. */
function calendarOf(at: Instant): CalendarSpec {
  const date = new Date(at);
  return {
    ...{ year: date.getUTCFullYear(), month: MONTHS[date.getUTCMonth()]!, dayOfMonth: date.getUTCDate() },
    ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
  };
}

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** What a schedule was made from stands with it: the server answers its calendar in another form. */
function printOf({ workflow, args, times }: WantedSchedule): string {
  const text = JSON.stringify([workflow, args, times]);
  return text.length > LONGEST_PRINT ? sha256(text) : text;
}

/** As the server names what a schedule starts. */
function runIdOf(workflowId: string, at: Instant): string {
  return `${workflowId}-${new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}
