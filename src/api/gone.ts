import type { Response } from 'express';

/** Aborts when the client closes the connection before it has its answer. */
export function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController();
  const leave = (): void => {
    if (!res.writableEnded) gone.abort();
  };
  if (res.destroyed) leave();
  else res.once('close', leave);
  return gone.signal;
}
