import type { Script } from './index.mjs';

export interface World {
  ask(asked: {
    as: string;
    path: string;
    method?: string;
    body?: unknown;
    bytes?: Buffer;
  }): Promise<{ status: number; body: unknown }>;
  /** Returns when so many minutes of the plan's time have passed since the report. */
  until(minute: number, incidentId: string): Promise<void>;
  /** Milliseconds since 1970. */
  momentOf(minute: number): number;
}

export class Player {
  constructor(script: Script, world: World);
  readonly script: Script;
  incidentId: string;
  play(): Promise<void>;
  /** Takes these steps, and goes on to that minute. */
  goOn(steps: readonly unknown[], minutes: number): Promise<void>;
  read(path?: string, as?: string): Promise<unknown>;
}
