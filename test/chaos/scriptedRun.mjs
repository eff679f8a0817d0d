import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Player } from '../scripted/player.mjs';
import { untilAnswered } from './http.mjs';
import { PLAN_MINUTE_MS } from './hurry.mjs';

/** How long a draft is waited for that is late because of an outage. */
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 100;

/** One scripted incident against a running installation, in hurried time. */
export async function playScript(script, { installation, tokens }) {
  const name = `scripted-${randomUUID().slice(0, 8)}`;
  const began = Date.now();
  let asked = 0;
  let patience = PATIENCE_MS;
  const player = new Player(script, {
    momentOf: (minute) => began + minute * PLAN_MINUTE_MS,
    async until(minute) {
      await pause(Math.max(0, began + minute * PLAN_MINUTE_MS - Date.now()));
      patience = PATIENCE_MS;
    },
    async again() {
      await pause(LOOK_AGAIN_MS);
      patience -= LOOK_AGAIN_MS;
      return patience > 0;
    },
    async ask({ as, path, method = 'GET', body, bytes }) {
      const key = method === 'GET' ? undefined : `${name}-${++asked}`;
      const url = `${installation.url}${path}`;
      const { status, json } = await untilAnswered({ url, method, token: await tokens.of(as), key, body, bytes });
      return { status, body: json };
    },
  });
  await player.play();
  return { player, name, began };
}
