import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** As many connections as a busy proxy would hold open; more requests than that wait for one, as they would there. */
const CONNECTIONS = 256;

/** As the API asks of its clients: the same request under the same key, each after 25 s without an answer. */
const AGAIN = 12;

/** One client with connections that stay open. Every call answers `{ status, body }` and throws only when nobody answers. */
export function createClient(base, token) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  function send(method, path, body, key) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(payload ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) } : {}),
      };
      const req = request(new URL(path, base), { method, agent, headers }, (res) => {
        let text = '';
        res.setEncoding('utf8');
        res.on('data', (chunk) => (text += chunk));
        res.on('error', reject);
        res.on('end', () => resolve({ status: res.statusCode, body: parsed(res, text) }));
      });
      req.on('error', reject);
      req.end(payload);
    });
  }

  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    /** Only for calls that must succeed, else the benchmark measures nothing. */
    async must(method, path, body) {
      const key = method === 'POST' ? randomUUID() : undefined;
      let answer = await send(method, path, body, key);
      for (let again = 0; answer.status === 503 && again < AGAIN; again++) answer = await send(method, path, body, key);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    close: () => agent.destroy(),
  };
}

function parsed(res, text) {
  return /json/.test(res.headers['content-type'] ?? '') ? JSON.parse(text) : text;
}
