export interface Script {
  category: string;
  /** The highest response level that it reaches. */
  level: string;
  /** How long it runs, in minutes of the plan's time. */
  minutes: number;
}

export const SCRIPTS: readonly Script[];
