export interface Script {
  category: string;
  /** The highest response level that it reaches. */
  level: string;
  /** How long it runs, in minutes of the plan's time. */
  minutes: number;
  /** From its end to its closure. */
  afterwards: { steps: readonly unknown[]; minutes: number };
}

export const SCRIPTS: readonly Script[];
