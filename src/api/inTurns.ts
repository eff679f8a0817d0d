import type { RequestListener } from 'node:http';

/** Answers served in one turn of the event loop: some 20 ms of work. Fewer make many small writes, more make others wait. */
const ANSWERS_A_TURN = 40;

/**
 * Thousands of people may answer their calls in the same second. Served as they come, they would fill whole turns of the
 * event loop, and a decision, which needs several turns, would wait for all of them. So answers by link take turns, a few
 * at a time; everything else goes straight on.
 */
export function inTurns(serve: RequestListener): RequestListener {
  const waiting: Parameters<RequestListener>[] = [];

  function serveSome(): void {
    for (const [req, res] of waiting.splice(0, ANSWERS_A_TURN)) serve(req, res);
    if (waiting.length > 0) setImmediate(serveSome);
  }

  return (req, res) => {
    if (!req.url?.startsWith('/ack/')) return serve(req, res);
    waiting.push([req, res]);
    if (waiting.length === 1) setImmediate(serveSome);
  };
}
