import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * One request on a connection of its own, so that nothing is sent into a connection of a process that was killed.
 * `onSent` is called when the last byte has been given to the system.
 */
export function request({ url, method = 'GET', token, key, body, bytes, timeoutMs = 30_000, onSent }) {
  const sent = bytes ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const type = bytes === undefined ? 'application/json' : 'text/plain';
  const headers = {
    'Accept-Language': 'en',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    ...(sent === undefined ? {} : { 'Content-Type': type, 'Content-Length': sent.length }),
  };
  return new Promise((done, fail) => {
    const req = httpRequest(url, { method, headers, agent: false, timeout: timeoutMs }, (res) => {
      const chunks = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('error', fail);
      res.on('end', () => {
        const bytes = Buffer.concat(chunks);
        done({ status: res.statusCode, headers: res.headers, bytes, json: jsonOf(bytes, res.headers) });
      });
    });
    req.on('timeout', () => req.destroy(new Error('timeout')));
    req.on('error', fail);
    if (onSent) req.once('finish', onSent);
    req.end(sent);
  });
}

/** A client that has not been answered asks again, with the same key. */
const AGAIN_AFTER_MS = 100;
const GIVE_UP_MS = 60_000;

/** Repeats a request until it is answered: broken connections and 5xx are no answers. */
export async function untilAnswered(asked) {
  let last;
  let { onSent } = asked;
  for (const giveUpAt = Date.now() + GIVE_UP_MS; Date.now() < giveUpAt; await pause(AGAIN_AFTER_MS)) {
    try {
      const answer = await request({ ...asked, onSent });
      if (answer.status < 500) return answer;
      last = `${answer.status} ${answer.json?.code ?? ''}`;
    } catch (error) {
      last = error.code ?? error.message;
    }
    onSent = undefined;
  }
  throw new Error(
    `${asked.method ?? 'GET'} ${asked.url} was not answered within ${GIVE_UP_MS} ms; the last try: ${last}`,
  );
}

function jsonOf(bytes, headers) {
  if (!/json/.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
