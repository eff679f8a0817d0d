import { Heartbeat, StreamItem } from '../api/contract.js';
import type { ServerEvent } from './eventStream.js';
import { mayPass } from './networkFailure.js';
import { streamLine, timelineLine } from './print/timeline.js';
import type { Session } from './session.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/** The server lets itself be heard every 10 s; a connection that died without a word is noticed by this. */
const SILENCE_MS = 35_000;

/** Which incident, and behind which position of the record. */
interface Wanted {
  id: string | undefined;
  after: number | undefined;
}

/**
 * Prints events until Ctrl-C. A stream that breaks is opened again behind the last event seen, for as long as it takes;
 * only the very first connection must succeed.
 */
export async function followStream(session: Session, { id, after }: Wanted): Promise<void> {
  const stopped = session.world.stopped();
  let position = after;
  let opened = false;
  let pause = FIRST_PAUSE_MS;
  while (!stopped.aborted) {
    let connected = false;
    try {
      for await (const event of watched(session, position, stopped)) {
        if (!connected) sayConnected(session, opened);
        connected = true;
        opened = true;
        pause = FIRST_PAUSE_MS;
        position = take(session, id, event, position);
      }
      opened = true;
    } catch (error) {
      if (stopped.aborted) return;
      if (!opened || !mayPass(error)) throw error;
    }
    if (stopped.aborted) return;
    sayBroken(session, position);
    await session.world.sleep(pause, stopped);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** The stream, given up when nothing is heard for too long. */
async function* watched(
  { api }: Session,
  position: number | undefined,
  stopped: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), SILENCE_MS);
  try {
    for await (const event of api.stream(position, AbortSignal.any([stopped, silent.signal]))) {
      timer.refresh();
      yield event;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Returns the position to resume behind. */
function take(session: Session, id: string | undefined, { event, data }: ServerEvent, position: number | undefined) {
  // Where we are is known best from the last event itself.
  if (event === 'heartbeat') return position ?? session.read(data, Heartbeat).position;
  if (event !== 'message') return position;
  const item = session.read(data, StreamItem);
  if (position !== undefined && item.position <= position) return position;
  if (id === undefined || id === item.incidentId) {
    session.print(session.json ? data : id === undefined ? streamLine(item, session) : timelineLine(item, session));
  }
  return item.position;
}

/** Said with the first word of the server, not with its status line: a proxy may have answered that one for it. */
function sayConnected({ notice, say }: Session, again: boolean): void {
  notice('connected', again ? say('Connected again.', '连接已恢复。') : say('Connected.', '已连接。'));
}

function sayBroken({ notice, say }: Session, position: number | undefined): void {
  const words =
    position === undefined
      ? say('Connection lost. What happens meanwhile is only in the timeline.', '连接中断，其间的事件请查看时间线。')
      : say('Connection lost; resuming where it broke.', '连接中断，将从断点继续。');
  notice('reconnecting', words);
}
